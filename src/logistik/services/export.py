"""The ledger as JSON Lines, for whoever checks the chain without our program."""

import json
from pathlib import Path

from logistik.ledger.chain import Entry
from logistik.services.history import require_ledger


def export(root: Path) -> str:
    """Every entry on a line of its own, in order; the payload stays the string that is hashed.

    Raises:
        LogistikError: there is no ledger, it cannot be used, or an entry does not match its hash.
    """
    return "".join(map(line, require_ledger(root).entries()))


def line(entry: Entry) -> str:
    """An entry as one line of JSON."""
    said = {
        "number": entry.number,
        "recorded_at": entry.recorded_at,
        "kind": entry.kind,
        "payload": entry.payload,
        "previous": entry.previous,
        "hash": entry.hash,
    }
    return json.dumps(said, ensure_ascii=False) + "\n"
