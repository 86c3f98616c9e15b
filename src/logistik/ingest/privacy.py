"""Columns that hold data of persons: recognised by their header or by what stands in them, never read further."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from logistik.core.grid import Grid
from logistik.ingest.names import words
from logistik.ingest.persons import MASK

LOOKED_AT = 100
"""Rows of a sheet in which personal data are looked for."""
FEWEST = 3
"""So many numbers of persons in one column show what it holds, whatever its header says."""

_HEADERS = frozenset({
    "nik", "no nik", "nomor nik", "nkk", "no kk", "nomor kk", "no ktp", "nomor ktp", "ktp", "nik ktp", "npwp",
    "no npwp", "nomor npwp", "alamat", "alamat rumah", "alamat pemilih", "alamat lengkap", "tempat lahir",
    "tanggal lahir", "tgl lahir", "tempat tanggal lahir", "tempat tgl lahir", "ttl", "nama pemilih", "nama lengkap",
    "nama petugas", "nama pekerja", "nama tenaga", "nama tenaga sortir", "nama anggota", "nama penyortir", "no hp",
    "nomor hp", "no telepon", "no telp", "nomor telepon", "telepon", "hp", "no wa", "email", "surel", "no rekening",
    "nomor rekening", "rekening", "nip", "status perkawinan",
})  # fmt: skip
_PARTS = {
    "nik": "NIK", "nkk": "NKK", "npwp": "NPWP", "ktp": "KTP", "rekening": "nomor rekening",
    "lahir": "tempat atau tanggal lahir",
}  # fmt: skip
"""Words that name data of persons in any header, however it goes on, and what is said of them."""
_LONGEST_HEADER = 6
"""Words that a header of such a column has at the most; a sentence is a note."""
_MASKED = re.compile(rf"[1-9][0-9]{{3}}{MASK}{{12}}")
"""A NIK as it is masked: sixteen digits that do not begin with 0."""


class PersonalColumn(NamedTuple):
    """A column with data of persons: its header (or what it holds) and the cell where that shows, zero-based."""

    what: str
    row: int
    column: int


def personal_columns(grid: Grid) -> Iterator[PersonalColumn]:
    """Every column of a sheet whose upper rows show data of persons; each column once."""
    told: set[int] = set()
    numbers: dict[int, list[int]] = {}
    for row, values in enumerate(grid.rows[:LOOKED_AT]):
        for column, value in enumerate(values):
            if not isinstance(value, str) or not value or column in told:
                continue
            if what := _said_of_persons(value):
                told.add(column)
                yield PersonalColumn(what, row, column)
            elif MASK in value and _MASKED.fullmatch(value.strip().lstrip("'")):
                found = numbers.setdefault(column, [])
                found.append(row)
                if len(found) == FEWEST:
                    told.add(column)
                    yield PersonalColumn("nomor yang tampaknya NIK", found[0], column)


@lru_cache(maxsize=4096)
def _said_of_persons(text: str) -> str:
    """What a header says that its column holds; "" if nothing of persons.

    Only a header that we know is repeated as typed: any other may be a note that names somebody.
    """
    said = words(text)
    if said in _HEADERS:
        return " ".join(text.split())
    parts = said.split()
    if len(parts) > _LONGEST_HEADER or any(part.isdigit() for part in parts):
        return ""
    return next((_PARTS[part] for part in parts if part in _PARTS), "")
