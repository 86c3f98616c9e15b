"""`gudang.xlsx`: the warehouse, for the whole city and per kelurahan, with the damage tallied on a sheet of its own.

The tally is no stock: its sheets reach the stock through locked sums. What cannot reach a counted row is added to
the total row instead, where it shows in red, and where an audit finds that the total is not the sum of its rows.
"""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.checks.case import title
from logistik.render.templates.book import TemplateBook
from logistik.render.templates.form import Block, Column, Form, Kind
from logistik.render.templates.notes import STOCK_NOTES

TITLE = "Stok Surat Suara di Gudang"
BLANK_ROWS = 60
"""Rows per election where the kelurahan are not known yet."""
TALLY_ROWS = 500
_SPARE_ROWS = 2
_VOTING, _REVOTE = "Pemilihan", "PSU"
_LISTS = "Daftar"
_FILL = "Isi sel kuning. Sel abu-abu dihitung sendiri; cara mengisi ada di lembar Petunjuk."

_PARTS = "SUM({good},{damaged},{swapped},{unsorted})"
_COUNTED = "COUNT({received},{good},{usable},{swapped},{unsorted},{later})"
_CHECK = (
    f'=IF({_COUNTED}=0,"",IF(OR(KEYS),"isi kolom kiri",'
    'IF({received}="","isi Diterima",IF(N({usable})>N({good}),"cacat melebihi baik",'
    f'IF({{received}}={_PARTS},"cocok","selisih "&({{received}}-{_PARTS}))))))'
)
_LEFT_OVER = 'SUMIFS({tally_sheets},{tally_status},"<>masuk")'
_LEFT_OVER_HERE = (
    '(SUMIFS({tally_sheets},{tally_status},"<>masuk",{tally_election},INDEX({election},1))'
    '+SUMIFS({tally_sheets},{tally_status},"<>masuk",{tally_election},"="))'
)
"""What reaches no counted row: of all elections, and of a block's own election or of none."""
_STATUS = (
    '=IF(COUNTA({date},{election},{purpose},{kecamatan},{kelurahan},{category},{sheets})=0,"",'
    'IF(OR({election}="",{purpose}="",{category}="",{sheets}=""),"belum lengkap",'
    'IF(({kecamatan}="")<>({kelurahan}=""),"lengkapi wilayah",'
    'IF(AND({kelurahan}<>"",COUNTIFS({area_kecamatan},{kecamatan},{area_kelurahan},{kelurahan})=0),"wilayah tidak ada",'
    'IF(COUNTIFS({city_election},{election},{city_purpose},{purpose},{city_received},">=0")'
    f'+IF({{purpose}}="{_VOTING}",COUNTIFS({{area_election}},{{election}},{{area_kecamatan}},{{kecamatan}},'
    '{area_kelurahan},{kelurahan},{area_received},">=0"),0)>0,"masuk","isi Diterima")))))'
)


class Warehouse(NamedTuple):
    """What the warehouse book is made for.

    `elections` have rows of their own and are what a drop-down offers, `revote` are those whose revote stock is
    kept here; `kelurahan` are pairs of kecamatan and kelurahan in the order of the voter list, none where there is
    no list yet.
    """

    office: str
    elections: tuple[str, ...]
    revote: tuple[str, ...]
    categories: tuple[str, ...]
    kelurahan: tuple[tuple[str, str], ...]


def render(warehouse: Warehouse) -> bytes:
    """The workbook."""
    lists = _lists(warehouse)
    city, areas, tally = _city(warehouse), _areas(warehouse), _tally(warehouse)
    known = {**city.ranges("city"), **areas.ranges("area"), **tally.ranges("tally"), **_sources(lists)}
    book = TemplateBook(warehouse.office, TITLE)
    book.add_notes("Petunjuk", "Lembar bantu: cara mengisi gudang.xlsx", STOCK_NOTES)
    book.add_form(city, f"{TITLE}: seluruh kabupaten/kota", (_FILL,), known, frozen=2)
    book.add_form(areas, f"{TITLE}: rincian tiap kelurahan/desa", (_FILL,), known, frozen=3)
    said = "Satu baris untuk setiap temuan; jumlahnya masuk sendiri ke kolom kategori di Rekap dan Per Wilayah."
    book.add_form(tally, "Lembar bantu: rincian kerusakan", (said,), known, frozen=0)
    book.add_lists(_LISTS, "Lembar bantu: isi pilihan di lembar lain", lists)
    book.open_with(city.sheet)
    return book.content()


