"""The minutes of destroying what is left over on the day before voting: surplus and damage, never the revote stock."""

from collections.abc import Sequence

from logistik.core.movements import ORIGIN_TITLES, WAY_TITLES, Moved, Origin, Way, taken
from logistik.core.wording import long_date, number
from logistik.documents.blocks import Cell, Column, Content, Facts, Heading, Kind, Line, Numbered, Paragraph, Table
from logistik.documents.minutes import closing, figure, numbered, opening
from logistik.documents.minutes_model import Leaving, Minutes
from logistik.documents.words import OPEN, amount

LAW = (
    "Undang-Undang Nomor 1 Tahun 2015 sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang "
    "Nomor 6 Tahun 2020, Pasal 82 ayat (5) dan ayat (6)"
)
"""Surplus is destroyed with police and Bawaslu as witnesses, and with minutes."""
_SWAPPED = (
    "Surat suara salah daerah tidak termasuk jumlah di atas. Surat suara itu dimusnahkan, kecuali yang "
    "dikembalikan atau diserahkan dengan berita acara tersendiri; {}."
)
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
        Paragraph(_SWAPPED.format(_by_hand(leaving))),
        *_gone(leaving),
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
        *((Column(("Sudah", "keluar")),) if any(each.gone_before for each in leaving) else ()),
        Column(("Dimus-", "nahkan")),
    )
    figures = [(*_destroyed_of(each)[: len(columns) - 2], each.destroyed) for each in leaving]
    rows = tuple(Line((each.title, *map(figure, own))) for each, own in zip(leaving, figures, strict=True))
    totals = map(_added, zip(*figures, strict=True))
    return Table(columns, rows, ("Jumlah", *map(figure, totals)), "Pemusnahan")


def _destroyed_of(each: Leaving) -> tuple[int | None, ...]:
    """What there was of everything that is destroyed, and what of it is gone already."""
    return each.surplus, each.damaged, each.later_damaged, -each.gone_before


def _swapped(leaving: Sequence[Leaving]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Salah", "daerah")),
        Column(("Dikembalikan/", "diserahkan")),
        Column(("Dimus-", "nahkan")),
        *((Column(("Sisa",)),) if _swapped_gone(leaving) else ()),
    )
    rows = tuple(Line(_swapped_of(each)[: len(columns)]) for each in leaving)
    return Table(columns, rows, None, "Salah daerah")


def _swapped_of(each: Leaving) -> tuple[Cell, ...]:
    """What was recorded of swapped sheets; where nothing was, the columns are filled in by hand."""
    gone = [moved for moved in each.gone if moved.origin is Origin.SWAPPED]
    destroyed = taken(gone, way=Way.DESTROYED)
    told: tuple[Cell, Cell] = (taken(gone) - destroyed, destroyed) if gone else ("", "")
    return each.title, figure(each.swapped), *told, figure(each.swapped_left)


def _swapped_gone(leaving: Sequence[Leaving]) -> bool:
    return any(moved.origin is Origin.SWAPPED for each in leaving for moved in each.gone)


def _by_hand(leaving: Sequence[Leaving]) -> str:
    if _swapped_gone(leaving):
        return "yang sudah tercatat keluar menurut catatan, selebihnya diisi dengan tangan"
    return "kedua kolom terakhir diisi dengan tangan"


def _gone(leaving: Sequence[Leaving]) -> list[Content]:
    """What is gone already, each with its minutes."""
    told = [f"{each.title}: {_moved(moved)};" for each in leaving for moved in each.gone]
    return [Numbered("Sudah keluar dengan berita acara tersendiri:", tuple(told))] if told else []


def _moved(moved: Moved) -> str:
    to = f" kepada {moved.recipient}" if moved.recipient else ""
    return (
        f"{number(moved.sheets)} lembar {ORIGIN_TITLES[moved.origin]} {WAY_TITLES[moved.way]}{to}, berita acara nomor "
        f"{moved.number} tanggal {long_date(moved.day)} (catatan ledger nomor {moved.entry})"
    )


def _left(leaving: Sequence[Leaving]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Baik",)),
        Column(("Susulan", "baik")),
        Column(("Kelebihan", "keluar") if any(each.gone for each in leaving) else ("Kelebihan", "dimus-", "nahkan")),
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
