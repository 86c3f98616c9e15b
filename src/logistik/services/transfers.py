"""The work order that puts the packing right: from the boxes of a recorded audit to the moves between them."""

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

from logistik.checks.boxes import Station, Stations, stations
from logistik.checks.case import Case
from logistik.core.errors import LogistikError
from logistik.core.packing import Packed
from logistik.core.regions import Region, RegionKey
from logistik.core.transfers import WAREHOUSE, Box, transfers, warehouse_rest
from logistik.core.vocabulary import ELECTION_TITLES, Level
from logistik.core.wording import slug
from logistik.documents.transfer_model import ElectionMoves, LeftAlone, Missing, Moved, Reason, Warehouse, WorkOrder
from logistik.documents.words import or_open
from logistik.ingest.names import region_key, tps_number
from logistik.ingest.placing import PackedEntry
from logistik.services.basis import region_of
from logistik.services.ground import Ground
from logistik.services.request import form_of
from logistik.services.view import Wanted, find_region, lies_in, require_elections


def make_work_order(ground: Ground, wanted: Wanted, sealed: Sequence[str] = ()) -> WorkOrder:
    """What has to move so that every box holds what it needs; of one kecamatan, what touches it.

    Args:
        ground: the audit.
        wanted: the kecamatan and the elections to show; the moves are those of the whole kabupaten/kota.
        sealed: TPS that are not opened, beside those that the packing list says so of.

    Raises:
        LogistikError: no packing list was read, or a region, TPS or election that the audit does not have.
    """
    rest, case = ground
    if not case.has_packing:
        raise LogistikError(
            "Audit ini tidak memuat daftar pengesetan, jadi isi kotak TPS belum diketahui.",
            hint="Sebutkan daftarnya (kolom Kelurahan, TPS, dan Dikemas): logistik transfer stok.xlsx pengesetan.xlsx, "
            "atau tulis pengesetan = [...] di logistik.toml. Belum mengemas? Pakai `logistik allocate`.",
        )
    region = find_region(rest.report.balances, wanted.kecamatan, None)
    places = stations(case)
    closed = {_meant(name, case, places) for name in sealed}
    listed = [each for each in case.elections if any(election == each for _, election in case.packing)]
    elections = _chosen(wanted.jenis, case.elections, listed)
    office = rest.workspace.office
    return WorkOrder(
        region=region or region_of(rest.report),
        elections=tuple(_election(ground, each, places, closed, region) for each in elections),
        unlisted=() if wanted.jenis else tuple(ELECTION_TITLES[each] for each in case.elections if each not in listed),
        form=form_of(or_open(office.kantor.nama), office, rest.report.as_of, rest.rules, is_city=True),
        city=office.kantor.kota or region_of(rest.report).kota or "",
        day=rest.report.as_of,
        entry=rest.entry.number,
        audit=rest.entry.hash,
    )


def _chosen(jenis: Sequence[str], present: Sequence[str], listed: Sequence[str]) -> list[str]:
    require_elections(jenis, present)
    for name in jenis:
        if name not in listed:
            said = f"Yang dimuat: {', '.join(listed)}." if listed else "Tulis pemilihannya di kepala kolom."
            raise LogistikError(f"Daftar pengesetan tidak memuat pemilihan '{name}'.", hint=said)
    return [each for each in listed if not jenis or each in jenis]


