"""A column that is called Kecamatan and holds the kelurahan of each below it."""

from logistik.core.places import Block, ColumnKey
from logistik.core.vocabulary import Field
from logistik.ingest.finder import RegionFinder
from logistik.ingest.names import is_total_word
from logistik.ingest.tables import Table


def with_mixed_levels(table: Table, finder: RegionFinder) -> Table:
    """The table with that column read as one of regions, where most of its other names lie in the kecamatan above."""
    column = table.position(Field.KECAMATAN)
    if column is None or table.position(Field.KELURAHAN) is not None or table.position(Field.REGION) is not None:
        return table
    if not _names_kelurahan(table, column, finder):
        return table
    columns = tuple(
        each._replace(key=ColumnKey(Field.REGION)) if each.position == column else each
        for each in table.header.columns
    )  # fmt: skip
    header = table.header._replace(columns=columns)
    old = table.block
    block = Block(old.file, old.sheet, header.keys(), old.headers, old.anchors)
    return table._replace(header=header, block=block)


def _names_kelurahan(table: Table, column: int, finder: RegionFinder) -> bool:
    others = inside = 0
    above, last = "", ""
    for row, _ in table.data_rows():
        text = table.text(row, column)
        if not text or text == last or is_total_word(text):
            continue
        last = text
        if found := finder.known(Field.KECAMATAN, text):
            above = found[0].kecamatan
            continue
        others += 1
        inside += any(key.kecamatan == above for key in finder.known(Field.KELURAHAN, text))
    return inside * 2 > others
