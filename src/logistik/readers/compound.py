"""The container of an .xls (MS-CFB): the workbook's stream, from a container whose chains all end."""

from collections.abc import Iterator
from itertools import pairwise

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF
_ENTRY = 128
_SMALL = 4096
"""A shorter stream lies in the mini stream, in sectors of 64 bytes."""
_MINI_SECTOR = 64
_MOST_MINI_SECTORS = 1 << 10


class DamagedError(ValueError):
    """A chain without an end, a sector outside the file, or a size that is not true."""


def workbook_stream(content: bytes) -> bytes:
    """The stream `Workbook` (or `Book`, before 1997); DamagedError where a reader could lose its way."""
    return _Container(content).workbook()


class _Container:
    """Sectors, and the table that says which follows which."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        if len(content) < 512 or content[30:32] not in (b"\x09\0", b"\x0c\0"):
            raise DamagedError("no header")
        self._size = 1 << content[30]
        self._sectors = len(content) // self._size + 1
        if any(self._at(place) > self._sectors for place in (40, 44, 64, 72)) or self._at(64) > _MOST_MINI_SECTORS:
            raise DamagedError("a size that is not true")
        self._next = self._table(b"".join(map(self._sector, self._allocation())))

    def workbook(self) -> bytes:
        """Every chain that a reader follows, and the one that is asked for."""
        entries = self._stream(self._at(48))
        if len(entries) < _ENTRY:
            raise DamagedError("no directory")
        mini = self._stream(self._start(entries))
        mini_next = self._table(self._stream(self._at(60)))
        for name in ("Workbook", "Book"):
            for position in range(0, len(entries) - _ENTRY + 1, _ENTRY):
                entry = entries[position : position + _ENTRY]
                if entry[:64].decode("utf-16-le", "replace").partition("\0")[0] == name:
                    return self._workbook(entry, mini, mini_next)
        raise DamagedError("no workbook")

    def _workbook(self, entry: bytes, mini: bytes, mini_next: list[int]) -> bytes:
        length = int.from_bytes(entry[120 : 124 if self._size == 512 else 128], "little")
        if length > len(self._content):
            raise DamagedError("a size that is not true")
        if length >= _SMALL:
            return self._stream(self._start(entry))[:length]
        places = _chain(self._start(entry), mini_next)
        return b"".join(mini[at * _MINI_SECTOR : (at + 1) * _MINI_SECTOR] for at in places)[:length]

    def _allocation(self) -> list[int]:
        """The sectors that hold the table: 109 are named in the header, the others in a chain of their own."""
        named = self._table(self._content[76:512])
        following, seen = self._at(68), 0
        while following not in (_END, _FREE):
            seen += 1
            if seen > self._sectors:
                raise DamagedError("a chain without an end")
            *more, following = self._table(self._sector(following))
            named += more
        return [sector for sector in named if sector != _FREE]

    def _stream(self, start: int) -> bytes:
        return b"".join(map(self._sector, _chain(start, self._next)))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._content):
            raise DamagedError("a sector outside the file")
        return self._content[start : start + self._size]

    def _at(self, place: int) -> int:
        return int.from_bytes(self._content[place : place + 4], "little")

    @staticmethod
    def _start(entry: bytes) -> int:
        return int.from_bytes(entry[116:120], "little")

    @staticmethod
    def _table(data: bytes) -> list[int]:
        return [int.from_bytes(data[a:b], "little") for a, b in pairwise(range(0, len(data) // 4 * 4 + 1, 4))]


def _chain(start: int, following: list[int]) -> Iterator[int]:
    """The sectors from `start` on."""
    seen = 0
    while start not in (_END, _FREE):
        seen += 1
        if start >= len(following) or seen > len(following):
            raise DamagedError("a chain without an end")
        yield start
        start = following[start]
