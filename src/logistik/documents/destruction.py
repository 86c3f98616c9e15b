"""The minutes of destroying what is left over on the day before voting: surplus and damage, never the revote stock."""

from collections.abc import Sequence

from logistik.core.wording import number
from logistik.documents.blocks import Column, Content, Facts, Heading, Kind, Line, Numbered, Paragraph, Table
from logistik.documents.minutes import closing, figure, numbered, opening
from logistik.documents.minutes_model import Leaving, Minutes
from logistik.documents.words import OPEN, amount

LAW = (
    "Undang-Undang Nomor 1 Tahun 2015 sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang "
    "Nomor 6 Tahun 2020, Pasal 82 ayat (5) dan ayat (6)"
)
"""Surplus is destroyed with police and Bawaslu as witnesses, and with minutes."""
_REVOTE = (
    "Dikecualikan dari pemusnahan: surat suara pemungutan suara ulang (PSU), yang tetap disimpan oleh penyelenggara "
    "yang menetapkannya"
)


def destruction_content(minutes: Minutes) -> list[Content]:
    """The body: what is destroyed in figures and words, what becomes of swapped sheets, and what is left."""
    leaving = minutes.leaving
    content: list[Content] = [Heading("BERITA ACARA PEMUSNAHAN SURAT SUARA", level=1), numbered(minutes.number)]
    if minutes.laws:
        content.append(Numbered("Berdasarkan:", tuple(f"{law};" for law in minutes.laws)))
    content += [
        opening(
            minutes.form,
            minutes.day,
            "telah dimusnahkan surat suara yang kelebihan dan yang rusak, dengan jumlah sebagai berikut:",
        ),
        _destroyed(leaving),
        Numbered("Jumlah yang dimusnahkan:", tuple(f"{each.title}: {_told(each.destroyed)};" for each in leaving)),
        Facts((("Cara pemusnahan", f"{OPEN} (dibakar/dicacah)"), ("Pukul", OPEN))),
        Heading("Salah daerah (tertukar)"),
        _swapped(leaving),
        Paragraph(
            "Surat suara salah daerah tidak termasuk jumlah di atas. Surat suara itu dimusnahkan, kecuali yang "
            "dikembalikan atau diserahkan dengan berita acara tersendiri; kedua kolom terakhir diisi dengan tangan."
        ),
        Paragraph(f"{_REVOTE}: {', '.join(minutes.kept)}." if minutes.kept else f"{_REVOTE}."),
        Heading("Sesudah pemusnahan"),
        _left(leaving),
        *map(Paragraph, _limits(leaving)),
    ]
    others = ("Saksi lain", "")
    return [*content, *closing(minutes.city, (minutes.form.signatory, minutes.form.signatory_name), others)]


def _destroyed(leaving: Sequence[Leaving]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Kele-", "bihan")),
        Column(("Rusak",)),
        Column(("Rusak,", "susulan")),
        Column(("Dimus-", "nahkan")),
    )
    rows = tuple(
        Line((each.title, *map(figure, (each.surplus, each.damaged, each.later_damaged, each.destroyed))))
        for each in leaving
    )
    totals = (
        _added([each.surplus for each in leaving]),
        _added([each.damaged for each in leaving]),
        _added([each.later_damaged for each in leaving]),
        _added([each.destroyed for each in leaving]),
    )
    return Table(columns, rows, ("Jumlah", *map(figure, totals)), "Pemusnahan")


def _swapped(leaving: Sequence[Leaving]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Salah", "daerah")),
        Column(("Dikembalikan/", "diserahkan")),
        Column(("Dimus-", "nahkan")),
    )
    rows = tuple(Line((each.title, figure(each.swapped), "", "")) for each in leaving)
    return Table(columns, rows, None, "Salah daerah")


def _left(leaving: Sequence[Leaving]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Baik",)),
        Column(("Susulan", "baik")),
        Column(("Kelebihan", "dimus-", "nahkan")),
        Column(("Dapat", "dipakai")),
        Column(("Dasar",)),
    )
    rows = tuple(
        Line((each.title, *map(figure, (each.good, each.later, each.surplus, each.usable, each.base))))
        for each in leaving
    )
    return Table(columns, rows, None, "Sisa")


def _limits(leaving: Sequence[Leaving]) -> list[str]:
    """For each election that what is left does not exceed what was fixed, and what has not come yet."""
    said = []
    for each in leaving:
        if each.usable is None or each.base is None:
            said.append(f"{each.title}: surat suara yang dapat dipakai sesudah pemusnahan belum diketahui.")
            continue
        fixed = "jumlah yang ditetapkan" if each.is_ordered else "kebutuhan menurut DPT dan cadangan per TPS"
        said.append(
            f"{each.title}: surat suara yang dapat dipakai sesudah pemusnahan {number(each.usable)} lembar, "
            f"tidak melebihi {fixed}, yaitu {number(each.base)} lembar."
        )
        if each.outstanding:
            said.append(
                f"{each.title}: {number(each.outstanding)} lembar yang diminta belum datang saat berita acara ini "
                "disusun."
            )
    return said


def _added(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _told(value: int | None) -> str:
    return f"{OPEN} ( {OPEN} ) lembar" if value is None else amount(value)
