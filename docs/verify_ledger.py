# ruff: noqa: INP001, T201
"""Check a ledger that `logistik export` wrote, with nothing but Python: docs/ledger.md says what is checked.

Usage: python verify_ledger.py EXPORT.jsonl [ANCHOR]
"""

import json
import sys
from hashlib import sha256
from pathlib import Path

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def anchor_of(digest):  # noqa: ANN001, ANN201 - plain on purpose
    """Eighty bits of a hash as sixteen characters in four groups."""
    value = int(digest[:20], 16)
    letters = "".join(ALPHABET[value >> 75 - 5 * at & 31] for at in range(16))
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def main(file, anchor=""):  # noqa: ANN001, ANN201
    """0 if every link holds and the anchor is among the entries, else 1."""
    faults, anchors, previous, number = [], [], "0" * 64, 0
    for row in Path(file).read_text("utf-8").split("\n")[:-1]:
        entry = json.loads(row)
        number += 1
        if entry["number"] != number:
            faults.append(f"entry {number} is missing: {entry['number']} follows {number - 1}")
            number = entry["number"]
        if entry["previous"] != previous:
            faults.append(f"entry {number} does not name the hash of the one before it")
        text = "\n".join(str(entry[key]) for key in ("number", "recorded_at", "kind", "previous", "payload"))
        if entry["hash"] != sha256(text.encode()).hexdigest():
            faults.append(f"entry {number} is not what its hash says")
        previous = entry["hash"]
        anchors.append(anchor_of(previous))
    plain = "".join(filter(str.isalnum, anchor.upper().translate(str.maketrans("OIL", "011"))))
    wanted = "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))
    if wanted and wanted not in anchors:
        faults.append(f"no entry has the anchor {anchor}: the end was cut off, or the ledger was made anew")
    print("\n".join(faults) or f"whole: {number} entries, anchor {anchors[-1] if anchors else '-'}")
    if wanted in anchors:
        print(f"anchor found at place {anchors.index(wanted) + 1} of {len(anchors)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
