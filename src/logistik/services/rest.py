"""What a document rests on: the audit, its workspace and its rules."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from logistik.core.report import Report
from logistik.core.rules import RuleSet
from logistik.ledger.chain import Entry
from logistik.services.audit import Audit, Order, active_rules, run_audit
from logistik.services.current import current_audit
from logistik.services.inputs import Progress, silent
from logistik.services.protected import protected
from logistik.services.record import record_audit
from logistik.settings.workspace import Workspace, find


class Rest(NamedTuple):
    """A recorded audit with what it was made under; `kept` are files that nothing may overwrite."""

    workspace: Workspace
    rules: RuleSet
    report: Report
    entry: Entry
    kept: tuple[Path, ...]


def last_audit(folder: Path, now: datetime, progress: Progress = silent) -> Rest:
    """The last recorded audit of the workspace around a folder, up to date with the letters of its ledger.

    Raises:
        LogistikError: there is no audit yet, an input changed since, or the ledger cannot be used.
    """
    workspace = find(folder)
    entry, report = current_audit(workspace, now, progress)
    rules = active_rules(report.ruleset, workspace.office).ruleset
    inputs = (workspace.root / source.path for source in report.inputs)
    return Rest(workspace, rules, report, entry, (*inputs, *protected(workspace.root)))


def new_audit(order: Order, folder: Path, now: datetime, progress: Progress = silent) -> Audit:
    """The audit of the files that a user named for a document; not recorded yet."""
    return run_audit(order, folder, now.date(), progress)


def recorded(done: Audit, now: datetime) -> Rest:
    """A new audit once it is in the ledger."""
    entry = record_audit(done, now)
    return Rest(done.workspace, done.rules, done.report, entry, tuple(done.files))
