"""Where a voter list stands: the region that its rows belong to, told by their own cells or by rows above them."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.grid import Value
from logistik.core.regions import RegionKey
from logistik.core.vocabulary import Field
from logistik.ingest.names import clean, region_level, words
from logistik.ingest.persons import is_masked
from logistik.ingest.records import StrayRow, TotalRow
from logistik.ingest.regions import Names
from logistik.ingest.tables import Table
from logistik.ingest.titles import region_in
from logistik.ingest.totals import RunningSums, Stand

_BELOW = (Field.KECAMATAN, Field.KELURAHAN)
_ABOVE = (Field.KOTA, Field.PROVINSI)
NO_KELURAHAN = "kelurahan/desanya tidak disebut"
A_PERSON = "kolom wilayahnya berisi nomor orang (NIK atau NPWP)"
_NOTES = frozenset({"catatan", "keterangan", "ket", "sumber", "mengetahui", "ketua", "nb", "lanjutan"})
"""Words with which a line of text begins that names no region."""


class Head(NamedTuple):
    """A row that names a region above its TPS, with the totals that it states for it, if it does.

    `is_count` says that it counts its TPS in words (`64 TPS`), so that it is no TPS itself.
    """

    row: int
    level: str
    name: Value
    stated: tuple[int | None, ...]
    stations: int | None
    stand: Stand
    is_count: bool = False

    @property
    def has_totals(self) -> bool:
        """Whether the row holds numbers of voters."""
        return any(number is not None for number in self.stated)


class Outline:
    """The kecamatan and kelurahan of each TPS row, and the totals that rows above their parts state.

    A blank name is the one above it, but never across a new kecamatan.
    """

    def __init__(self, table: Table, names: Names, sums: RunningSums) -> None:
        self.kelurahan: RegionKey
        self.totals: list[TotalRow] = []
        self.strays: list[StrayRow] = []
        self._table = table
        self._block = table.block
        self._names = names
        self._sums = sums
        self._tps = table.position(Field.TPS)
        self._below = [table.position(level) for level in _BELOW]
        self._above = [(level, at) for level in _ABOVE if (at := table.position(level)) is not None]
        self._wilayah = table.position(Field.REGION)
        self.positions = [at for at in (*self._below, *(at for _, at in self._above)) if at is not None]
        self._seen: list[Value] = []
        self._is_person = False
        self._current: list[Value] = [table.context.get(level, "") for level in _BELOW]
        self._titled_kelurahan = self._current[1]
        self._waiting: list[Head] = []
        self._open: dict[str, tuple[Head, bool]] = {}
        self.kelurahan = names.kelurahan(*self._current)

    def enter(self, values: Sequence[Value], own: list[Value]) -> bool:
        """Take the region of a TPS row; False if its kelurahan is not known, or if a person stands in its place.

        `own` are the row's cells at `positions`.
        """
        if self._waiting or own != self._seen:
            self._seen = own
            self._is_person = any(map(is_masked, own))
            if not self._is_person:
                self._enter(values)
        return bool(self.kelurahan.kelurahan) and not self._is_person

    def _enter(self, values: Sequence[Value]) -> None:
        waiting, self._waiting = self._settled(), []
        for head in waiting:
            self._name(head)
        for level, at in self._above:
            self._names.note_above(level, values[at])
        kecamatan, kelurahan = (values[at] if at is not None else "" for at in self._below)
        before = self.kelurahan
        if kecamatan != "" and self._names.key(kecamatan, "kecamatan") != self._names.key(
            self._current[0], "kecamatan"
        ):
            self._current[1] = self._titled_kelurahan
        self._current = [kecamatan if kecamatan != "" else self._current[0], kelurahan or self._current[1]]
        self.kelurahan = self._names.kelurahan(*self._current)
        if self.kelurahan.kecamatan != before.kecamatan:
            self._close("kecamatan")
            self._sums.begin("kecamatan")
        if self.kelurahan != before:
            self._close("kelurahan")
            self._sums.begin("kelurahan")
        for head in waiting:
            if head.has_totals:
                is_blank = (kelurahan if head.level == "kelurahan" else kecamatan) == ""
                is_larger = head.level == "kecamatan" and kelurahan != ""
                is_certain = head.is_count or (head.stations is None and (is_blank or is_larger))
                self._open[head.level] = (head, is_certain)

    def head(
        self,
        row: int,
        values: Sequence[Value],
        stated: Sequence[int | None],
        stations: int | None,
        *,
        is_count: bool = False,
    ) -> bool:
        """Take a row without a TPS as the name of what follows; False if it names no region.

        `stations` is the number where that of a TPS would stand; `is_count` says that it counts TPS for certain.
        """
        named = self._named(values, has_numbers=any(number is not None for number in stated))
        if named is None:
            return False
        kecamatan = values[self._below[0]] if self._below[0] is not None else ""
        if named[0] == Field.KELURAHAN and kecamatan != "":
            nothing = (None,) * len(stated)
            self._waiting.append(Head(row, Field.KECAMATAN, kecamatan, nothing, None, self._sums.stand()))
        self._waiting.append(Head(row, *named, tuple(stated), stations, self._sums.stand(), is_count))
        return True

    def _named(self, values: Sequence[Value], *, has_numbers: bool) -> tuple[str, Value] | None:
        """Level (empty where it is not said) and name."""
        kecamatan, kelurahan = (values[at] if at is not None else "" for at in self._below)
        if is_masked(kecamatan) or is_masked(kelurahan):
            return None
        if kelurahan != "":
            return ("kelurahan", kelurahan) if has_numbers or _is_name(kelurahan) else None
        if kecamatan != "":
            return ("kecamatan", kecamatan) if has_numbers or _is_name(kecamatan) else None
        wilayah = values[self._wilayah] if self._wilayah is not None else ""
        if wilayah != "":
            return (region_level(wilayah), wilayah) if has_numbers or _is_name(wilayah) else None
        texts = [value for value in values if isinstance(value, str) and value]
        return region_in(texts[0]) if len(texts) == 1 and not has_numbers else None

    def _settled(self) -> list[Head]:
        """The heads right above a TPS row with their levels; the others have no TPS under them."""
        heads = list(self._waiting)
        if self._wilayah is not None:
            for at in range(len(heads) - 1, -1, -1):
                below = heads[at + 1].level if at + 1 < len(heads) else ""
                if not heads[at].level:
                    heads[at] = heads[at]._replace(level="kecamatan" if below == "kelurahan" else "kelurahan")
        chosen: dict[str, Head] = {}
        for head in heads:
            if head.level == "kecamatan":
                self._drop(chosen.pop("kelurahan", None))
            self._drop(chosen.get(head.level))
            chosen[head.level] = head
        return [chosen[level] for level in _BELOW if level in chosen]

    def _name(self, head: Head) -> None:
        if head.level == "kecamatan":
            if self._names.key(head.name, "kecamatan") != self._names.key(self._current[0], "kecamatan"):
                self._current[1] = self._titled_kelurahan
            self._current[0] = head.name
        else:
            self._current[1] = head.name

    def _drop(self, head: Head | None) -> None:
        """A row with voters that has no TPS under it is a stray."""
        if head is not None and head.has_totals:
            self.strays.append(self._stray(head))

    def _stray(self, head: Head) -> StrayRow:
        at = self._tps if self._tps is not None else 0
        if head.stations is not None and not head.is_count:
            return StrayRow(self._block, head.row, at, NO_KELURAHAN, f"TPS {head.stations:03d}")
        raw = self._table.text(head.row, at)
        return StrayRow(self._block, head.row, at, lacks(raw), raw)

    def stray(self, row: int, values: Sequence[Value], tps: int) -> StrayRow:
        """A row with a TPS that belongs to no kelurahan; one with a person's number in its place is told there."""
        persons = [at for at in self.positions if is_masked(values[at])]
        if persons:
            return StrayRow(self._block, row, persons[0], A_PERSON, clean(values[persons[0]]))
        return StrayRow(self._block, row, self._tps or 0, NO_KELURAHAN, f"TPS {tps:03d}")

    def _close(self, level: str) -> None:
        """A region ends: the totals that a row above it stated are held against its TPS."""
        for ending in ("kelurahan",) if level == "kelurahan" else ("kelurahan", "kecamatan"):
            head, is_certain = self._open.pop(ending, (None, False))
            if head is None:
                continue
            parts = self._sums.rows_since(head.stand)
            said = (self._tps or 0, head.stations) if head.stations is not None else None
            total = self._sums.hold(self._block, head.row, clean(head.name), head.stated, head.stand, said)
            if is_certain or (parts >= 2 and not total.differences):
                self.totals.append(total)
            else:
                self.strays.append(self._stray(head))

    def finish(self) -> None:
        """The table ends."""
        self._close("kecamatan")
        for head in self._waiting:
            self._drop(head)


def lacks(tps: str) -> str:
    """What a row with voters lacks to be a TPS."""
    return "nomor TPS-nya tidak dapat dibaca" if tps else "nomor TPS-nya kosong"


def _is_name(value: Value) -> bool:
    """Whether a cell without numbers beside it can name a region, not a note."""
    if not isinstance(value, str):
        return False
    said = words(value).split()
    return bool(said) and said[0] not in _NOTES and len(said) <= 6 and ":" not in value.replace(" :", "", 1)
