"""`koli.xlsx`: the cartons of a delivery, what their labels say, and what was counted."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.checks.case import title
from logistik.render.templates.book import TemplateBook
from logistik.render.templates.form import Block, Column, Form, Kind
from logistik.render.templates.notes import CARTON_NOTES

TITLE = "Daftar Koli Surat Suara"
_LISTS = "Daftar"
_LINE = "Satu baris untuk setiap koli. Isi sel kuning; cara mengisi ada di lembar Petunjuk."
_GOOD = "Baik"
_CONDITIONS = (_GOOD, "Basah", "Terbuka", "Segel rusak")
_NOT_COUNTED = "belum dihitung"
_CHECK = (
    '=IF(COUNTA({number},{election},{purpose},{noted},{received},{condition},{kecamatan})=0,"",'
    'IF(OR({number}="",{election}="",{noted}=""),"lengkapi",'
    'IF(COUNTIFS({carton_number},{number},{carton_election},{election},{carton_purpose},"="&{purpose})>1,"nomor ganda",'
    f'IF(AND({{condition}}<>"",{{condition}}<>"{_GOOD}"),{{condition}},'
    f'IF({{received}}="","{_NOT_COUNTED}",'
    'IF({received}>{noted},"Lebih "&({received}-{noted}),'
    'IF({received}<{noted},"Kurang "&({noted}-{received}),"cocok")))))))'
)
_WRONG = f'SUMPRODUCT(({{check}}<>"")*({{check}}<>"cocok")*({{check}}<>"{_NOT_COUNTED}"))'


class Cartons(NamedTuple):
    """What the book of cartons is made for: elections and kecamatan that are offered, and how many rows it has."""

    office: str
    elections: tuple[str, ...]
    kecamatan: tuple[str, ...]
    rows: int


def render(cartons: Cartons) -> bytes:
    """The workbook."""
    lists: dict[str, Sequence[str]] = {
        "Jenis Pemilihan": [title(election) for election in cartons.elections],
        "Peruntukan": ["Pemilihan", "PSU"],
        "Kondisi": _CONDITIONS,
    }
    if cartons.kecamatan:
        lists["Kecamatan"] = cartons.kecamatan
    sources = {
        f"list_{name}": f"{_LISTS}!${letter}$4:${letter}${len(words) + 3}"
        for name, letter, words in zip(
            ("elections", "purposes", "conditions", "kecamatan"), "ABCD", lists.values(), strict=False
        )
    }
    right = ("cocok", _NOT_COUNTED)
    form = Form("Koli", _columns(has_regions=bool(cartons.kecamatan)), 5, (Block([{}] * cartons.rows),), right)
    book = TemplateBook(cartons.office, TITLE)
    book.add_form(form, TITLE, (_LINE,), {**form.ranges("carton"), **sources}, frozen=1, has_totals_above=True)
    book.add_notes("Petunjuk", "Lembar bantu: cara mengisi koli.xlsx", CARTON_NOTES)
    book.add_lists(_LISTS, "Lembar bantu: isi pilihan di lembar lain", lists)
    return book.content()


def _columns(*, has_regions: bool) -> tuple[Column, ...]:
    return (
        Column(
            "number", "No. Koli", Kind.TEXT, 14, total='=IF(COUNTA({number})=0,"JUMLAH",COUNTA({number})&" koli")',
            hint="Nomor di label koli, atau nomor sendiri yang ditulis di koli: G-001, G-002 ...",
        ),
        Column("election", "Jenis Pemilihan", Kind.TEXT, 22, choices="={list_elections}"),
        Column(
            "purpose", "Peruntukan", Kind.TEXT, 13, choices="={list_purposes}",
            hint="Kosong berarti Pemilihan. PSU: surat suara pemungutan suara ulang, stok tersendiri.",
        ),
        Column(
            "noted", "Isi Label", Kind.COUNT, 12, total=_total("noted"), least=1,
            hint="Lembar menurut label koli.",
        ),
        Column(
            "received", "Hasil Hitung", Kind.COUNT, 12, total=_total("received"),
            hint="Lembar yang dihitung setelah koli dibuka; kosong selama belum dihitung.",
        ),
        Column("condition", "Kondisi", Kind.TEXT, 14, choices="={list_conditions}"),
        Column(
            "kecamatan", "Kecamatan", Kind.TEXT, 22, choices="={list_kecamatan}" if has_regions else "",
            hint="Hanya kalau koli itu memang untuk satu kecamatan.",
        ),
        Column(
            "check", "Cek", Kind.CHECK, 18, formula=_CHECK,
            total=f'=IF({_WRONG}=0,"",{_WRONG}&" koli perlu dicek")',
        ),
        Column("remark", "Keterangan", Kind.TEXT, 28, hint="Tempat di gudang, surat jalan, dan catatan lain."),
    )  # fmt: skip


def _total(name: str) -> str:
    """A sum that stays blank until there is something to sum."""
    return f'=IF(COUNT({{{name}}})=0,"",SUM({{{name}}}))'
