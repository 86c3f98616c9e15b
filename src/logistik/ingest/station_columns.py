"""The column of a recap that seems to number TPS, although its header does not say so."""

from collections.abc import Iterator

from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field
from logistik.ingest.headers import Column
from logistik.ingest.names import tps_number, words
from logistik.ingest.tables import Table

_BELOW = (Field.KECAMATAN, Field.KELURAHAN)


def unnamed_stations(table: Table) -> Column | None:
    """A column of numbers that begin again in each kelurahan, or that stand under the names of regions."""
    keys = {column.key: column for column in table.header.columns}
    number, region = keys.get(ColumnKey(Field.NUMBER)), keys.get(ColumnKey(Field.REGION))
    if number is not None and _begins_again(table, number.position):
        return number
    if region is not None:
        texts = [words(value) for value in table.values(region.position)]
        if sum(text.isdigit() for text in texts) * 3 > len(texts):
            return region
    return None


def _begins_again(table: Table, column: int) -> bool:
    """Whether the numbers tell the rows of one kelurahan apart, and not those of the table."""
    rows = [(kelurahan, tps) for kelurahan, value in _numbered(table, column) if (tps := tps_number(value))]
    kelurahan = {name for name, _ in rows}
    return len({tps for _, tps in rows}) < len(rows) == len(set(rows)) > len(kelurahan) > 1


def _numbered(table: Table, column: int) -> Iterator[tuple[tuple[str, str], str]]:
    """The kelurahan and the number of each row that has one; a blank name is the one above."""
    above = ("", "")
    for row, _ in table.data_rows():
        kecamatan, kelurahan = (words(table.text(row, table.position(level))) for level in _BELOW)
        above = (kecamatan or above[0], kelurahan or above[1])
        if above[1] and (number := table.text(row, column)):
            yield above, number
