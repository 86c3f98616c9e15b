"""Audits in the ledger: written after each run, read back for the request."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any

from logistik import __version__
from logistik.core.errors import LogistikError
from logistik.core.report import Report
from logistik.core.vocabulary import Level
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.readers.source import read_bytes
from logistik.render.contract import canonical
from logistik.services.audit import Audit
from logistik.services.inputs import expand, shown_path
from logistik.settings.workspace import FILE_NAME, Workspace

AUDIT = "audit"


def record_audit(audit: Audit, now: datetime) -> Entry:
    """Write an audit to the ledger of its workspace: the whole report, and the version that made it.

    Raises:
        LogistikError: the ledger cannot be written.
    """
    payload = f'{{"tool":"logistik {__version__}","report":{canonical(audit.report)}}}'
    return Ledger(audit.workspace.root).append(AUDIT, payload, now)


def latest_audit(workspace: Workspace) -> tuple[Entry, Report]:
    """The last recorded audit, whose inputs are still the same files.

    Raises:
        LogistikError: there is no audit yet, or an input has changed or vanished since.
    """
    entry = Ledger(workspace.root).latest(AUDIT)
    if entry is None:
        raise LogistikError(
            "Belum ada audit yang tercatat di sini.",
            hint="Jalankan dulu: logistik audit gudang.xlsx (di folder yang sama), atau sebutkan berkasnya.",
        )
    report = read_report(entry)
    changed = [source.path for source in report.inputs if _now(workspace, source.path) != source.sha256]
    changed = changed or _added(workspace, report)
    if changed:
        raise LogistikError(
            f"{', '.join(changed)} berubah sejak audit {entry.short_hash} tanggal {entry.recorded_at[:10]}.",
            hint="Jalankan audit lagi, lalu ulangi perintah ini.",
        )
    return entry, report


def _added(workspace: Workspace, report: Report) -> list[str]:
    """Files that an audit would take today and that the recorded one did not have."""
    known = {source.path for source in report.inputs}
    added = [FILE_NAME] if workspace.file is not None and FILE_NAME not in known else []
    named = {*report.options.get("files", ()), *report.options.get("dpt", ())}
    office = workspace.office
    for patterns in (office.dpt, office.gudang, office.koli, office.pengesetan):
        try:
            paths = {shown_path(path, workspace.root) for path in expand(patterns, workspace.root)}
        except LogistikError:  # a pattern that matches nothing was not used
            continue
        if paths & (known - named):
            added += sorted(paths - known)
    return added


def read_report(entry: Entry) -> Report:
    """The report in an audit entry."""
    import json

    try:
        report: Report = _adapter().validate_python(json.loads(entry.payload)["report"])
        next(each for each in report.balances if each.region.level is Level.KOTA)
    except (ValueError, KeyError, TypeError, RecursionError, StopIteration):
        raise LogistikError(
            f"Catatan nomor {entry.number} di ledger tidak dapat dibaca oleh versi logistik ini.",
            hint="Jalankan audit lagi, lalu ulangi perintah ini.",
        ) from None
    return report


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Report)


def _now(workspace: Workspace, path: str) -> str | None:
    try:
        return sha256(read_bytes(workspace.root / path, path)).hexdigest()
    except LogistikError:
        return None
