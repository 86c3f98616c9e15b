"""The packing list before packing: an overview for the screen, and checklists to be filled in."""

from collections.abc import Sequence

from logistik.core.regions import Region
from logistik.core.vocabulary import Level
from logistik.core.wording import listed, long_date, number
from logistik.documents.allocation_model import Allocation, Allotted, Share
from logistik.documents.annexes import STATUSES
from logistik.documents.blocks import (
    Cell,
    Column,
    Content,
    Document,
    Facts,
    Heading,
    Kind,
    Line,
    Notice,
    Paper,
    Paragraph,
    Part,
    Table,
)
from logistik.documents.regions import region_name, region_title
from logistik.documents.words import full_day, or_open

NAME = "pengesetan"
_TITLE = "Daftar pengesetan surat suara"
_ASIDE = "Lembar bantu: ringkasan daftar pengesetan"
"""The title of the overview beside the lists: whoever reads the workbook passes over a sheet that begins so."""
_HOW = (
    "Setiap TPS mendapat lembar untuk semua pemilihnya dulu; sisanya, {rest} lembar, dibagi untuk cadangan sebanding "
    "dengan cadangan setiap TPS."
)
_HOW_VOTERS = (
    "Untuk pemilih saja tidak cukup: semuanya dibagi sebanding dengan jumlah pemilih setiap TPS, tanpa cadangan."
)
_REMAINDERS = "Pembulatan menurut sisa terbesar; bila sisanya sama, nomor TPS yang lebih kecil didahulukan."
_FILLED = "Dikemas oleh penghitung pertama, Hitung 2 oleh yang kedua; segel atau paraf bila keduanya sama"
_MOST_NAMED = 12
"""TPS that a notice names; of more it says how many."""


def checklists(allocation: Allocation) -> Document:
    """The overview, and for each election and kecamatan a list of its TPS with columns to be written in by hand."""
    parts = [Part("ringkasan", "Ringkasan", tuple(_overview(allocation, _ASIDE, Level.KELURAHAN)))]
    for plan in allocation.elections:
        for kecamatan in _kecamatan(plan):
            parts.append(_checklist(allocation, plan, kecamatan))
    return _document(allocation, parts)


def overview(allocation: Allocation, level: Level | None) -> Document:
    """What a screen shows: the plan down to a level, or else to the one below the region wanted."""
    below = list(Level)[allocation.region.level.depth + 1]
    deepest = max(below, level or below, key=lambda each: each.depth)
    content = _overview(allocation, _TITLE, deepest)
    content.append(
        Paragraph("Daftar per TPS untuk diisi di meja pengesetan: tambahkan -o daftar.xlsx atau -o daftar.pdf.")
    )
    return _document(allocation, [Part("ringkasan", "Ringkasan", tuple(content))])


def _document(allocation: Allocation, parts: Sequence[Part]) -> Document:
    return Document(
        name=NAME,
        title=f"Daftar pengesetan surat suara, {region_title(allocation.region)}",
        author=or_open(allocation.office),
        parts=tuple(parts),
        day=allocation.as_of,
        footer=f"{long_date(allocation.as_of)}  |  audit {allocation.audit[:12]}  |  ledger nomor {allocation.entry}",
        paper=Paper(allocation.paper),
    )


def _overview(allocation: Allocation, title: str, deepest: Level) -> list[Content]:
    content: list[Content] = [
        Heading(title, level=1),
        Facts(
            (
                ("Kantor", or_open(allocation.office)),
                ("Wilayah", region_title(allocation.region)),
                ("Keadaan", full_day(allocation.as_of)),
                ("Audit", f"catatan ledger nomor {allocation.entry}"),
                ("Hash audit", allocation.audit),
            )
        ),
    ]
    if allocation.twice:
        content.append(
            Notice(
                "Ada dua kali di DPT dengan jumlah pemilih berbeda, jadi dua kali di daftar ini: "
                f"{_named(allocation.twice)}. Periksa DPT-nya dulu."
            )
        )
    for plan in allocation.elections:
        content += [Heading(f"Pemilihan {plan.title}"), _facts(plan), *_notices(plan)]
        content.append(_table(plan, allocation.region, deepest))
    return content


def _facts(plan: Allotted) -> Facts:
    city = plan.city
    needed = f"{number(city.voters)} pemilih dan {number(city.reserve)} cadangan"
    pairs = [
        ("Isi satu ikat", _bundle(plan)),
        ("Surat suara baik", _stock(plan)),
        ("Kebutuhan", f"{number(city.required)} lembar: {needed}"),
    ]
    if plan.left:
        pairs.append(("Sisa di gudang", f"{number(plan.left)} lembar tidak dibagi ke TPS"))
    return Facts(tuple(pairs))


def _bundle(plan: Allotted) -> str:
    return f"{plan.rule.value} lembar ({STATUSES[plan.rule.status]})"


def _stock(plan: Allotted) -> str:
    where = region_title(plan.whose)
    if plan.stock is None:
        return f"belum dihitung untuk {where}"
    later = f", termasuk susulan {number(plan.later)}" if plan.later else ""
    left_out = f"; {number(plan.unsorted)} lembar belum disortir dan tidak dibagi" if plan.unsorted else ""
    return f"{number(plan.stock)} lembar untuk {where}{later}{left_out}"


