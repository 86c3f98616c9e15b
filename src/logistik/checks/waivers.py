"""LG105 pengecualian-tidak-terpakai, LG106 pengecualian-kedaluwarsa, and what the office's waivers set aside.

These two are not found in the sheets but in the other findings, so they are judged after every check has run.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from logistik.checks.meta import CheckMeta
from logistik.core.choice import How, SetAside
from logistik.core.findings import Finding
from logistik.core.office import Pengecualian
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.core.wording import listed, number
from logistik.ingest.names import clean

UNUSED = CheckMeta(
    code="LG105",
    name="pengecualian-tidak-terpakai",
    severity=Severity.WARNING,
    summary="Pengecualian di logistik.toml tidak mengenai temuan mana pun",
    what="Setiap [[pengecualian]] dicari temuannya menurut kode dan tempat, di seluruh audit. Temuan di lebih banyak tempat daripada jumlah yang disetujui tidak dikecualikan. Pengecualian untuk berkas yang tidak ikut diperiksa tidak dinilai; tempat yang tidak diawali nama berkas, atau yang berbeda huruf besar-kecil dari berkas yang diperiksa, disebut salah.",
    why="Kesalahannya mungkin sudah diperbaiki, pindah sel, atau bertambah; pengecualian yang tertinggal dapat menutupi kesalahan baru.",
    example="Pengecualian untuk dpt.xlsx!Balikpapan Utara!G22, padahal Jumlah di sel itu sudah diperbaiki.",
    fix="Hapus pengecualian itu dari logistik.toml, atau perbaiki tempat dan jumlahnya.",
)
EXPIRED = CheckMeta(
    code="LG106",
    name="pengecualian-kedaluwarsa",
    severity=Severity.WARNING,
    summary="Pengecualian di logistik.toml sudah lewat tanggalnya",
    what="Tanggal `sampai` setiap [[pengecualian]] dibandingkan dengan tanggal audit; hari itu sendiri masih berlaku.",
    why="Sesudah tanggalnya, temuan yang dikecualikan dihitung lagi sampai seseorang memutuskan ulang.",
    example="Pengecualian berlaku sampai 2024-11-20, auditnya per 2024-11-21.",
    fix="Perbaiki kesalahannya dan hapus pengecualian itu, atau putuskan ulang dengan tanggal dan alasan yang baru.",
)
METAS = (UNUSED, EXPIRED)


class Judged(NamedTuple):
    """The findings that still count, those that a waiver covers, and what is to be said of the waivers themselves.

    `unjudged` are waivers for files that were not part of the audit: nothing can be said of them.
    """

    counting: list[Finding]
    waived: list[SetAside]
    about: list[Finding]
    unjudged: list[Pengecualian]


def judge(
    findings: Iterable[Finding], waivers: Sequence[Pengecualian], as_of: date, files: Iterable[str], home: Location
) -> Judged:
    """Hold the waivers against all findings of an audit.

    The waiver with the closest place goes first: a cell before its sheet, the sheet before the file. It covers all
    findings of its code in its place that are left, or, if they are in more places than it was given for, none.

    Args:
        findings: everything that was found; nothing may have been left out yet.
        waivers: their codes in full, their places cleaned.
        as_of: the day of the audit; a waiver holds through its last day.
        files: the inputs as locations name them.
        home: where the waivers are written.
    """
    counting = list(findings)
    inputs = [clean(file) for file in files]
    waived: list[SetAside] = []
    used: set[int] = set()
    live = [each for each in waivers if as_of <= each.sampai]
    for depth in (2, 1, 0):
        for place, waiver in enumerate(waivers):
            if waiver in live and (found := _covered(waiver, counting, depth)):
                used.add(place)
                waived += [_set_aside(finding, waiver) for finding in found]
                counting = [each for each in counting if not any(each is finding for finding in found)]
    about: list[Finding] = []
    unjudged: list[Pengecualian] = []
    for place, waiver in enumerate(waivers):
        was_read = any(waiver.tempat == file or waiver.tempat.startswith(f"{file}!") for file in inputs)
        if waiver not in live:
            about.append(_expired(waiver, counting, home, was_read=was_read))
        elif not was_read and place not in used:
            if said := _misspelt(waiver, inputs):
                about.append(UNUSED.at(home, f"Pengecualian {title(waiver)} tidak dipakai: {said[0]}", said[1]))
            else:
                unjudged.append(waiver)
        elif place not in used:
            about.append(_unused(waiver, counting, waived, home))
    return Judged(counting, waived, about, unjudged)


def title(waiver: Pengecualian) -> str:
    """A waiver as messages name it: `LG403 dpt.xlsx!Balikpapan Utara!G22`."""
    return f"{waiver.kode} {waiver.tempat}"


def _misspelt(waiver: Pengecualian, inputs: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with a place that can be that of no file, and how to write it; None if it may be another file."""
    file = waiver.tempat.partition("!")[0]
    near = next((each for each in inputs if each.casefold() == file.casefold()), "")
    if near:
        return f"huruf besar dan kecilnya berbeda dari '{near}'", "Salin tempatnya dari temuan, huruf demi huruf."
    if "." not in file:
        return (
            f"'{file}' bukan nama berkas",
            'Tempat diawali nama berkas, misalnya tempat = "dpt.xlsx!DPT!F4"; salin dari temuannya.',
        )
    return None


