"""Text tables: each delimiter, each encoding, Excel's `sep=` line, blank lines in their place."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logistik.core.errors import LogistikError
from logistik.readers import csv_text
from tests.core.pace import modest

DELIMITERS = [",", ";", "\t", "|"]
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]
ROWS = [["Kecamatan", "TPS", "DPT"], ["Né – Kota", "001", "429"], ["Timur", "002", "41"]]


def rows(content: bytes | str) -> list[list[object]]:
    """The rows of a text table."""
    grid = csv_text.read(content.encode() if isinstance(content, str) else content, "dpt.csv")
    assert (grid.file, grid.sheet) == ("dpt.csv", "csv")
    return [list(row) for row in grid.rows]


def table(values: list[list[str]], delimiter: str) -> str:
    """A text table as Excel writes it."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(values)
    return text.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS, ids=NAMES.get)
def test_a_table_is_read_with_each_delimiter_in_each_encoding(delimiter: str, encoding: str) -> None:
    assert rows(table(ROWS, delimiter).encode(encoding)) == ROWS


def test_utf_16_is_read_in_either_order_of_bytes() -> None:
    text = "\ufeff" + table(ROWS, ";")
    assert rows(text.encode("utf-16-le")) == rows(text.encode("utf-16-be")) == ROWS


words = st.text("abcxyz 0123456789é", max_size=6)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(words, min_size=width, max_size=width), min_size=1, max_size=6)
)


@modest
@given(tables, st.sampled_from(DELIMITERS), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_table_comes_back_as_it_was_written(body: list[list[str]], delimiter: str, encoding: str) -> None:
    head = [f"kolom {number}" for number, _ in enumerate(body[0])]
    assert rows(table([head, *body], delimiter).encode(encoding)) == [head, *body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]),
        ('a,b\n"1;2",3\n', [["a", "b"], ["1;2", "3"]]),
        ('a;b\n"Damai, Kota";1.234\n"Karang, X";5\n', [["a", "b"], ["Damai, Kota", "1.234"], ["Karang, X", "5"]]),
        ("DAFTAR PEMILIH, KOTA X\na;b;c\n1;2;3\n", [["DAFTAR PEMILIH, KOTA X"], ["a", "b", "c"], ["1", "2", "3"]]),
    ],
    ids=["decimal commas", "a semicolon in quotes", "commas in names", "a title with a comma"],
)  # fmt: skip
def test_the_delimiter_is_the_one_that_splits_the_lines_alike(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("start", ["sep=;\n", "SEP=;\r\n", "\ufeffsep=;\n"])
def test_the_line_that_names_the_delimiter_is_obeyed_and_stays_a_blank_row(start: str) -> None:
    assert rows(start + "a,x;b\n1;2\n") == [[], ["a,x", "b"], ["1", "2"]]


def test_blank_lines_keep_their_place() -> None:
    assert rows("\n\nTPS;DPT\n\n001;429\n") == [[], [], ["TPS", "DPT"], [], ["001", "429"]]


def test_a_line_break_inside_quotes_does_not_end_the_row() -> None:
    assert rows('TPS,"Jumlah\nPemilih"\n001,429\n') == [["TPS", "Jumlah\nPemilih"], ["001", "429"]]


def test_values_stay_text_as_typed() -> None:
    assert rows("a;b;c\n001; 60.869 ;-\n")[1] == ["001", " 60.869 ", "-"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a,b\n1,2\0\n", "bukan tabel"),
        ("a,b\n1,2\n".encode("utf-16-le"), "bukan tabel"),  # without the mark that says so
        (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', "A2: "),
        (b'a,b\n1,2\n3,"4\n5,6\n', "A3: "),
    ],
    ids=["a zero byte", "UTF-16 without its mark", "a field longer than any", "a quotation that is never closed"],
)
def test_what_is_no_text_table_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(LogistikError, match=f"dpt.csv.*{reason}") as refused:
        csv_text.read(content, "dpt.csv")
    assert refused.value.hint


@modest
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_of_text_or_are_refused_with_a_reason_or_a_quotation(content: bytes) -> None:
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        with pytest.raises(LogistikError, match="bukan tabel"):
            csv_text.read(content, "dpt.csv")
    elif b'"' not in content:
        assert all(isinstance(value, str) for row in rows(content) for value in row)
    else:
        with suppress(LogistikError):
            csv_text.read(content, "dpt.csv")


def test_what_is_wrong_is_told_in_indonesian() -> None:
    with pytest.raises(LogistikError) as refused:
        csv_text.read(b'a,b\n1,2\n3,"4\n5,6\n', "dpt.csv")
    assert "unexpected end of data" not in refused.value.message


@pytest.mark.parametrize("content", [b"\xff\xfea", b"\xfe\xff\xd8\x00", b"sep=;", b"\xef\xbb\xbf", b"\n"])
def test_the_odd_ends_of_a_text_are_read_as_far_as_they_go(content: bytes) -> None:
    assert len(rows(content)) <= 1
