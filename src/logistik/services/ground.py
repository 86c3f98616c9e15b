"""What work on single TPS stands on: an audit in the ledger, and the case behind it."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from logistik.checks.case import Case
from logistik.core.counts import add
from logistik.core.movements import Origin, remaining, taken
from logistik.core.regions import CITY
from logistik.core.vocabulary import Stock
from logistik.services.audit import Order, run_audit
from logistik.services.current import same_order
from logistik.services.inputs import Progress, silent
from logistik.services.movements import moved_under, moves_of
from logistik.services.rest import Rest, last_audit, new_audit, recorded


class Ground(NamedTuple):
    """A recorded audit with its rules and settings, and the case that it was made of, which knows every TPS."""

    rest: Rest
    case: Case

    def usable(self, election: str) -> int | None:
        """Good sheets for voting day with what came later, less the surplus that left since; None if not known."""
        balance = self.case.balances[CITY, election, Stock.VOTING]
        counted = add(balance.good, balance.later)
        moved = moved_under(moves_of(self.rest.workspace.root), self.rest.report.ruleset)
        own = [each for each in moved if each.election == election]
        return remaining(counted, taken(own, origin=Origin.SURPLUS))


def ground_of(order: Order, folder: Path, now: datetime, progress: Progress = silent) -> Ground:
    """The audit of the files that were named, recorded; without files the last recorded one, its inputs unchanged.

    Raises:
        LogistikError: nothing to audit, no audit yet, an input changed since, or the ledger cannot be used.
    """
    if order.files or order.dpt:
        done = new_audit(order, folder, now, progress)
        return Ground(recorded(done, now), done.case)
    rest = last_audit(folder, now, progress)
    again = run_audit(same_order(rest.report), rest.workspace.root, now.date(), progress)
    return Ground(rest, again.case)