def _notices(plan: Allotted) -> list[Content]:
    """What the list rests on besides counts, and whom it leaves out."""
    found: list[Content] = []
    if plan.stock is None:
        found.append(
            Notice(
                "Surat suara baik belum dihitung: daftar ini memuat kebutuhan setiap TPS, dan belum diketahui apakah "
                "stok mencukupinya."
            )
        )
    elif plan.is_assumed:
        voters = plan.city.voters
        how = _HOW.format(rest=number(plan.stock - voters)) if plan.stock >= voters else _HOW_VOTERS
        found.append(
            Notice(
                f"Asumsi, dapat diubah: {_lack(plan)}. {how} {_REMAINDERS} Kolom Kurang menyebut yang belum didapat; "
                f"jumlah seluruh daftar {number(plan.stock)} lembar, sama dengan surat suara baik."
            )
        )
    if plan.unknown:
        names = _named([each.region for each in plan.unknown])
        found.append(
            Notice(
                f"{number(len(plan.unknown))} TPS tanpa jumlah pemilih: {names}. "
                "Daftar ini tidak menyisihkan surat suara untuk TPS itu; isi DPT-nya, lalu susun lagi."
            )
        )
    return found


def _lack(plan: Allotted) -> str:
    return f"surat suara baik kurang {number(plan.city.short)} lembar dari kebutuhan"


def _named(regions: Sequence[Region]) -> str:
    return listed([f"TPS {each.tps} {each.kelurahan}" for each in regions], _MOST_NAMED)


def _table(plan: Allotted, wanted: Region, deepest: Level) -> Table:
    """The region wanted and its parts, down to a level.

    No column is headed as those of a voter list or of a recap are, so that nobody reads this as one.
    """
    top = wanted.level.depth
    shown = [share for share in plan.shares if top < share.region.level.depth <= deepest.depth]
    whole = next(share for share in plan.shares if share.region == wanted)
    columns = (Column(("Menurut", "wilayah"), Kind.TEXT), Column(("Jumlah", "TPS")), *_figure_columns(plan))
    rows = tuple(Line(_cells(plan, share, _name(share)), share.region.level.depth - top - 1) for share in shown)
    return Table(columns, rows, _cells(plan, whole, region_name(wanted)), f"Ringkasan {plan.title}")


def _cells(plan: Allotted, share: Share, name: str) -> tuple[Cell, ...]:
    return name, "" if share.is_station else share.polling_stations, *_figures(plan, share)


def _name(share: Share) -> str:
    return f"TPS {share.region.tps}" if share.is_station else region_name(share.region)


def _figure_columns(plan: Allotted) -> tuple[Column, ...]:
    short = (Column(("Kurang",)),) if plan.is_assumed else ()
    return (
        Column(("Pemilih",)),
        Column(("Cada-", "ngan")),
        Column(("Lembar",)),
        *short,
        Column(("Ikat",)),
        Column(("Lepas",)),
    )


def _figures(plan: Allotted, share: Share) -> tuple[Cell, ...]:
    short = (share.short,) if plan.is_assumed else ()
    return share.voters, share.reserve, share.sheets, *short, share.bundles, share.loose


def _kecamatan(plan: Allotted) -> list[str]:
    return list(dict.fromkeys(share.region.kecamatan or "" for share in plan.stations))


def _checklist(allocation: Allocation, plan: Allotted, kecamatan: str) -> Part:
    """The TPS of a kecamatan, or of the one kelurahan that is wanted, below the sum of each kelurahan."""
    own = [share for share in plan.shares if share.region.kecamatan == kecamatan]
    short_title = plan.title.partition(" dan ")[0]
    assumed = (("Rencana", f"asumsi, dapat diubah: {_lack(plan)}"),) if plan.is_assumed else ()
    uncounted = (("Stok", "belum dihitung; daftar ini kebutuhan"),) if plan.stock is None else ()
    content = (
        Heading(f"Daftar pengesetan: Pemilihan {plan.title}", level=1),
        Facts(
            (
                ("Kecamatan", kecamatan),
                ("Kantor", f"{or_open(allocation.office)}, {full_day(allocation.as_of)}"),
                ("Hash audit", allocation.audit),
                ("Isi satu ikat", _bundle(plan)),
                *assumed,
                *uncounted,
                ("Cara mengisi", _FILLED),
            )
        ),
        _form(plan, own),
    )
    return Part(f"{plan.election}-{kecamatan}", f"{short_title}, {kecamatan}", content)


_OPEN = (
    Column(("Dikemas",), Kind.OPEN),
    Column(("Hitung 2",), Kind.OPEN),
    Column(("Segel/", "paraf"), Kind.OPEN),
)
_BLANK = ("",) * len(_OPEN)


def _form(plan: Allotted, shares: Sequence[Share]) -> Table:
    columns = (
        Column(("TPS",), Kind.ORDINAL),
        Column(("Kel./Desa",), Kind.TEXT),
        *_figure_columns(plan),
        *_OPEN,
    )
    rows, total = [], None
    for share in shares:
        figures = _figures(plan, share)
        stations = f"{number(share.polling_stations)} TPS"
        if share.is_station:
            rows.append(Line((share.region.tps or "", share.region.kelurahan or "", *figures, *_BLANK), 1))
        elif share.region.level is Level.KELURAHAN:
            rows.append(Line((stations, share.region.name or "", *figures, *_BLANK)))
        else:
            total = (stations, f"Jumlah {share.region.name}", *figures, *_BLANK)
    return Table(columns, tuple(rows), total, f"Daftar {plan.title}")