def _election(
    ground: Ground,
    election: str,
    places: Stations,
    closed: Collection[RegionKey],
    shown: Region | None,
) -> ElectionMoves:
    case = ground.case
    boxes = [_box(case, election, each, is_closed=each.key in closed) for each in places.values()]
    of = {box.station: box for box in boxes}
    stock = ground.usable(election)
    elsewhere = sum(
        max(_figures([each]), default=0)
        for each in case.book.packed
        if each.station is None and each.row.election == election
    )
    rest = warehouse_rest(stock, boxes, elsewhere)
    found = transfers(boxes, max(0, rest or 0))
    region = case.book.regions.region

    def is_shown(*stations: RegionKey) -> bool:
        return shown is None or any(each != WAREHOUSE and lies_in(region(each), shown) for each in stations)

    return ElectionMoves(
        election=election,
        title=ELECTION_TITLES[election],
        moves=tuple(
            Moved(
                None if move.source == WAREHOUSE else region(move.source),
                None if move.target == WAREHOUSE else region(move.target),
                move.sheets,
                is_first=move.target != WAREHOUSE and not of[move.target].is_packed,
            )
            for move in found.moves
            if is_shown(move.source, move.target)
        ),
        uncovered=tuple(
            Missing(region(each.station), each.voters, each.reserve)
            for each in found.uncovered
            if is_shown(each.station)
        ),
        left_alone=tuple(
            LeftAlone(region(box.station), _reason(box), box.counts, box.packed, box.required, box.difference)
            for box in boxes
            if box.is_left_alone and box.difference != 0 and is_shown(box.station)
        ),
        warehouse=Warehouse(
            stock=stock,
            packed=sum(box.at_most for box in boxes),
            elsewhere=elsewhere,
            rest=rest,
            incoming=sum(move.sheets for move in found.moves if move.target == WAREHOUSE),
            outgoing=sum(move.sheets for move in found.moves if move.source == WAREHOUSE),
        ),
    )


def _box(case: Case, election: str, station: Station, *, is_closed: bool) -> Box:
    """The box of a TPS. A cell that cannot be read, or a second count without a first, is no empty box."""
    key = station.key, election
    packed = case.packing.get(key, Packed())
    counts: tuple[int, ...] = () if packed.sheets is None else (packed.sheets,)
    is_doubtful = packed.is_doubtful
    if is_doubtful or (packed.sheets is None and key in case.packing):
        entries = case.book.packings[key]
        counts = _figures(entries)
        is_doubtful = is_doubtful or bool(counts) or any(not each.row.is_blank for each in entries)
    is_sealed = packed.is_sealed or is_closed
    return Box(station.key, station.voters, station.required, counts, is_sealed, is_doubtful)


def _figures(entries: Iterable[PackedEntry]) -> tuple[int, ...]:
    """The different figures of both counters, in the order in which they stand."""
    return tuple(dict.fromkeys(figure for each in entries for figure in each.row.counts))


def _reason(box: Box) -> Reason:
    if box.is_sealed:
        return Reason.SEALED
    return Reason.DOUBTFUL if box.is_doubtful else Reason.VOTERS_UNKNOWN


def _meant(name: str, case: Case, places: Stations) -> RegionKey:
    """The TPS that a name means: `damai/005`, or `balikpapan-kota/damai/005`.

    Raises:
        LogistikError: none is called so, with the nearest names, or several are.
    """
    *above, last = (part.strip() for part in name.split("/"))
    tps = tps_number(last)
    if tps is None or len(above) not in (1, 2) or not all(above):
        raise LogistikError(
            f"--sealed '{name}' bukan nama TPS.",
            hint="Tulis kelurahan/TPS, misalnya damai/005, atau kecamatan/kelurahan/TPS.",
        )
    kelurahan = region_key(above[-1], Level.KELURAHAN)
    kecamatan = region_key(above[0], Level.KECAMATAN) if len(above) > 1 else None
    found = [
        each
        for each in places
        if (each.kelurahan, each.tps) == (kelurahan, tps) and kecamatan in (None, each.kecamatan)
    ]
    if len(found) > 1:
        names = " atau ".join(_path(*_names(each, case), each.tps) for each in found)
        raise LogistikError(f"--sealed '{name}': ada {len(found)} TPS bernama itu.", hint=f"Sebutkan {names}.")
    if not found:
        paths = [_path(*_names(each, case)[-len(above) :], each.tps) for each in places]
        near = get_close_matches(_path(*above, tps), paths)
        hint = f"Mungkin maksud Anda {' atau '.join(near)}." if near else f"Namanya seperti {paths[0]}."
        raise LogistikError(f"--sealed '{name}': TPS itu tidak ada di DPT.", hint=hint)
    return found[0]


def _names(station: RegionKey, case: Case) -> tuple[str, str]:
    region = case.book.regions.region(station)
    return region.kecamatan or "", region.kelurahan or ""


def _path(*names: str) -> str:
    return "/".join(map(slug, names))
