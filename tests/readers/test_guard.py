"""What a workbook may do to the machine: far cells, bombs, locks and broken archives are refused with a reason."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.errors import LogistikError
from logistik.readers import guard, workbook
from tests.core.pace import modest
from tests.readers.archives import ODS_FIVE, SHEET, bent, moved, ods, ods_blanks, packed, unpacked, xlsb, xlsx

SMALL = xlsx({"A1": "TPS", "B1": "DPT", "A2": "001", "B2": 429})
FAR = xlsx({"A1": 1, "XFD1048576": 1})
XML_NAMES = re.compile(r"<(/?)(\w)")


def refusal(content: bytes) -> str:
    """The message with which a workbook is refused."""
    with pytest.raises(LogistikError) as refused:
        guard.check(content, "gudang.xlsx")
    assert refused.value.hint
    return refused.value.message


def test_an_ordinary_workbook_passes() -> None:
    guard.check(SMALL, "gudang.xlsx")
    assert len(workbook.read(SMALL, "gudang.xlsx")) == 1


def test_the_farthest_cell_of_excel_is_refused_by_its_name() -> None:
    assert refusal(FAR).startswith("gudang.xlsx!Stok!XFD1048576: ")


def test_reading_refuses_what_the_guard_refuses() -> None:
    with pytest.raises(LogistikError, match=r"gudang\.xlsx!Stok!XFD2000: "):
        workbook.read(xlsx({"A1": 1, "XFD2000": 1}), "gudang.xlsx")


def prefixed(xml: str) -> str:
    """The same XML with a prefix at every name, as some programs write it."""
    return XML_NAMES.sub(r"<\1x:\2", xml).replace("xmlns=", "xmlns:x=").replace("<x:?", "<?")


def padded(xml: str) -> str:
    """The same XML with blanks, so that the far reference lies across the end of a mebibyte."""
    blanks = " " * ((1 << 20) - xml.index('r="XFD1048576"') - 4)
    return xml.replace('<row r="1048576"', f'{blanks}<row r="1048576"')


WRITTEN = {
    "by Excel": FAR,
    "with a prefix": bent(FAR, prefixed, SHEET),
    "in single quotes": bent(FAR, lambda xml: xml.replace('"XFD1048576"', "'XFD1048576'"), SHEET),
    "on a line of its own": bent(FAR, lambda xml: xml.replace('c r="XFD', 'c\nr="XFD'), SHEET),
    "after another attribute": bent(FAR, lambda xml: xml.replace('c r="XFD', 'c s="0" r="XFD'), SHEET),
    "in a row that says it is another": bent(FAR, lambda xml: xml.replace('<row r="1048576"', '<row r="2"'), SHEET),
    "in a row without a number": bent(FAR, lambda xml: xml.replace('<row r="1048576"', "<row"), SHEET),
    "with spaces around the equals sign": bent(FAR, lambda xml: xml.replace('r="XFD', 'r = "XFD'), SHEET),
    "in small letters": bent(FAR, lambda xml: xml.replace("XFD", "xfd"), SHEET),
    "across the pieces in which it is read": bent(FAR, padded, SHEET),
    "in a file elsewhere in the archive": moved(FAR, SHEET, "xl/lembar.xml"),
    "in a file with another ending": moved(FAR, SHEET, "xl/worksheets/sheet1.XML"),
}


@pytest.mark.parametrize("content", WRITTEN.values(), ids=WRITTEN)
def test_a_far_cell_is_refused_however_the_file_writes_it(content: bytes) -> None:
    assert "XFD1048576" in refusal(content)


def test_two_far_cells_that_span_a_large_sheet_together_are_refused() -> None:
    assert "XFD1048576" in refusal(xlsx({"A1048576": 1, "XFD1": 1}))


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "F1048576"])
def test_a_long_or_a_wide_sheet_is_no_danger(cell: str) -> None:
    guard.check(xlsx({"A1": 1, cell: 1}), "gudang.xlsx")


def test_cells_without_a_reference_stand_one_after_the_other_in_their_row() -> None:
    def unnamed(xml: str) -> str:
        return re.sub(r'<c r="[A-Z]+\d+"', "<c", xml)

    far = xlsx({f"{letter}1048576": 1 for letter in "ABCDEFGHIJKLMNOP"})
    assert "P1048576" in refusal(bent(far, unnamed, SHEET))
    guard.check(bent(SMALL, unnamed, SHEET), "gudang.xlsx")


def test_blank_cells_with_a_style_do_not_count() -> None:
    def cleared(xml: str) -> str:
        return re.sub(r'<c r="XFD1048576"[^>]*>.*?</c>', '<c r="XFD1048576" s="0"/>', xml)

    guard.check(bent(FAR, cleared, SHEET), "gudang.xlsx")


def test_a_far_cell_of_an_ods_is_refused_by_its_name_and_its_sheet() -> None:
    content = ods(
        f"<table:table-row>{ODS_FIVE}</table:table-row>"
        + ods_blanks(1_048_574, "table-row")
        + f"<table:table-row>{ods_blanks(16_383)}{ODS_FIVE}</table:table-row>"
    )
    message = refusal(content)
    assert "XFD1048576" in message
    assert "!Stok!" in message


def test_a_repeated_value_of_an_ods_fills_all_that_it_stands_for() -> None:
    run = ODS_FIVE.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')
    rows = f'<table:table-row table:number-rows-repeated="1048576">{run}</table:table-row>'
    assert "XFD1048576" in refusal(ods(rows))


def test_a_far_cell_of_a_binary_workbook_is_refused_by_its_name() -> None:
    guard.check(xlsb(99, 9), "gudang.xlsb")
    assert "XFD1048576" in refusal(xlsb(1_048_575, 16_383))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed({**unpacked(SMALL), "xl/theme/theme9.xml": b" " * (3 << 20)})
    guard.check(bomb, "gudang.xlsx")
    monkeypatch.setattr(guard, "MAX_UNPACKED", 2 << 20)
    assert len(bomb) < 100_000
    assert refusal(bomb) == "gudang.xlsx akan membengkak melebihi 2 MiB bila dibuka."


def test_a_workbook_may_unfold_to_half_a_gibibyte_and_a_sheet_to_six_full_columns() -> None:
    assert guard.MAX_UNPACKED == 512 << 20
    guard.check_area(1 << 20, 6, "gudang.xlsx", "Stok")
    with pytest.raises(LogistikError, match=r"gudang\.xlsx!Stok!G1048576"):
        guard.check_area(1 << 20, 7, "gudang.xlsx", "Stok")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def locked(content: bytes) -> bytes:
    """The archive with every file marked as encrypted, in its header and in the directory."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(mark)
        at = offset - len(mark)
        content = mark.join([parts[0], *(part[:at] + bytes([part[at] | 1]) + part[at + 1 :] for part in parts[1:])])
    return content


