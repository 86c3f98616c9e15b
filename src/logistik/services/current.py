"""The audit that documents rest on: the last recorded one, run again where letters have left or come in since."""

from datetime import datetime

from logistik.core.choice import Asked
from logistik.core.report import Report
from logistik.core.vocabulary import Level
from logistik.ledger.chain import Entry
from logistik.services.audit import Order, run_audit
from logistik.services.inputs import Progress, silent
from logistik.services.letters import letters_of
from logistik.services.record import latest_audit, record_audit
from logistik.settings.workspace import Workspace


def current_audit(workspace: Workspace, now: datetime, progress: Progress = silent) -> tuple[Entry, Report]:
    """The last recorded audit, or, where the letters of the ledger changed since, the same audit run and recorded anew.

    Its inputs are the same files; only what is outstanding and what came later differ, so that nothing is asked for
    twice.

    Raises:
        LogistikError: there is no audit yet, an input has changed or vanished since, or the ledger cannot be used.
    """
    entry, report = latest_audit(workspace)
    if letters_of(workspace.root).through == report.letters_through:
        return entry, report
    done = run_audit(same_order(report), workspace.root, now.date(), progress)
    return record_audit(done, now), done.report


def same_order(report: Report) -> Order:
    """The order that led to a report, with its files named from the workspace."""
    options = report.options
    return Order(
        files=tuple(options["files"]),
        dpt=tuple(options["dpt"]),
        ruleset=report.ruleset,
        as_of=report.as_of,
        jenis=tuple(dict.fromkeys(balance.election for balance in report.balances)),
        with_stations=options["level"] == Level.TPS.value,
        choice=Asked(
            tuple(options["select"]),
            tuple(options["ignore"]),
            tuple(f"{code}={weight}" for code, weight in options["severity"].items()),
        ),
    )
