"""`pengesetan.xlsx`: what is put into the box of each TPS, counted twice, beside what it needs."""

from collections.abc import Mapping
from typing import NamedTuple

from logistik.checks.case import title
from logistik.core.rules import Rate
from logistik.render.templates.book import TemplateBook
from logistik.render.templates.form import Block, Column, Form, Kind
from logistik.render.templates.notes import PACKING_NOTES

TITLE = "Pengesetan Surat Suara per TPS"
_LINE = "Isi sel kuning. Kosong berarti belum dikemas; cara mengisi ada di lembar Petunjuk."
_CHECK = (
    '=IF(AND({packed}="",{second}="",{sealed}<>"Ya"),"",'
    'IF(OR({kelurahan}="",{tps}=""),"lengkapi TPS",'
    'IF({packed}="","isi Dikemas",'
    'IF(AND({second}<>"",{second}<>{packed}),"Hitungan berbeda",'
    'IF({required}="","DPT belum ada",'
    'IF({packed}>{required},"Lebih "&({packed}-{required}),'
    'IF({packed}<{required},"Kurang "&({required}-{packed}),"cocok")))))))'
)


class Box(NamedTuple):
    """A TPS that boxes are packed for: where it is, and what it needs, in sheets of each election; None if unknown."""

    kecamatan: str
    kelurahan: str
    tps: str
    voters: int | None
    reserve: int | None


class Packing(NamedTuple):
    """What the packing book is made for; without a voter list there are `rows` blank ones and no boxes.

    `reserve` is the share of the voters of a TPS that comes on top, for rows that are typed.
    """

    office: str
    elections: tuple[str, ...]
    boxes: tuple[Box, ...]
    rows: int
    reserve: Rate


def render(packing: Packing) -> bytes:
    """The workbook: a row a TPS, and for each election what was packed, a second count, the seal, and a check."""
    form = Form("Pengesetan", _columns(packing), 5, (Block(_rows(packing)),))
    book = TemplateBook(packing.office, TITLE)
    book.add_form(form, TITLE, (_LINE,), {}, frozen=3, has_totals_above=True)
    book.add_notes("Petunjuk", "Lembar bantu: cara mengisi pengesetan.xlsx", PACKING_NOTES)
    return book.content()


def _rows(packing: Packing) -> list[Mapping[str, str | int]]:
    if not packing.boxes:
        return [{}] * packing.rows
    return [_row(box) for box in packing.boxes]


def _row(box: Box) -> Mapping[str, str | int]:
    row: dict[str, str | int] = {"kecamatan": box.kecamatan, "kelurahan": box.kelurahan, "tps": box.tps}
    if box.voters is not None and box.reserve is not None:
        row |= {"voters": box.voters, "reserve": box.reserve, "required": box.voters + box.reserve}
    return row


def _columns(packing: Packing) -> tuple[Column, ...]:
    of_each = [
        column for number, election in enumerate(packing.elections) for column in _of_election(number, title(election))
    ]
    return (*(_known() if packing.boxes else _typed(packing.reserve)), *of_each)


def _known() -> tuple[Column, ...]:
    """The TPS of the voter list and what they need, locked."""
    return (
        Column("kecamatan", "Kecamatan", Kind.FIXED, 22),
        Column("kelurahan", "Kelurahan/Desa", Kind.FIXED, 22),
        Column("tps", "TPS", Kind.FIXED, 7),
        Column("voters", "DPT", Kind.GIVEN, 10, total=_total("voters")),
        Column("reserve", "Cadangan", Kind.GIVEN, 10, total=_total("reserve")),
        Column("required", "Kebutuhan", Kind.GIVEN, 11, total=_total("required")),
    )


def _typed(reserve: Rate) -> tuple[Column, ...]:
    """The TPS as the office types them, and what follows from their voters."""
    rounded_up = f"INT(({{voters}}*{reserve.numerator}+{reserve.denominator - 1})/{reserve.denominator})"
    return (
        Column("kecamatan", "Kecamatan", Kind.TEXT, 22),
        Column("kelurahan", "Kelurahan/Desa", Kind.TEXT, 22),
        Column("tps", "TPS", Kind.COUNT, 7, least=1),
        Column("voters", "DPT", Kind.COUNT, 10, total=_total("voters")),
        Column(
            "reserve", "Cadangan", Kind.SUM, 10,
            formula=f'=IF({{voters}}="","",{rounded_up})', total=_total("reserve"),
        ),
        Column(
            "required", "Kebutuhan", Kind.SUM, 11,
            formula='=IF({voters}="","",{voters}+{reserve})', total=_total("required"),
        ),
    )  # fmt: skip


def _of_election(number: int, name: str) -> tuple[Column, ...]:
    ids = {each: f"{each}{number}" for each in ("packed", "second", "sealed", "check")}
    check = _CHECK
    for plain in ("packed", "second", "sealed"):
        check = check.replace(f"{{{plain}}}", f"{{{ids[plain]}}}")
    wrong = f'SUMPRODUCT(({{{ids["check"]}}}<>"")*({{{ids["check"]}}}<>"cocok"))'
    return (
        Column(
            ids["packed"], f"Dikemas {name}", Kind.COUNT, 13, total=_total(ids["packed"]),
            hint="Lembar yang masuk kotak, hasil hitung orang pertama.",
        ),
        Column(
            ids["second"], f"Penghitung 2 {name}", Kind.COUNT, 13, total=_total(ids["second"]),
            hint="Hasil hitung orang kedua, tanpa melihat hitungan pertama.",
        ),
        Column(
            ids["sealed"], f"Segel {name}", Kind.TEXT, 11, choices='="Ya,Belum"',
            total=f'=COUNTIF({{{ids["sealed"]}}},"Ya")&" disegel"',
            hint="Ya: kotak sudah disegel dan tidak dibuka lagi.",
        ),
        Column(
            ids["check"], f"Cek {name}", Kind.CHECK, 17, formula=check, marks=3,
            total=f'=IF({wrong}=0,"",{wrong}&" TPS perlu dicek")',
        ),
    )  # fmt: skip


def _total(name: str) -> str:
    """A sum that stays blank until there is something to sum."""
    return f'=IF(COUNT({{{name}}})=0,"",SUM({{{name}}}))'
