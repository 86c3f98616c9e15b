"""The sums: need per region, and what is short, in surplus and to be asked for. Integers only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from logistik.core.correspondence import Answered
from logistik.core.counts import Count, total
from logistik.core.regions import CITY, Region, RegionKey, Regions
from logistik.core.rules import Rate
from logistik.core.vocabulary import Level, Stock


class Need(NamedTuple):
    """Voters and reserve of a region: the known TPS summed, the unknown ones counted."""

    polling_stations: int = 0
    polling_stations_without_voters: int = 0
    voters: int = 0
    reserve: int = 0

    @property
    def required(self) -> int:
        """Sheets: voters plus the reserve, which was rounded up per TPS."""
        return self.voters + self.reserve


class Balance(NamedTuple):
    """Where one region stands with one election and stock. Sheets, except voters and polling stations.

    None is "not counted at this level", never 0. `request` is at most what the decision allows, since it
    starts from `ordered` where that is known. `packed` are the sheets put into the boxes of the TPS that are packed;
    both figures of packing are None where no packing list was read.
    """

    region: Region
    election: str
    stock: Stock
    polling_stations: int | None
    polling_stations_without_voters: int | None
    voters: int | None
    reserve: int | None
    required: int | None
    ordered: int | None
    noted: int | None
    received: int | None
    good: int | None
    usable_defects: int | None
    damaged: int | None
    swapped: int | None
    unsorted: int | None
    later: int | None
    outstanding: int | None
    short: int | None
    surplus: int | None
    request: int | None
    request_low: int | None
    movable: int | None
    provisional: bool
    packed: int | None = None
    polling_stations_not_packed: int | None = None

    @property
    def base(self) -> int | None:
        """What the request starts from: the decision where it is known, else the computed need."""
        return self.ordered if self.ordered is not None else self.required


BalanceKey = tuple[RegionKey, str, Stock]
_UNASKED = Answered()
_NONE: Mapping[RegionKey, Answered] = MappingProxyType({})


def needs(stations: Iterable[tuple[RegionKey, int | None]], rate: Rate) -> dict[RegionKey, Need]:
    """The need of every kelurahan, kecamatan and of the kabupaten/kota.

    Args:
        stations: per TPS the key of its kelurahan and its voters, None where the roll gives none.
        rate: the reserve as a share of a TPS's voters, rounded up per TPS (UU 1/2015 Pasal 80 and 87).
    """
    sums: dict[RegionKey, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    numerator, denominator = rate
    for key, voters in stations:
        row = sums[key]
        row[0] += 1
        if voters is None:
            row[1] += 1
        else:
            row[2] += voters
            row[3] += -(-voters * numerator // denominator)
    for key, row in list(sums.items()):
        for above in dict.fromkeys((RegionKey(key.kecamatan), CITY)):
            if above != key:
                sums[above] = [a + b for a, b in zip(sums[above], row, strict=True)]
    return {key: Need(*row) for key, row in sums.items()}


def level_counts(
    own: Mapping[RegionKey, Count], regions: Regions, needs: Mapping[RegionKey, Need]
) -> dict[RegionKey, Count]:
    """The stock of every region: its own row, else the sum of its parts if every part with voters was counted.

    Parts without voters that were not counted do not stop the sum; a region with neither is left out.
    """
    found: dict[RegionKey, Count] = {}

    def visit(key: RegionKey) -> Count | None:
        parts = [(part, visit(part)) for part in regions.children.get(key, ()) if part.level is not Level.TPS]
        count = own.get(key)
        if (count is None or not count.is_counted) and parts:
            needed = [
                part for name, part in parts if (part is not None and part.is_counted) or not _is_empty(needs.get(name))
            ]
            if needed and all(part is not None and part.is_counted for part in needed):
                summed = total([part for part in needed if part is not None])
                count = summed if count is None else _completed(summed, count)
        if count is not None:
            found[key] = count
        return count

    visit(CITY)
    return found


def _completed(summed: Count, own: Count) -> Count:
    """The sum of the parts, with what a region's own uncounted row says of the order and the delivery note."""
    return summed._replace(
        ordered=summed.ordered if own.ordered is None else own.ordered,
        noted=summed.noted if own.noted is None else own.noted,
    )


def _is_empty(need: Need | None) -> bool:
    return need is None or (need.voters == 0 and need.polling_stations_without_voters == 0)


class Figures(NamedTuple):
    """The results of one balance, before it is told how its parts stand."""

    short: int | None = None
    surplus: int | None = None
    request: int | None = None
    request_low: int | None = None
    provisional: bool = False


