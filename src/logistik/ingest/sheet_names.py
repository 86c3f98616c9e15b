"""The region that only a sheet's name tells: one sheet per kecamatan or kelurahan, without a column that says so."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from logistik.core.grid import Value
from logistik.core.vocabulary import Field
from logistik.ingest.finder import RegionFinder
from logistik.ingest.labels import LEVELS
from logistik.ingest.names import clean, region_key, words
from logistik.ingest.tables import Table
from logistik.ingest.titles import contradiction, in_passing, is_city

_BELOW = (Field.KECAMATAN, Field.KELURAHAN)
_COPY = r"\s*\([0-9]+\)\s*$"
_ORDINAL = r"^\s*(?:0[0-9]+\b|[0-9]{1,3}\s*[.)_])[\s.)_-]*(?=\S)"
_ORDINAL_DIGITS = 2
_WALI_KOTA = r"(?i)(?<![^\W_])wali[\s_]+kota(?![^\W_])"
_LONG_LIST = 3
"""Lists of so many kelurahan, most of which are the same, are two drafts of one list."""
_WORDS = """
    sheet lembar hoja worksheet dpt dps dptb dpk dpshp tps rekap rekapitulasi data stok stock gudang logistik kpu
    sortir  penyortiran sortlip lipat pelipatan hasil hitung penghitungan surat suara psu pemilihan pilkada pemilu
    pilgub  pilbup pilwali pilwalkot pilwako pilwakot pilwalikota gubernur bupati walikota wakil dan presiden
    pilpres ppwp dpr  dprd dpd ri provinsi prov tahun tgl tanggal hari januari februari maret april mei juni juli
    agustus september  oktober november desember jan feb mar apr jun jul agu ags agt sep sept okt nov des final
    fix revisi rev draf draft  konsep salinan copy backup tabel daftar pemilih tetap laporan lap form formulir
    total jumlah semua gabungan shift  tim regu kelompok sesi tahap gelombang input master kerusakan rusak baik
    diterima penerimaan stand posisi s d sd  per a b c d e f csv ballot
"""
_GENERIC = frozenset(_WORDS.split())
"""Words of sheet names that name no region; one with a number behind it (Sheet1, Tahap2) is still the same word."""

_DIRECTIONS = frozenset({"kota", "pusat", "tengah", "timur", "barat", "utara", "selatan"})


class SheetName(NamedTuple):
    """What the name of a sheet says: a kecamatan and kelurahan after their label, else plain words that may be one.

    `plain` holds the words as they stand, then without number and words such as DPT; empty if they name nothing.
    """

    kecamatan: str = ""
    kelurahan: str = ""
    plain: tuple[str, ...] = ()

    def said(self, level: Field) -> str:
        """The name after its label."""
        return self.kecamatan if level is Field.KECAMATAN else self.kelurahan


def read_name(sheet: str) -> SheetName:
    """The regions in a sheet's name: `Kec. Balikpapan Kota`, `KEL DAMAI`, `1. Damai`, `DPT Damai (2)`."""
    whole = re.sub(_COPY, "", clean(sheet))
    spoken = re.findall(r"[^\W_]+", re.sub(_WALI_KOTA, "walikota", re.sub(_ORDINAL, "", whole)))
    labelled: dict[str, list[str]] = {}
    level: Field | None = None
    for word in spoken:
        if (found := LEVELS.get(word.casefold())) is not None:
            level = found
        elif level is not None:
            labelled.setdefault(level, []).append(word)
    if level is not None:
        names = {each: " ".join(_trimmed(parts)) for each, parts in labelled.items()}
        return SheetName(names.get(Field.KECAMATAN, ""), names.get(Field.KELURAHAN, ""))
    bare = " ".join(_trimmed(spoken))
    if not any(len(word) > 1 and word.isalpha() for word in bare.split()) or is_city(bare):
        return SheetName()
    return SheetName(plain=tuple(dict.fromkeys((whole, bare))))


def is_direction(name: str) -> bool:
    """Whether a name is only `Kota` or a direction, which is half of a kecamatan's name more often than all of it."""
    return words(name) in _DIRECTIONS


def _trimmed(spoken: Sequence[str]) -> list[str]:
    """The words between those at either end that name no region; a number beside a name is part of it (Sepinggan 2)."""
    parts = list(spoken)
    while parts and _is_generic(parts[0]) and not (len(parts) > 1 and _is_small(parts[0])):
        parts.pop(0)
    while parts and _is_generic(parts[-1]) and not (len(parts) > 1 and _is_small(parts[-1])):
        parts.pop()
    return parts


