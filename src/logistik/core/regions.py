"""Regions: what they are called, and what tells two of them apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from logistik.core.vocabulary import Level


class Region(NamedTuple):
    """A region as documents and JSON name it: from its own level up, each level's name."""

    level: Level
    name: str | None
    provinsi: str | None = None
    kota: str | None = None
    dapil: str | None = None
    kecamatan: str | None = None
    kelurahan: str | None = None
    tps: str | None = None

    def __str__(self) -> str:
        if self.level is Level.TPS:
            return f"TPS {self.tps} {self.kelurahan}, {self.kecamatan}"
        if self.level is Level.KELURAHAN:
            return f"{self.kelurahan}, {self.kecamatan}"
        return self.name or "kabupaten/kota"


class RegionKey(NamedTuple):
    """What identifies a region inside one kabupaten/kota: names in normal form, `""` where it is larger.

    The kabupaten/kota itself is `RegionKey()`.
    """

    kecamatan: str = ""
    kelurahan: str = ""
    tps: str = ""

    @property
    def level(self) -> Level:
        """The level of the smallest name that is set."""
        if self.tps:
            return Level.TPS
        if self.kelurahan:
            return Level.KELURAHAN
        return Level.KECAMATAN if self.kecamatan else Level.KOTA

    @property
    def parent(self) -> "RegionKey":
        """The region one level up; the kabupaten/kota is its own parent."""
        if self.tps:
            return RegionKey(self.kecamatan, self.kelurahan)
        return RegionKey(self.kecamatan) if self.kelurahan else CITY


CITY = RegionKey()


@dataclass(slots=True, eq=False, repr=False)
class Regions:
    """The tree of one kabupaten/kota, in the order in which its voter list names it."""

    kota: str | None
    provinsi: str | None
    names: Mapping[RegionKey, str]
    children: Mapping[RegionKey, tuple[RegionKey, ...]]

    def __contains__(self, key: object) -> bool:
        return key in self.names

    def region(self, key: RegionKey) -> Region:
        """The region as documents name it."""
        kecamatan = self.names.get(RegionKey(key.kecamatan)) if key.kecamatan else None
        kelurahan = self.names.get(RegionKey(key.kecamatan, key.kelurahan)) if key.kelurahan else None
        tps = key.tps or None
        return Region(
            level=key.level,
            name=tps or kelurahan or kecamatan or self.kota,
            provinsi=self.provinsi,
            kota=self.kota,
            kecamatan=kecamatan,
            kelurahan=kelurahan,
            tps=tps,
        )

    def place(self, key: RegionKey) -> RegionKey | None:
        """The region of a key whose kecamatan may be blank; None if there is none, or if several are called so."""
        if key in self.names or not key.kelurahan or key.kecamatan:
            return key if key in self.names else None
        same = [each for each in self.names if each.kelurahan == key.kelurahan and each.level is Level.KELURAHAN]
        return same[0] if len(same) == 1 else None

    def walk(self, deepest: Level = Level.KELURAHAN) -> Iterable[RegionKey]:
        """Every region from the kabupaten/kota down to `deepest`, a region before its parts."""
        pending = [CITY]
        while pending:
            key = pending.pop()
            yield key
            if key.level.depth < deepest.depth:
                pending.extend(reversed(self.children.get(key, ())))
