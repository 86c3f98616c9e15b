"""Does this paper match the record: a file by its SHA-256, a letter by its printed code, a head by its anchor."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from logistik.core.codes import ANCHOR, PAPER, is_anchor_of, is_long_enough
from logistik.core.correspondence import Issued, Kept, Signed
from logistik.core.errors import LogistikError
from logistik.core.history import Audited, Record, moves_of, standings_of
from logistik.core.movements import Moved
from logistik.core.verification import Answer, Compared, Known, Named, Use, Verdict
from logistik.readers.source import read_bytes
from logistik.services.history import meant_by
from logistik.services.inputs import expand, shown_path
from logistik.services.keeping import FILES, INPUTS
from logistik.services.kept_files import copy_path
from logistik.services.verify import check_chain


def verify_files(root: Path, folder: Path, names: Sequence[str]) -> Answer:
    """What the record says of files, whose names are relative to `folder`.

    Raises:
        LogistikError: a file cannot be read, there is no ledger, or it cannot be looked at.
    """
    ledger, records = check_chain(root)
    known = list(_known(records))
    return Answer(ledger, files=tuple(_compared(root, path, known) for path in expand(names, folder)))


def verify_code(root: Path, code: str) -> Answer:
    """What the record says of the letter with this code, or of the entry with this code or beginning of a hash.

    Raises:
        LogistikError: too short to be a code, there is no ledger, or it cannot be looked at.
    """
    _require(code, PAPER, "Kode", "8 huruf dan angka, misalnya 7K2M-0QXA")
    ledger, records = check_chain(root)
    letters, moves = standings_of(records), moves_of(records)
    named = tuple(Named(each, letters.get(each.number), moves.get(each.number)) for each in meant_by(records, code))
    return Answer(ledger, code=code, named=named)


def verify_anchor(root: Path, anchor: str) -> Answer:
    """Whether the chain still holds the entry whose anchor was written down, and how many were added since.

    Raises:
        LogistikError: too short to be an anchor, there is no ledger, or it cannot be looked at.
    """
    _require(anchor, ANCHOR, "Jangkar", "16 huruf dan angka, seperti yang dicetak `logistik verify`")
    ledger, records = check_chain(root)
    found = [each for each in records if is_anchor_of(anchor, each.hash)]
    since = len(records) - records.index(found[0]) - 1 if found else None
    return Answer(ledger, anchor=anchor, named=tuple(map(Named, found)), since=since)


def _require(typed: str, groups: int, what: str, example: str) -> None:
    if not is_long_enough(typed, groups):
        raise LogistikError(f"{what} '{typed}' terlalu pendek.", hint=f"{what} terdiri dari {example}.")


def _known(records: Sequence[Record]) -> Iterable[Known]:
    """Every content that the record names, what matters most first: documents, scans, copies, inputs of audits."""
    letters = standings_of(records)
    issued = [(each, each.told) for each in records if isinstance(each.told, Issued)]
    for each, told in issued:
        yield from (Known(Use.ISSUED, each, file, letters[each.number]) for file in told.files)
    for each in records:
        if isinstance(each.told, Signed) and each.told.file:
            yield Known(Use.SIGNED, each, each.told.file, letters.get(each.told.letter))
    moves = moves_of(records)
    for each in records:
        if isinstance(each.told, Moved) and each.told.file:
            yield Known(Use.MOVED, each, each.told.file, move=moves[each.number])
    for each, told in issued:
        yield from (Known(Use.KEPT, each, file, letters[each.number]) for file in told.inputs)
    for each in records:
        if isinstance(each.told, Audited):
            yield from (Known(Use.AUDITED, each, file) for file in each.told.inputs)


def _compared(root: Path, path: Path, known: Sequence[Known]) -> Compared:
    name = shown_path(path, root)
    digest = sha256(read_bytes(path, name)).hexdigest()
    if same := tuple(each for each in known if each.file.sha256 == digest):
        return Compared(name, digest, Verdict.MATCHES, same)
    if other := tuple(each for each in known if name in _paths(each.file)):
        return Compared(name, digest, Verdict.CHANGED, other)
    return Compared(name, digest, Verdict.UNKNOWN)


def _paths(file: Kept) -> tuple[str, ...]:
    """Where a file and its kept copies lie."""
    return file.path, copy_path(INPUTS, file), copy_path(FILES, file)