def _reach(location: Location | None) -> list[str]:
    """The names of a place as a person copies them: its file, its sheet, its cell, as far as it has them."""
    if location is None:
        return []
    parts = (location, location._replace(cell=None), Location(location.file))
    return [clean(str(each)) for each in reversed(list(dict.fromkeys(parts)))]


def _matches(waiver: Pengecualian, finding: Finding) -> bool:
    return finding.code == waiver.kode and waiver.tempat in _reach(finding.location)


def _covered(waiver: Pengecualian, findings: Sequence[Finding], depth: int) -> list[Finding]:
    """What a waiver covers at a depth (0 file, 1 sheet, 2 cell); nothing where that is more than it was given for."""
    found = [
        each
        for each in findings
        if each.code == waiver.kode and waiver.tempat in _reach(each.location)[depth : depth + 1]
    ]
    return found if sum(each.count for each in found) <= waiver.jumlah else []


def _set_aside(finding: Finding, waiver: Pengecualian) -> SetAside:
    return SetAside(
        finding, How.WAIVER, waiver.alasan, waiver.oleh, waiver.sampai, place=waiver.tempat, covers=waiver.jumlah
    )


def _expired(waiver: Pengecualian, counting: Sequence[Finding], home: Location, *, was_read: bool) -> Finding:
    day = waiver.sampai.isoformat()
    said, hint = f"Pengecualian {title(waiver)} berlaku sampai {day}", ""
    if any(_matches(waiver, each) for each in counting):
        said += "; temuannya dihitung lagi"
    elif was_read:
        said += "; tidak ada lagi temuan yang dikenainya"
        hint = "Hapus pengecualian itu dari logistik.toml."
    return EXPIRED.at(home, said, hint, raw=day)


def _unused(waiver: Pengecualian, counting: Sequence[Finding], waived: Sequence[SetAside], home: Location) -> Finding:
    """Why a waiver covers nothing: too many places, one of many, covered already, elsewhere, or gone."""
    name = f"Pengecualian {title(waiver)}"
    same = [each for each in counting if each.code == waiver.kode]
    places = sum(each.count for each in same if _matches(waiver, each))
    if places:
        return UNUSED.at(
            home,
            f"{name} tidak dipakai: temuannya di {number(places)} tempat, yang disetujui {number(waiver.jumlah)}",
            f"Periksa tempat yang belum disetujui; kalau semuanya memang dikecualikan, tulis jumlah = {places}.",
            raw=waiver.jumlah,
            expected=places,
        )
    around = next((each for each in same if waiver.tempat in map(clean, map(str, each.related))), None)
    if around is not None:
        return UNUSED.at(
            home,
            f"{name} tidak dipakai: tempat itu bagian dari satu temuan di {around.location} "
            f"({number(around.count)} tempat)",
            f'Kalau semuanya memang dikecualikan, tulis tempat = "{around.location}" dan jumlah = {around.count}.',
        )
    if any(_matches(waiver, each.finding) for each in waived):
        return UNUSED.at(home, f"{name} tidak dipakai: temuannya sudah tercakup pengecualian lain")
    elsewhere = listed([str(each.location) for each in same if each.location], most=3)
    return UNUSED.at(
        home,
        f"{name} tidak dipakai: temuan itu tidak ada di sana",
        f"{waiver.kode} ada di {elsewhere}. {UNUSED.fix}" if elsewhere else "",
    )