def _lists(warehouse: Warehouse) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {
        "Jenis Pemilihan": [title(election) for election in warehouse.elections],
        "Peruntukan": [_VOTING, _REVOTE],
        "Kategori": warehouse.categories,
    }
    if warehouse.kelurahan:
        by_kecamatan: dict[str, list[str]] = {}
        for kecamatan, kelurahan in warehouse.kelurahan:
            by_kecamatan.setdefault(kecamatan, []).append(kelurahan)
        pairs = [(kecamatan, kelurahan) for kecamatan, names in by_kecamatan.items() for kelurahan in names]
        found["Kecamatan"] = list(by_kecamatan)
        found["Kecamatan dari"] = [kecamatan for kecamatan, _ in pairs]
        found["Kelurahan/Desa"] = [kelurahan for _, kelurahan in pairs]
    return found


def _sources(lists: dict[str, Sequence[str]]) -> dict[str, str]:
    """Where each drop-down finds its words; the kelurahan are those of the kecamatan in the same row."""
    areas = [
        f"{_LISTS}!${letter}$4:${letter}${len(words) + 3}"
        for letter, words in zip("ABCDEF", lists.values(), strict=False)
    ]
    sources = dict(zip(("elections", "purposes", "categories", "kecamatans"), areas, strict=False))
    return {f"list_{name}": area for name, area in sources.items()} | {"list_kelurahans": areas[-1]}


_OF_KECAMATAN = (
    f'=IF({{kecamatan}}="",{{list_kelurahans}},OFFSET({_LISTS}!$F$1,MATCH({{kecamatan}},{_LISTS}!$E:$E,0)-1,0,'
    f"COUNTIF({_LISTS}!$E:$E,{{kecamatan}}),1))"
)


def _city(warehouse: Warehouse) -> Form:
    """One row per election and stock, and a few to spare; no sum of it is a balance, only what lies in the house."""
    rows = [{"election": title(election), "purpose": _VOTING} for election in warehouse.elections]
    rows += [{"election": title(election), "purpose": _REVOTE} for election in warehouse.revote]
    keys = (
        Column("election", "Jenis Pemilihan", Kind.TEXT, 22, choices="={list_elections}"),
        Column(
            "purpose", "Peruntukan", Kind.TEXT, 13, choices="={list_purposes}",
            hint="PSU: surat suara pemungutan suara ulang, stok tersendiri.",
        ),
    )  # fmt: skip
    promised = (
        _count("ordered", "Dipesan", "Jumlah menurut keputusan dan kontrak."),
        _count("noted", "Surat Jalan", "Jumlah menurut surat jalan atau label koli."),
    )
    sums = "SUMIFS({tally_sheets},{tally_election},{election},{tally_purpose},{purpose},{tally_category},{head})"
    columns = (*keys, *promised, *_figures(warehouse, sums, keys, _LEFT_OVER))
    return Form("Rekap", columns, 4, (Block([*rows, *[{}] * _SPARE_ROWS], "JUMLAH SELURUHNYA"),))


