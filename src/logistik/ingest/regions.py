"""Region names as the lists bring them, by their normal form, with the office's aliases applied."""

from collections.abc import Mapping

from logistik.core.grid import Value
from logistik.core.regions import CITY, RegionKey, Regions
from logistik.ingest.names import region_key, region_name


class Names:
    """Region names by normal form, in the order in which the lists bring them; aliases applied."""

    def __init__(self, aliases: Mapping[str, Mapping[str, str]]) -> None:
        self.shown: dict[RegionKey, str] = {}
        self.kota: dict[str, str] = {}
        self.provinsi: dict[str, str] = {}
        self._keys: dict[tuple[str, Value], str] = {}
        self._aliases = {
            level: {region_key(said, level): meant for said, meant in names.items()} for level, names in aliases.items()
        }

    def key(self, value: Value, level: str) -> str:
        """A name's normal form, after the office's aliases."""
        known = self._keys.get((level, value))
        if known is None:
            known = region_key(self.meant(value, level), level)
            self._keys[level, value] = known
        return known

    def meant(self, value: Value, level: str) -> Value:
        """The name that the office says is meant."""
        return self._aliases.get(level, {}).get(region_key(value, level), value)

    def kelurahan(self, kecamatan: Value, kelurahan: Value) -> RegionKey:
        """The key of a kelurahan; its names are noted the first time."""
        key = RegionKey(self.key(kecamatan, "kecamatan"), self.key(kelurahan, "kelurahan"))
        if key.kelurahan and key not in self.shown:
            above = RegionKey(key.kecamatan)
            if above not in self.shown and above != CITY:
                self.shown[above] = region_name(self.meant(kecamatan, "kecamatan"), "kecamatan")
            self.shown[key] = region_name(self.meant(kelurahan, "kelurahan"), "kelurahan")
        return key

    def merge(self, other: "Names") -> None:
        """Add the names that another list brought; a name that is known keeps its first spelling."""
        for mine, theirs in ((self.kota, other.kota), (self.provinsi, other.provinsi)):
            mine |= {key: name for key, name in theirs.items() if key not in mine}
        self.shown |= {key: name for key, name in other.shown.items() if key not in self.shown}

    def note_above(self, level: str, value: Value) -> None:
        """Note the kabupaten/kota or province that a row names."""
        noted = self.kota if level == "kota" else self.provinsi
        if value not in noted and isinstance(value, str) and value.strip():
            noted[value] = region_name(value, "kota")

    def kota_keys(self) -> set[str]:
        """The kabupaten/kota that the lists name, in normal form."""
        return {region_key(name, "kota") for name in self.kota.values()}

    def regions(self, kota: str, provinsi: str) -> Regions:
        """The tree of all names noted; the office's own name of the kabupaten/kota comes before the list's."""
        children: dict[RegionKey, list[RegionKey]] = {CITY: []}
        for key in self.shown:
            children.setdefault(key.parent, []).append(key)
        kota = kota or next(iter(self.kota.values()), "")
        provinsi = provinsi or next(iter(self.provinsi.values()), "")
        return Regions(
            kota=kota or None,
            provinsi=provinsi or None,
            names={CITY: kota} | self.shown,
            children={key: tuple(parts) for key, parts in children.items()},
        )
