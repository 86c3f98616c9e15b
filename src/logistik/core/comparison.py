"""Two audits side by side: the figures that changed, and what became of each finding."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from typing import NamedTuple

from logistik.core.balances import Balance
from logistik.core.findings import Finding
from logistik.core.regions import Region
from logistik.core.report import Input, Report
from logistik.core.vocabulary import FIGURE_TITLES, Stock


class Change(NamedTuple):
    """A figure that is another one now. None is "not counted", never 0."""

    region: Region
    election: str
    stock: Stock
    figure: str
    before: int | None
    after: int | None

    @property
    def difference(self) -> int | None:
        """`after - before`; None where one of them is not known."""
        return None if self.before is None or self.after is None else self.after - self.before


class Fate(StrEnum):
    """What became of a finding."""

    NEW = "new"
    SAME = "same"
    RESOLVED = "resolved"
    SET_ASIDE = "set-aside"
    COUNTED_AGAIN = "counted-again"


class Followed(NamedTuple):
    """A finding in both audits; `before` or `after` is None where it was not found."""

    fate: Fate
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding as it stands last."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of the two audits found it
        return found


class InputFate(NamedTuple):
    """An input by its path; a hash is None where the audit did not have it."""

    path: str
    before: str | None
    after: str | None


class Comparison(NamedTuple):
    """What changed from one audit to the next.

    `appeared` and `vanished` are balances of which only one audit knows, at the levels that both list.
    """

    inputs: tuple[InputFate, ...]
    changes: tuple[Change, ...]
    appeared: tuple[Balance, ...]
    vanished: tuple[Balance, ...]
    findings: tuple[Followed, ...]

    def of(self, fate: Fate) -> list[Followed]:
        """The findings that met one fate."""
        return [each for each in self.findings if each.fate is fate]


def compare(before: Report, after: Report) -> Comparison:
    """Hold two audits against each other. Nothing is judged: more or less is not better or worse."""
    levels = {each.region.level for each in before.balances} & {each.region.level for each in after.balances}
    old, new = (
        {_key(each): each for each in report.balances if each.region.level in levels} for report in (before, after)
    )
    return Comparison(
        inputs=tuple(_inputs(before.inputs, after.inputs)),
        changes=tuple(change for key, each in new.items() if key in old for change in _changes(old[key], each)),
        appeared=tuple(each for key, each in new.items() if key not in old),
        vanished=tuple(each for key, each in old.items() if key not in new),
        findings=tuple(_followed(before, after)),
    )


def _place(region: Region | None) -> Hashable:
    """What tells regions apart inside one kabupaten/kota, whose own name may have been filled in between."""
    if region is None:
        return None
    names = (region.dapil, region.kecamatan, region.kelurahan, region.tps)
    return region.level, tuple((name or "").casefold() for name in names)


def _key(balance: Balance) -> Hashable:
    return _place(balance.region), balance.election, balance.stock


def _changes(before: Balance, after: Balance) -> Iterable[Change]:
    for figure in FIGURE_TITLES:
        old, new = getattr(before, figure), getattr(after, figure)
        if old != new:
            yield Change(after.region, after.election, after.stock, figure, old, new)


def _inputs(before: tuple[Input, ...], after: tuple[Input, ...]) -> Iterable[InputFate]:
    old, new = ({each.path: each.sha256 for each in inputs} for inputs in (before, after))
    return (InputFate(path, old.get(path), new.get(path)) for path in (new | old))


def _same_place(finding: Finding) -> Hashable:
    return finding.code, finding.location, finding.election, _place(finding.region)


def _moved_row(finding: Finding) -> Hashable:
    """The same words on the same sheet: a row was put in or taken out above it."""
    place = finding.location
    sheet = (place.file, place.sheet) if place else None
    return finding.code, sheet, _place(finding.region), finding.election, finding.message


def _followed(before: Report, after: Report) -> Iterable[Followed]:
    """Every finding that counts in one of the audits, those of the later one first, in their order."""
    old = [*before.findings, *(each.finding for each in before.set_aside)]
    new = [*after.findings, *(each.finding for each in after.set_aside)]
    pairs = _paired(old, new)
    found = set(pairs.values())
    for at, finding in enumerate(new):
        was = pairs.get(at)
        counts = at < len(after.findings)
        if was is None:
            if counts:
                yield Followed(Fate.NEW, None, finding)
        elif counted := was < len(before.findings):
            yield Followed(Fate.SAME if counts else Fate.SET_ASIDE, old[was], finding)
        elif counts and not counted:
            yield Followed(Fate.COUNTED_AGAIN, old[was], finding)
    for at, finding in enumerate(before.findings):
        if at not in found:
            yield Followed(Fate.RESOLVED, finding, None)


def _paired(old: list[Finding], new: list[Finding]) -> dict[int, int]:
    """Which old finding each new one is: first by place, then those left over by words. Each is used once."""
    pairs: dict[int, int] = {}
    keys: tuple[Callable[[Finding], Hashable], ...] = (_same_place, _moved_row)
    for key in keys:
        used = set(pairs.values())
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at, finding in enumerate(old):
            if at not in used:
                waiting[key(finding)].append(at)
        for at, finding in enumerate(new):
            if at not in pairs and (same := waiting.get(key(finding))):
                pairs[at] = same.pop(0)
    return pairs
