"""One input file: its hash, its size, its sheets, and why it cannot be used."""

from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import pytest

from logistik.core.errors import LogistikError
from logistik.readers import source
from tests.readers.archives import packed, xlsx

CSV = b"kecamatan;tps;dpt\nKota;001;429\n"
XLSX = xlsx({"A1": "TPS"})


def refusal(path: Path, file: str = "gudang.xlsx") -> LogistikError:
    """The failure with which a file is refused; it ends a command with status 2."""
    with pytest.raises(LogistikError) as refused:
        source.read(path, file)
    assert refused.value.exit_status == 2
    assert file in refused.value.message
    assert refused.value.hint
    return refused.value


@pytest.mark.parametrize("content", [CSV, XLSX], ids=["csv", "xlsx"])
def test_the_hash_and_the_size_are_of_the_very_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "dpt"
    path.write_bytes(content)
    found = source.read(path, "data/dpt")
    assert (found.file, found.sha256, found.bytes) == ("data/dpt", sha256(content).hexdigest(), len(content))
    assert [grid.file for grid in found.grids] == ["data/dpt"]


@pytest.mark.parametrize(
    ("content", "name", "sheet"), [(XLSX, "dpt.csv", "Stok"), (CSV, "dpt.xls", "csv"), (CSV, "dpt.tsv", "csv")]
)
def test_the_content_decides_the_format_and_not_the_ending_of_the_name(
    tmp_path: Path, content: bytes, name: str, sheet: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert [grid.sheet for grid in source.read(tmp_path / name, name).grids] == [sheet]


CONTENTS = {
    "nothing": (b"", "kosong"),
    "a PDF": (b"%PDF-1.7\n", "PDF"),
    "a photo": (b"\xff\xd8\xff\xe0JFIF", "gambar"),
    "a screenshot": (b"\x89PNG\r\n\x1a\n", "gambar"),
    "a RAR archive": (b"Rar!\x1a\x07\x00", "RAR"),
    "a gzip archive": (b"\x1f\x8b\x08\x00", "gzip"),
    "a web page called .xls": (b"<html><body><table><tr><td>TPS</td></tr></table></body></html>", "HTML"),
    "a web page after blank lines": (b"\xef\xbb\xbf\r\n <!DOCTYPE html>\n<html></html>", "HTML"),
    "a bare HTML table": (b"<table><tr><td>TPS</td></tr></table>", "HTML"),
    "an XML file": (b'<?xml version="1.0"?><Workbook/>', "XML"),
    "a letter": (packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "bukan workbook"),
    "half a workbook": (XLSX[: len(XLSX) // 2], "rusak"),
    "the beginning of an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "rusak"),
    "bytes": (b"\x00\x01\x02\x03", "bukan tabel"),
}


@pytest.mark.parametrize(("content", "reason"), CONTENTS.values(), ids=CONTENTS)
def test_what_is_no_table_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "gudang.xlsx"
    path.write_bytes(content)
    assert reason in refusal(path).message


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "gudang.xlsx").write_bytes(XLSX)
    failure = refusal(tmp_path / "gudnag.xlsx", "gudnag.xlsx")
    assert failure.message == "Berkas gudnag.xlsx tidak ditemukan."
    assert failure.hint == "Mungkin maksud Anda gudang.xlsx."


def test_a_missing_file_with_no_near_name_gets_no_guess(tmp_path: Path) -> None:
    (tmp_path / "gudang.xlsx").write_bytes(XLSX)
    assert "gudang" not in refusal(tmp_path / "pemilih.csv", "pemilih.csv").hint


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    failure = refusal(tmp_path / "tidak" / "ada.xlsx", "tidak/ada.xlsx")
    assert failure.hint == f"Folder {(tmp_path / 'tidak').as_posix()} tidak ada."


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "gudang").mkdir()
    assert refusal(tmp_path / "gudang", "gudang").message == "gudang adalah folder, bukan berkas."


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "tidak dapat dibuka" in refusal(tmp_path / "gudang\0.xlsx", "gudang").message


def test_a_file_that_may_not_be_opened_may_be_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> NoReturn:
        raise PermissionError

    path = tmp_path / "gudang.xlsx"
    path.write_bytes(XLSX)
    monkeypatch.setattr(Path, "read_bytes", denied)
    failure = refusal(path)
    assert "izin ditolak" in failure.message
    assert "Excel" in failure.hint


def test_a_file_too_large_for_a_count_of_ballots_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gudang.xlsx"
    path.write_bytes(bytes(3 << 20))
    monkeypatch.setattr(source, "MAX_BYTES", 2 << 20)
    assert refusal(path).message == "gudang.xlsx berukuran 3 MiB; batasnya 2 MiB."
