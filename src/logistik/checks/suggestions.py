"""The region that an unknown name probably means, and the line of `logistik.toml` that says so."""

from logistik.checks.case import Case
from logistik.core.regions import CITY, RegionKey
from logistik.core.vocabulary import Level
from logistik.ingest.likeness import Choices
from logistik.ingest.names import region_key, words

ASKED = 100
"""For so many names a likely one is looked for; more unknown names have another cause."""


class Suggestions:
    """The nearest names of the roll; the choices of each kecamatan are put together once."""

    def __init__(self, case: Case) -> None:
        self._regions = case.book.regions
        self._choices: dict[RegionKey | str, Choices[RegionKey]] = {}
        self._kelurahan: dict[str, list[RegionKey]] = {}
        self._left = ASKED

    def nearest(self, level: str, kecamatan: str, name: str) -> RegionKey | None:
        """The region that is called most like `name`, of the same kecamatan where that is known; None if none is.

        A name of a kecamatan may also mean the kabupaten/kota.
        """
        if self._left == 0 or self._is_another_city(name, level):
            return None
        self._left -= 1
        above = RegionKey(region_key(kecamatan, "kecamatan"))
        group: RegionKey | str = above if kecamatan and above in self._regions else level
        if group not in self._choices:
            names = {
                key: name
                for key, name in self._regions.names.items()
                if key.level.value == level and (group == level or key.parent == above)
            }
            if level == Level.KECAMATAN and self._regions.kota:
                names[CITY] = self._regions.kota
            self._choices[group] = Choices(names)
        return self._choices[group].nearest(name)

    def _is_another_city(self, name: str, level: str) -> bool:
        """Whether a name is that of a kabupaten/kota: `Kab. Bogor` never means Kota Bogor, nor any kecamatan."""
        city = region_key(self._regions.kota or "", "kota")
        return words(name).startswith(("kab ", "kabupaten ")) or (city != "" and region_key(name, level) == city)

    def name(self, key: RegionKey) -> str:
        """What the roll calls a region."""
        return self._regions.names[key]

    def elsewhere(self, name: str) -> list[RegionKey]:
        """The kelurahan that are called exactly so, wherever they lie."""
        if not self._kelurahan:
            for key in self._regions.names:
                self._kelurahan.setdefault(key.kelurahan, []).append(key)
        return self._kelurahan.get(region_key(name, "kelurahan"), [])


def alias_line(level: str, said: str, meant: str) -> str:
    """The line to paste at the top of `logistik.toml`; there it may stand beside a table `[alias.kelurahan]`."""
    return f'alias.{level}."{_quoted(said)}" = "{_quoted(meant)}"'


def _quoted(name: str) -> str:
    return "".join(
        f"\\{char}" if char in '\\"' else char if char.isprintable() else f"\\u{ord(char):04x}" for char in name
    )