def figures(base: int | None, count: Count, outstanding: int, *, sealed: bool, need_is_partial: bool) -> Figures:
    """Short, surplus and request of one region, election and stock, in sheets.

    Args:
        base: the decision's quantity, else the need; None if neither is known.
        count: what the warehouse holds.
        outstanding: asked for in an issued letter and not yet answered.
        sealed: revote stock; unsorted sheets are usable as labelled and make nothing provisional.
        need_is_partial: some TPS have no voters on the roll, so that the base is a lower bound.
    """
    if base is None:
        return Figures(provisional=need_is_partial)
    good, unsorted = count.good, count.unsorted
    if sealed and count.received is not None:
        as_labelled = count.received - (count.damaged or 0) - (count.swapped or 0)
        good, unsorted = as_labelled if good is None else good + (unsorted or 0), 0
    short = None if count.received is None else max(0, base - count.received)
    provisional = need_is_partial or bool(unsorted) or (count.received is not None and unsorted is None)
    if good is None or count.later is None:
        return Figures(short=short, provisional=provisional)
    missing = base - good - count.later - outstanding
    return Figures(
        short=short,
        surplus=None if need_is_partial else max(0, good + count.later - base),
        request=max(0, missing),
        request_low=None if unsorted is None else max(0, missing - unsorted),
        provisional=provisional,
    )


def movable(request: int | None, parts: Sequence[int | None]) -> int | None:
    """What moving surplus inside the region would cover, in sheets: the parts' requests less its own.

    0 at the lowest level counted, None if the region or one of several parts is unknown.
    """
    if request is None:
        return None
    if all(part is None for part in parts):
        return 0
    if any(part is None for part in parts):
        return None
    return sum(part for part in parts if part is not None) - request


def with_answers(count: Count, answered: Answered) -> Count:
    """The count with `later` as the larger of what the warehouse wrote down and what answered the letters, in sheets.

    Neither is added to the other: the same sheets stand in both. What cannot be read stays unknown.
    """
    return count if count.later is None else count._replace(later=max(count.later, answered.good))


def voting_balances(
    election: str,
    regions: Regions,
    needs: Mapping[RegionKey, Need],
    counts: Mapping[RegionKey, Count],
    answered: Mapping[RegionKey, Answered] = _NONE,
) -> dict[RegionKey, Balance]:
    """The voting-day balance of every region down to the kelurahan, a region before its parts.

    What a letter has asked for counts for the region that asked, not for those above or below it: a kecamatan asks
    its kabupaten/kota, which asks the printer or the province.
    """
    results: dict[RegionKey, Figures] = {}
    counts = {key: with_answers(count, answered.get(key, _UNASKED)) for key, count in counts.items()}
    for key in regions.walk():
        need, count = needs.get(key, Need()), counts.get(key, Count())
        base = count.ordered if count.ordered is not None else need.required
        coming = answered.get(key, _UNASKED).outstanding
        is_partial = need.polling_stations_without_voters > 0
        results[key] = figures(base, count, coming, sealed=False, need_is_partial=is_partial)
    balances = {}
    for key, result in results.items():
        need = needs.get(key, Need())
        parts = [results[part].request for part in regions.children.get(key, ())]
        balances[key] = _balance(
            regions.region(key),
            election,
            need=need,
            count=counts.get(key, Count()),
            outstanding=answered.get(key, _UNASKED).outstanding,
            result=result,
            movable=None if need.polling_stations_without_voters else movable(result.request, parts),
        )
    return balances


def revote_balance(
    election: str, regions: Regions, required: int | None, count: Count, answered: Answered = _UNASKED
) -> Balance:
    """The balance of the revote stock, which the kabupaten/kota keeps as a whole.

    `required` is what the rules keep at this level, in sheets; None if they are kept elsewhere.
    """
    base = count.ordered if count.ordered is not None else required
    count = with_answers(count, answered)
    result = figures(base, count, answered.outstanding, sealed=True, need_is_partial=False)
    balance = _balance(
        regions.region(CITY),
        election,
        need=None,
        count=count,
        outstanding=answered.outstanding,
        result=result,
        movable=movable(result.request, ()),
    )
    return balance._replace(stock=Stock.REVOTE, required=required)


def station_balance(region: Region, election: str, voters: int | None, rate: Rate) -> Balance:
    """The need of one TPS; its stock is not counted before packing."""
    known = voters is not None
    need = Need(1, 0 if known else 1, voters or 0, rate.rounded_up(voters or 0))
    result = Figures(provisional=not known)
    return _balance(region, election, need=need, count=Count(), outstanding=0, result=result, movable=None)


def _balance(
    region: Region,
    election: str,
    *,
    need: Need | None,
    count: Count,
    outstanding: int,
    result: Figures,
    movable: int | None,
) -> Balance:
    return Balance(
        region=region,
        election=election,
        stock=Stock.VOTING,
        polling_stations=need.polling_stations if need else None,
        polling_stations_without_voters=need.polling_stations_without_voters if need else None,
        voters=need.voters if need else None,
        reserve=need.reserve if need else None,
        required=need.required if need else None,
        ordered=count.ordered,
        noted=count.noted,
        received=count.received,
        good=count.good,
        usable_defects=count.usable_defects,
        damaged=count.damaged,
        swapped=count.swapped,
        unsorted=count.unsorted,
        later=count.later,
        outstanding=outstanding if count.is_counted else None,
        short=result.short,
        surplus=result.surplus,
        request=result.request,
        request_low=result.request_low,
        movable=movable,
        provisional=result.provisional,
    )
