"""Records of an .xlsb, made by hand: no library here writes them."""

from struct import pack

from logistik.readers.sheet_xlsb import xlsb_sheet


def test_a_run_of_hidden_columns_reaches_through_its_last() -> None:
    columns = pack("<IIIIH", 2, 4, 2560, 0, 1)
    _, marks = xlsb_sheet(bytes([60, len(columns)]) + columns, 100)
    assert marks.hidden_columns == {2, 3, 4}
