"""Region names as the lists bring them, by their normal form, with the office's aliases applied."""

from collections.abc import Callable, Mapping

from logistik.core.grid import Value
from logistik.core.regions import CITY, RegionKey, Regions
from logistik.core.vocabulary import Field
from logistik.ingest.names import region_key, region_level, region_name


def qualified(said: str) -> tuple[str, str] | None:
    """The kecamatan and kelurahan of an alias that holds in one kecamatan only: `Balikpapan Timur/Lemaru`."""
    above, slash, name = said.partition("/")
    return (region_key(above, "kecamatan"), region_key(name, "kelurahan")) if slash else None


def split_region(
    text: str, above: str, is_kecamatan: Callable[[str], bool], *, is_told: bool = True
) -> tuple[str, str]:
    """Kecamatan and kelurahan of a name in a column that holds both; `above` is the kecamatan above it.

    A kelurahan may be called as its kecamatan is; it is the second of the two. `is_told` is False where the rows
    above have not yet said of the kecamatan what this one says (they are of another election or day).
    """
    level = region_level(text)
    is_second = is_told and region_key(text, "kecamatan") == region_key(above, "kecamatan")
    if level == Field.KELURAHAN or (not level and is_second and is_kecamatan(text)):
        return above, text
    if level == Field.KECAMATAN or is_kecamatan(text) or not above:
        return text, ""
    return above, text


class Names:
    """Region names by normal form, in the order in which the lists bring them; aliases applied."""

    def __init__(self, aliases: Mapping[str, Mapping[str, str]]) -> None:
        self.shown: dict[RegionKey, str] = {}
        self.typed: set[RegionKey] = set()
        self.kota: dict[str, str] = {}
        self.provinsi: dict[str, str] = {}
        self._keys: dict[tuple[str, Value], str] = {}
        self._given = aliases
        self._aliases = {
            level: {region_key(said, level): meant for said, meant in names.items()} for level, names in aliases.items()
        }
        self._within = {
            within: meant
            for said, meant in aliases.get("kelurahan", {}).items()
            if (within := qualified(said)) is not None
        }

    def beside(self) -> "Names":
        """Empty names under the same aliases."""
        return Names(self._given)

    def key(self, value: Value, level: str) -> str:
        """A name's normal form, after the office's aliases."""
        known = self._keys.get((level, value))
        if known is None:
            known = region_key(self.meant(value, level), level)
            self._keys[level, value] = known
        return known

    def meant(self, value: Value, level: str, kecamatan: str = "") -> Value:
        """The name that the office says is meant; what it says of one kecamatan comes before what it says of all."""
        said = region_key(value, level)
        if (kecamatan, said) in self._within:
            return self._within[kecamatan, said]
        return self._aliases.get(level, {}).get(said, value)

    def key_within(self, kecamatan: str, kelurahan: Value) -> str:
        """A kelurahan's normal form inside the kecamatan of a normal form."""
        if not self._within:
            return self.key(kelurahan, "kelurahan")
        return region_key(self.meant(kelurahan, "kelurahan", kecamatan), "kelurahan")

    def kelurahan(self, kecamatan: Value, kelurahan: Value) -> RegionKey:
        """The key of a kelurahan; its names are noted the first time, and how they are typed."""
        above = self.key(kecamatan, "kecamatan")
        key = RegionKey(above, self.key_within(above, kelurahan))
        if key.kelurahan:
            self.typed.add(RegionKey(region_key(kecamatan, "kecamatan"), region_key(kelurahan, "kelurahan")))
            if key not in self.shown:
                if key.parent not in self.shown and key.parent != CITY:
                    self.shown[key.parent] = region_name(self.meant(kecamatan, "kecamatan"), "kecamatan")
                self.shown[key] = region_name(self.meant(kelurahan, "kelurahan", above), "kelurahan")
        return key

    def merge(self, other: "Names") -> None:
        """Add the names that another list brought; a name that is known keeps its first spelling."""
        for mine, theirs in ((self.kota, other.kota), (self.provinsi, other.provinsi)):
            mine |= {key: name for key, name in theirs.items() if key not in mine}
        self.typed |= other.typed
        self.shown |= {key: name for key, name in other.shown.items() if key not in self.shown}

    def note_above(self, level: str, value: Value) -> None:
        """Note the kabupaten/kota or province that a row names."""
        noted = self.kota if level == "kota" else self.provinsi
        if value not in noted and isinstance(value, str) and value.strip():
            noted[value] = region_name(value, "kota")

    def kota_named(self) -> dict[str, str]:
        """The kabupaten/kota that the lists name, by normal form, each in its first spelling."""
        named: dict[str, str] = {}
        for name in self.kota.values():
            named.setdefault(region_key(name, "kota"), name)
        return named

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
