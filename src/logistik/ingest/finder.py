"""Which region of the roll a stock row means, or why none."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from logistik.core.regions import CITY, RegionKey, Regions
from logistik.core.vocabulary import Field, Stock
from logistik.ingest.codes import Code, code_in, is_spoilt
from logistik.ingest.names import region_key, words
from logistik.ingest.records import StockRow
from logistik.ingest.regions import Names

_CITY_WORDS = frozenset({"kota", "kabupaten", "kab", "kab kota", "kabupaten kota", "gudang", "gudang kpu", "kpu"})


class Misfit(StrEnum):
    """Why a stock row belongs to no region of the roll."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    AMBIGUOUS = "ambiguous"
    CODE = "code"


class RegionFinder:
    """Finds the region of the roll that a stock row means; never by likeness, only by normal form.

    `codes` are those of the voter lists. They serve rows that give a code and no name, and nothing else.
    """

    def __init__(self, regions: Regions, names: Names, codes: Mapping[Code, RegionKey] = MappingProxyType({})) -> None:
        self._regions = regions
        self._names = names
        self._codes = codes
        self._kota = region_key(regions.kota or "", "kota")
        self._by_kelurahan: dict[str, list[RegionKey]] = {}
        for key in regions.names:
            if key.kelurahan:
                self._by_kelurahan.setdefault(key.kelurahan, []).append(key)

    def known(self, level: str, name: str) -> Sequence[RegionKey]:
        """The regions of a level that the roll calls so."""
        key = self._names.key(name, level) if name else ""
        if level == Field.KELURAHAN:
            return self._by_kelurahan.get(key, [])
        return [RegionKey(key)] if key and RegionKey(key) in self._regions else []

    def is_kota(self, name: str) -> bool:
        """Whether a name is that of the kabupaten/kota, with or without `Kab.`."""
        return self._kota != "" and region_key(name, "kota") == self._kota

    def find(self, rows: Sequence[StockRow]) -> list[RegionKey | Misfit]:
        """The region of each row of a table, or why it has none; the stock for a revote is the kabupaten/kota's."""
        named = [self._named(row) for row in rows]
        is_ours = all(map(self._agrees, rows, named))
        return [
            self._by_code(row, is_ours=is_ours) if found is None else found
            for row, found in zip(rows, named, strict=True)
        ]

    def _named(self, row: StockRow) -> RegionKey | Misfit | None:
        """The region by its name; None for a row that has only a code."""
        if row.stock is Stock.REVOTE:
            return CITY
        if _code_alone(row) and not (row.kecamatan or row.kelurahan):
            return None
        found = self.region(row.kecamatan, row.kelurahan)
        return None if isinstance(found, Misfit) and _code_alone(row) else found

    def _agrees(self, row: StockRow, named: RegionKey | Misfit | None) -> bool:
        """Whether a code without dots can be of the roll's system; one that cannot makes all of them doubtful."""
        code = code_in(_code_alone(row) if named is None else row.code)
        if code is None or code[0] or isinstance(named, Misfit):
            return True
        return code in self._codes and named in (None, CITY, self._codes[code])

    def _by_code(self, row: StockRow, *, is_ours: bool) -> RegionKey | Misfit:
        """The region beside which the roll has the same code; codes without dots only if they are the roll's own."""
        code = code_in(_code_alone(row))
        if code is None or not (code[0] or is_ours):
            return Misfit.CODE
        return self._codes.get(code, Misfit.CODE)

    def region(self, kecamatan: str, kelurahan: str) -> RegionKey | Misfit:
        """The region of two names, either of which may be blank; both blank is the kabupaten/kota."""
        kecamatan_key = self._names.key(kecamatan, "kecamatan") if kecamatan else ""
        kelurahan_key = self._names.key_within(kecamatan_key, kelurahan) if kelurahan else ""
        if not kelurahan_key:
            if not kecamatan_key or self._is_city(kecamatan, kecamatan_key):
                return CITY
            key = RegionKey(kecamatan_key)
            return key if key in self._regions else Misfit.KECAMATAN
        if not kecamatan_key:
            if self._is_city(kelurahan, kelurahan_key) and kelurahan_key not in self._by_kelurahan:
                return CITY
            same = self._by_kelurahan.get(kelurahan_key, [])
            return same[0] if len(same) == 1 else Misfit.AMBIGUOUS if same else Misfit.KELURAHAN
        if RegionKey(kecamatan_key) not in self._regions:
            return Misfit.KECAMATAN
        key = RegionKey(kecamatan_key, kelurahan_key)
        return key if key in self._regions else Misfit.KELURAHAN

    def is_kecamatan(self, text: str) -> bool:
        """Whether a name is that of a kecamatan of the roll."""
        return RegionKey(self._names.key(text, "kecamatan")) in self._regions

    def _is_city(self, text: str, key: str) -> bool:
        """Whether a name means the whole kabupaten/kota; `Balikpapan Kota` is a kecamatan, `Kota Balikpapan` is not."""
        if self.is_kota(text) and words(text).startswith(("kota", "kab")):
            return True  # no alias makes the kabupaten/kota a kecamatan
        text = str(self._names.meant(text, "kecamatan"))
        spoken = words(text)
        if spoken.startswith(("kabupaten ", "kab ")) and spoken not in _CITY_WORDS:
            return not self._kota or region_key(text, "kota") == self._kota
        if RegionKey(key) in self._regions:
            return False
        return spoken in _CITY_WORDS or self.is_kota(text) or (not self._kota and spoken.startswith("kota "))


def _code_alone(row: StockRow) -> str:
    """The code of a row that names no region; "" if it does, or if it has no code that can be a region's."""
    typed = [text for text in (row.kecamatan, row.kelurahan) if text]
    said = typed[0] if len(typed) == 1 else row.code if not typed else ""
    return said if code_in(said) or is_spoilt(said) else ""