def _areas(warehouse: Warehouse) -> Form:
    """One block per election: a row for each kelurahan, and their sum."""
    kind = Kind.FIXED if warehouse.kelurahan else Kind.TEXT
    keys = (
        Column("election", "Jenis Pemilihan", Kind.FIXED, 22),
        Column("kecamatan", "Kecamatan", kind, 22),
        Column("kelurahan", "Kelurahan/Desa", kind, 22),
    )
    sums = (
        f'SUMIFS({{tally_sheets}},{{tally_election}},{{election}},{{tally_purpose}},"{_VOTING}",'
        "{tally_kecamatan},{kecamatan},{tally_kelurahan},{kelurahan},{tally_category},{head})"
    )
    places = warehouse.kelurahan or (("", ""),) * BLANK_ROWS
    blocks = tuple(
        Block(
            [{"election": title(election), "kecamatan": one, "kelurahan": two} for one, two in places],
            f"JUMLAH {title(election).upper()}",
        )
        for election in warehouse.elections
    )
    return Form("Per Wilayah", (*keys, *_figures(warehouse, sums, keys, _LEFT_OVER_HERE)), 4, blocks)


def _tally(warehouse: Warehouse) -> Form:
    """What was found damaged, as it is found."""
    is_known = bool(warehouse.kelurahan)
    columns = (
        Column("date", "Tanggal", Kind.DATE, 13),
        Column("election", "Jenis Pemilihan", Kind.TEXT, 22, choices="={list_elections}"),
        Column("purpose", "Peruntukan", Kind.TEXT, 13, choices="={list_purposes}"),
        Column("kecamatan", "Kecamatan", Kind.TEXT, 22, choices="={list_kecamatans}" if is_known else ""),
        Column("kelurahan", "Kelurahan/Desa", Kind.TEXT, 22, choices=_OF_KECAMATAN if is_known else ""),
        Column("category", "Kategori", Kind.TEXT, 30, choices="={list_categories}"),
        Column("sheets", "Lembar", Kind.COUNT, 11, least=1),
        Column("status", "Status", Kind.CHECK, 20, formula=_STATUS),
    )
    return Form("Rincian Kerusakan", columns, 4, (Block([{}] * TALLY_ROWS),))


def _figures(warehouse: Warehouse, sums: str, keys: Sequence[Column], left_over: str) -> tuple[Column, ...]:
    """The figures of a row: counted, derived, checked, and the damage by category."""
    ids = [f"category{number}" for number in range(len(warehouse.categories))]
    cells = f"{{{ids[0]}}}:{{{ids[-1]}}}"
    check = _CHECK.replace("KEYS", ",".join(f'{{{key.id}}}=""' for key in keys))
    return (
        _count("received", "Diterima", "Hasil hitung lembar, bukan angka surat jalan."),
        _count("good", "Baik", "Lembar yang dapat dipakai, termasuk cacat yang layak pakai."),
        _count("usable", "Cacat Layak Pakai", "Bagian dari Baik."),
        Column(
            "damaged", "Rusak", Kind.SUM, 11,
            formula=f'=IF({{received}}="","",SUM({cells}))',
            total=f'=IF(COUNT({{received}})=0,"",SUM({{damaged}})+{left_over})',
        ),
        _count("swapped", "Salah Daerah", "Surat suara daerah atau pemilihan lain; bukan rusak."),
        _count("unsorted", "Belum Disortir", "Diterima, tetapi belum disortir."),
        _count("later", "Susulan", "Kiriman pengganti yang diterima kemudian dan baik; tidak termasuk Diterima."),
        Column(
            "check", "Periksa", Kind.CHECK, 22, formula=check,
            total=f'=IF({left_over}=0,"",{left_over}&" rusak belum masuk")',
        ),
        *(
            Column(
                each, category, Kind.SUM, 7,
                formula=f'=IF({{received}}="","",{sums})', total=_total(each), is_upright=True,
            )
            for each, category in zip(ids, warehouse.categories, strict=True)
        ),
    )  # fmt: skip


def _count(name: str, header: str, hint: str) -> Column:
    return Column(name, header, Kind.COUNT, 12, total=_total(name), hint=hint)


def _total(name: str) -> str:
    """A sum that stays blank until something was counted."""
    return f'=IF(COUNT({{received}})=0,"",SUM({{{name}}}))'