def _is_small(word: str) -> bool:
    return word.isdigit() and len(word) <= _ORDINAL_DIGITS


def _is_generic(word: str) -> bool:
    return word.casefold().rstrip("0123456789") in _GENERIC or not word.strip("0123456789")


def with_column(table: Table, level: Field) -> bool:
    """Whether a column or a title of the table says its region of a level."""
    return table.position(level) is not None or level in table.context


def _with(table: Table, **regions: str) -> Table:
    said = {level: name for level, name in regions.items() if name}
    return table._replace(context={**table.context, **said}) if said else table


def name_rolls(tables: Sequence[Table]) -> list[Table]:
    """Voter lists with the region that their sheet's name tells, where neither a column nor a title does.

    A name after its label (`Kec. Damai`) counts. Plain words count only if several sheets have them, each of its
    own and none with the kelurahan of another: two drafts of one list are not two kecamatan.
    """
    labelled = [
        _with(table, **{
            level: in_passing(table.context, level) or read_name(table.grid.sheet).said(level)
            for level in _BELOW
            if not with_column(table, level)
        })
        for table in tables
    ]  # fmt: skip
    lacking = [(table, level) for table in labelled if (level := _lacks(table)) is not None]
    plain = {id(table): (level, name[-1]) for table, level in lacking if (name := read_name(table.grid.sheet).plain)}
    names = {region_key(name, level.value) for level, name in plain.values()}
    if len(names) < 2 or len(plain) < len(lacking) or _are_drafts([table for table, _ in lacking]):
        return labelled
    return [
        _with(table, **{plain[id(table)][0]: plain[id(table)][1]}) if id(table) in plain else table
        for table in labelled
    ]


def _lacks(table: Table) -> Field | None:
    """The level that a list's sheet has to name: the kelurahan if no column does, else the kecamatan."""
    return next((level for level in reversed(_BELOW) if not with_column(table, level)), None)


def _are_drafts(tables: Iterable[Table]) -> bool:
    """Whether two sheets list the same kelurahan, and a short list the same rows too."""
    names: dict[tuple[str, str], set[str]] = {}
    rows: dict[tuple[str, str], set[tuple[Value, ...]]] = {}
    for table in tables:
        column = table.position(Field.KELURAHAN)
        place = table.grid.file, table.grid.sheet
        for row, values in table.data_rows() if column is not None else ():
            if name := region_key(table.text(row, column), "kelurahan"):
                names.setdefault(place, set()).add(name)
                rows.setdefault(place, set()).add(tuple(values))
    return any(
        len(names[one] & names[other]) * 2 > (shorter := min(len(names[one]), len(names[other])))
        and (shorter >= _LONG_LIST or rows[one] & rows[other])
        for one, other in combinations(names, 2)
    )


def name_stock(table: Table, finder: RegionFinder) -> Table:
    """A warehouse table with the region that its sheet's name tells, where neither a column nor a title does.

    A name without a label counts only if the roll has it and it is not the kabupaten's too; that of a kelurahan below
    a titled kecamatan only if it lies there. Where two titles name different kecamatan and nothing else tells, the
    rows are of no region, rather than of the kabupaten/kota.
    """
    named = _by_name(table, finder)
    said = named.context.get(contradiction(Field.KECAMATAN), "")
    if said and not any(with_column(named, level) for level in _BELOW):
        return _with(named, **{Field.KECAMATAN: said})
    return named


def _by_name(table: Table, finder: RegionFinder) -> Table:
    lacks = [level for level in _BELOW if not with_column(table, level)]
    around = None
    if Field.KECAMATAN not in lacks:
        titled = finder.known(Field.KECAMATAN, table.context.get(Field.KECAMATAN, ""))
        if not lacks or not titled or table.position(Field.KECAMATAN) is not None:
            return table
        around = titled[0].kecamatan
    name = read_name(table.grid.sheet)
    passing = {level: said for level in lacks if finder.known(level, said := in_passing(table.context, level))}
    labelled = {level: said for level in lacks if (said := name.said(level))}
    if passing or labelled:
        return _with(table, **{**labelled, **passing})
    for level in lacks:
        for said in name.plain:
            if not finder.is_kota(said) and any(around in (None, key.kecamatan) for key in finder.known(level, said)):
                return _with(table, **{level: said})
    return table
