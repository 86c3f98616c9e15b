"""The check of a whole record: the file, its tables, the chain, the letters, the moves and the files that they name."""

from pathlib import Path

from logistik.core.history import Head, Record, papers_of
from logistik.core.verification import Verification
from logistik.ledger.chain import Entry
from logistik.ledger.examination import examine
from logistik.services.entry_faults import entry_faults, entry_notes
from logistik.services.history import record, require_ledger
from logistik.services.kept_files import file_faults, input_notes, stray_copies


def verify(root: Path) -> Verification:
    """Check everything, and name every fault.

    Raises:
        LogistikError: there is no ledger, or it cannot be looked at.
    """
    found, records = check_chain(root)
    papers = papers_of(records)
    return found._replace(
        faults=(*found.faults, *file_faults(root, papers)),
        notes=(*entry_notes(records), *input_notes(root, records), *stray_copies(root, papers)),
    )


def check_chain(root: Path) -> tuple[Verification, list[Record]]:
    """Check the ledger by itself, without the files that it names; its entries as they can be read.

    Raises:
        LogistikError: there is no ledger, or it cannot be looked at.
    """
    path = require_ledger(root).path
    examined = examine(path)
    records = [record(entry) for entry in examined.entries]
    faults = (*examined.faults, *entry_faults(examined.entries, records))
    name = path.relative_to(root).as_posix()
    return Verification(name, examined.version, len(records), _head(examined.entries), faults), records


def _head(entries: tuple[Entry, ...]) -> Head | None:
    last = entries[-1] if entries else None
    return Head(last.number, last.hash) if last and last.is_whole else None