REFUSED = {
    "a workbook with a password": (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(64), "kata sandi"),
    "an archive with a password": (locked(SMALL), "kata sandi"),
    "a letter": (packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "bukan workbook"),
    "an archive of workbooks": (packed({"gudang.xlsx": SMALL}), "bukan workbook"),
    "an archive cut off": (SMALL[: len(SMALL) // 2], "rusak"),
    "an archive without its first part": (b"PK\x03\x04" + SMALL[len(SMALL) // 2 :], "rusak"),
    "an empty archive": (packed({}), "bukan workbook"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_workbook_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert reason in refusal(content)
    with pytest.raises(LogistikError, match=reason):
        workbook.read(content, "gudang.xlsx")


def test_a_false_size_in_the_archive_does_not_get_past() -> None:
    real = len(unpacked(SMALL)[SHEET]).to_bytes(4, "little")
    assert SMALL.count(real) == 2
    assert "rusak" in refusal(SMALL.replace(real, (16).to_bytes(4, "little")))


@modest
@given(st.integers(0, len(SMALL) - 1))
def test_a_workbook_cut_off_anywhere_is_refused_and_nothing_else_is_raised(length: int) -> None:
    with pytest.raises(LogistikError):
        workbook.read(SMALL[:length], "gudang.xlsx")


@modest
@given(st.sampled_from([b"", b"PK\x03\x04", OLE]), st.binary(max_size=200))
def test_no_bytes_raise_anything_but_a_message_to_the_user(start: bytes, rest: bytes) -> None:
    with pytest.raises(LogistikError):
        workbook.read(start + rest, "gudang.xlsx")
