"""Which region of the roll a stock row means, or why none."""

from enum import StrEnum

from logistik.core.regions import CITY, RegionKey, Regions
from logistik.core.vocabulary import Stock
from logistik.ingest.names import region_key, words
from logistik.ingest.records import StockRow
from logistik.ingest.regions import Names

_CITY_WORDS = frozenset({"kota", "kabupaten", "kab", "kab kota", "kabupaten kota", "gudang", "gudang kpu", "kpu"})


class Misfit(StrEnum):
    """Why a stock row belongs to no region of the roll."""

    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    AMBIGUOUS = "ambiguous"


class RegionFinder:
    """Finds the region of the roll that a stock row means; never by likeness, only by normal form."""

    def __init__(self, regions: Regions, names: Names) -> None:
        self._regions = regions
        self._names = names
        self._kota = region_key(regions.kota or "", "kota")
        self._by_kelurahan: dict[str, list[RegionKey]] = {}
        for key in regions.names:
            if key.kelurahan:
                self._by_kelurahan.setdefault(key.kelurahan, []).append(key)

    def find(self, row: StockRow) -> RegionKey | Misfit:
        """The region of a row, or why it has none; the stock for a revote is the kabupaten/kota's."""
        return CITY if row.stock is Stock.REVOTE else self.region(row.kecamatan, row.kelurahan)

    def region(self, kecamatan: str, kelurahan: str) -> RegionKey | Misfit:
        """The region of two names, either of which may be blank; both blank is the kabupaten/kota."""
        kecamatan_key = self._names.key(kecamatan, "kecamatan") if kecamatan else ""
        kelurahan_key = self._names.key(kelurahan, "kelurahan") if kelurahan else ""
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
        spoken = words(text)
        if spoken.startswith(("kabupaten ", "kab ")) and spoken not in _CITY_WORDS:
            return not self._kota or region_key(text, "kota") == self._kota
        if RegionKey(key) in self._regions:
            return False
        return (
            spoken in _CITY_WORDS
            or region_key(text, "kota") == self._kota
            or (not self._kota and spoken.startswith("kota "))
        )
