"""Files made to do harm, given to the real program: one gibibyte, twenty seconds, a sentence that names the file."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers import hostile
from tests.readers.archives import SHEET, ods_blanks, packed, unpacked
from tests.readers.biff import dimensions, label, number, record, xls, xlsb
from tests.readers.hostile import BOOK, CSV, STRINGS, roll
from tests.tools import ROOT, Ran

resource = pytest.importorskip("resource", reason="the limits are those of a Unix")
MEMORY = 1 << 30
SECONDS = 20


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limited(folder: Path, *words: str) -> Ran:
    """Run a command as a process of its own that may take no more than that."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        preexec_fn=_limits,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def audited(folder: Path, file: str, *words: str) -> Ran:
    """Audit a file; however it ends, it ends as a command should."""
    ran = limited(folder, "-m", "logistik", "audit", file, "--no-ledger", *words)
    assert ran.status in {0, 1, 2}, ran.err[-2000:]
    assert "Traceback" not in ran.err
    assert "Kesalahan di dalam" not in ran.err
    assert "panicked" not in ran.err
    assert file in ran.out + ran.err
    assert (ran.out + ran.err).replace("\n", "").isprintable()
    return ran


def _cell_of(size: int) -> str:
    return f'<row r="3"><c r="A3" t="inlineStr"><is><t>{"x" * size}</t></is></c></row></sheetData>'


Build = Callable[[], bytes]
DAMAGED, TOO_MUCH, TOO_FAR = "rusak", "akan membengkak", "jauh di luar tabel"
TWO_MILLION = 1 << 21

REFUSED: dict[str, tuple[str, Build, str]] = {
    "a comment that looks like the end of an archive": (
        "x.xlsx",
        lambda: hostile.commented(b"PK\x05\x06" + bytes(40)),
        "x.xlsx",
    ),
    "nothing": ("x.xlsx", lambda: b"", "kosong"),
    "a PDF by another name": ("x.xlsx", lambda: b"%PDF-1.7\n" * 9, "PDF"),
    "a page by another name": ("x.xls", lambda: b"<html><table><tr><td>5</table>", "HTML"),
    "a workbook in an archive": ("x.xlsx", lambda: packed({"x.xlsx": packed({"x.xlsx": roll()})}), "bukan workbook"),
    "parts that are the same bytes": ("x.xlsx", hostile.overlapping, DAMAGED),
    "two parts of one name": ("x.xlsx", lambda: hostile.twice(SHEET, b"<worksheet/>" * 9), DAMAGED),
    "a part of 100 MiB that says it is small": ("x.xlsx", lambda: hostile.false_size(100 << 20), DAMAGED),
    "a part that says it is 600 MiB": ("x.xlsx", lambda: hostile.claimed(600 << 20), TOO_MUCH),
    "shared strings of 97 MiB": (
        "x.xlsx",
        lambda: hostile.replaced("Damai", "Damai" * (20 << 20), STRINGS),
        TOO_MUCH,
    ),
    "two hundred thousand cells that show one text of a mebibyte": (
        "x.xlsx",
        lambda: packed(
            {
                **unpacked(hostile.replaced("Damai", "x" * (1 << 20), STRINGS)),
                SHEET: unpacked(roll())[SHEET].replace(
                    b"</sheetData>", b'<row><c t="s"><v>7</v></c></row>' * 200_000 + b"</sheetData>"
                ),
            }
        ),
        TOO_MUCH,
    ),
    "ten thousand sheets that are one part": (
        "x.xlsx",
        lambda: hostile.many_sheets(10_000, lambda _: "sheet1.xml"),
        DAMAGED,
    ),
    "ten thousand sheets": (
        "x.xlsx",
        lambda: hostile.many_sheets(10_000, lambda at: f"s{at}.xml"),
        "lembar",
    ),
    "six hundred thousand merges": ("x.xlsx", lambda: hostile.merged(600_000), "sel gabungan"),
    "half a million formulas and more": ("x.xlsx", lambda: hostile.formulas(510_000, "A{0}"), "rumus"),
    "four million rows written oddly": ("x.xlsx", lambda: hostile.blank_rows(4_000_000), "tidak seperti oleh Excel"),
    "a text of a million lines": ("x.csv", lambda: b"a,b\n" * 1_000_000, "terlalu besar"),
    "no sheets": (
        "x.xlsx",
        lambda: hostile.replaced('<sheet name="DPT" sheetId="1" r:id="rId1"/>', "", BOOK),
        "x.xlsx",
    ),
    "charts only": ("x.xlsx", hostile.charts_only, "x.xlsx"),
    "a million rows of a number in .ods": ("x.ods", lambda: hostile.ods_filled(1_048_576, 1024), TOO_FAR),
    "tags that never end in .ods": ("x.ods", lambda: hostile.ods_roll("<table:table " * (1 << 20)), DAMAGED),
    "a tag inside a tag in .ods": (
        "x.ods",
        lambda: hostile.ods_roll('<table:table-row><table:table-cell <="1" y="2"/></table:table-row>'),
        DAMAGED,
    ),
    "repetitions behind a sign in .ods": ("x.ods", hostile.ods_sly, TOO_FAR),
    "a cell at XFD1048576 in .xlsb": ("x.xlsb", hostile.xlsb_far, TOO_FAR),
    "a cell at IV65536 in .xls": ("x.xls", lambda: xls(number(0, 0, 1) + number(65535, 255, 1)), TOO_FAR),
    "an .xls that claims four billion rows": (
        "x.xls",
        lambda: xls(dimensions(0, 0xFFFFFFFF, 0, 0xFFFF) + number(0, 0, 1)),
        TOO_FAR,
    ),
    "an .xls whose last row stands before its first": (
        "x.xls",
        lambda: xls(dimensions(9, 3, 0, 1) + number(0, 0, 1)),
        TOO_FAR,
    ),
    "an .xls that claims two billion texts": (
        "x.xls",
        lambda: xls(number(0, 0, 1), before=record(0x00FC, b"\xff\xff\xff\x7f" * 2)),
        DAMAGED,
    ),
    "an .xls of a thousand sheets that are one": (
        "x.xls",
        lambda: xls(b"".join(number(at, 0, 1) for at in range(5000)), starts=[0] * 900),
        DAMAGED,
    ),
    "an .xls that runs in a circle": ("x.xls", hostile.xls_circle, DAMAGED),
    "an .xls with a password": (
        "x.xls",
        lambda: xls(number(0, 0, 1), before=record(0x002F, b"\1\0" + bytes(52))),
        "kata sandi",
    ),
    "a text of zeros": ("x.csv", lambda: bytes(1 << 20), "bukan tabel"),
    "a text of one line": ("x.csv", lambda: b"a" * (30 << 20), "x.csv"),
    "a text of nothing but separators": ("x.csv", lambda: b"," * (20 << 20), "x.csv"),
    "a text of nothing but quotes": ("x.csv", lambda: b'"' * (20 << 20), "x.csv"),
    "a byte-order mark and nothing else": ("x.csv", lambda: b"\xff\xfe", "x.csv"),
    "a text in half of UTF-16": ("x.csv", lambda: CSV.encode("utf-16")[:-1], "x.csv"),
}


@pytest.mark.parametrize(("name", "build", "says"), REFUSED.values(), ids=REFUSED)
def test_what_would_do_harm_is_refused_in_time(name: str, build: Build, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(build())
    ran = audited(tmp_path, name)
    assert ran.status == 2
    assert says in " ".join(ran.err.split())


READ: dict[str, tuple[str, Build]] = {
    "three hundred thousand blank rows with a style": ("x.xlsx", lambda: hostile.blank_rows(300_000)),
    "a comment on the archive": ("x.xlsx", lambda: hostile.commented(b"salinan gudang")),
    "a page break in a name": ("x.xlsx", lambda: hostile.replaced("Damai", "\x0cDamai\x0c", STRINGS)),
    "an escaped page break in a name": ("x.xlsx", lambda: hostile.replaced("Damai", "_x000C_Damai", STRINGS)),
    "a sheet that climbs out of the folder": ("x.xlsx", lambda: hostile.replaced('name="DPT"', 'name="../../x"', BOOK)),
    "a sheet that clears the screen": ("x.xlsx", lambda: hostile.replaced('name="DPT"', 'name="&#27;[2J"', BOOK)),
    "a link to another workbook": (
        "x.xlsx",
        lambda: hostile.with_parts({"xl/externalLinks/externalLink1.xml": "<externalLink/>"}),
    ),
    "a macro": ("x.xlsm", lambda: hostile.with_parts({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99})),
    "tags a hundred thousand deep": ("x.xlsx", lambda: hostile.nested("docProps/app.xml")),
    "twenty thousand running totals": ("x.xlsx", lambda: hostile.formulas(20_000, "SUM($H$3:H{0})")),
    "a chain of twenty thousand formulas": ("x.xlsx", lambda: hostile.formulas(20_000, "H{1}+1")),
    "a megabyte of text in a cell": (
        "x.xlsx",
        lambda: hostile.replaced("</sheetData>", _cell_of(16 << 20), SHEET),
    ),
    "blank rows to the end in .ods": ("x.ods", lambda: hostile.ods_roll(ods_blanks(1_048_574, "table-row"))),
    "a text in UTF-16": ("x.csv", lambda: CSV.encode("utf-16")),
    "a text with its byte-order mark": ("x.csv", lambda: CSV.encode("utf-8-sig")),
    "a text in two encodings": ("x.csv", lambda: CSV.encode() + "Balikpapan Kota,Caf\xe9 –".encode("cp1252")),
    "a workbook by a text's name": ("x.csv", roll),
    "a text by a workbook's name": ("x.xlsx", CSV.encode),
}


@pytest.mark.parametrize(("name", "build"), READ.values(), ids=READ)
def test_what_is_only_odd_is_read_right(name: str, build: Build, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(build())
    ran = audited(tmp_path, name, "--format", "json")
    assert ran.status in {0, 1}, ran.err
    assert {each["region"]["name"] for each in ran.json["balances"] if each["voters"] == 400} >= {"Damai"}


MEGABYTE = 1 << 20
_PERCENT = '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0%"/></numFmts>'
EITHER: dict[str, Build] = {
    "entities of entities": hostile.billion_laughs,
    "a file of this machine as an entity": hostile.external_entity,
    "deep tags in the index": lambda: hostile.nested(BOOK),
    "deep tags in the sheet": lambda: hostile.nested(SHEET),
    "deep tags in the texts": lambda: hostile.nested(STRINGS),
    "deep tags in the styles": lambda: hostile.nested("xl/styles.xml"),
    "sheets whose tags never end": lambda: hostile.replaced("<sheets>", "<sheets>" + "<sheet " * MEGABYTE, BOOK),
    "a sheet whose attribute never ends": lambda: hostile.replaced("<sheet ", f"<sheet {'a' * MEGABYTE} ", BOOK),
    "lists of styles that never end": lambda: hostile.with_parts({"xl/styles.xml": _PERCENT + "<cellXfs " * MEGABYTE}),
    "cells that never end, one a percentage": lambda: hostile.with_parts(
        {
            "xl/styles.xml": _PERCENT + '<cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>',
            SHEET: b'<worksheet><sheetData><row r="1">' + b'<c r="A1" ' * MEGABYTE,
        }
    ),
    "cells that never end, one an error": lambda: hostile.with_parts(
        {SHEET: b'<worksheet><sheetData><row r="1">' + b'<c r="A1" t="e" ' * MEGABYTE}
    ),
}


@pytest.mark.parametrize("build", EITHER.values(), ids=EITHER)
def test_what_xml_can_do_is_not_done(build: Build, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(build())
    ran = audited(tmp_path, "x.xlsx", "--format", "json")
    assert "root:" not in ran.out + ran.err
    assert "lollol" not in ran.out + ran.err


def test_a_file_cut_off_anywhere_is_refused_or_read_and_never_a_bug(tmp_path: Path) -> None:
    sizes = {}
    for name, content in {
        "a.xlsx": roll(),
        "b.xls": xls(label(0, 0, "TPS") + number(1, 0, 5)),
        "c.xlsb": xlsb({"L": [["TPS"]]}),
        "d.ods": hostile.ods_roll(""),
        "e.csv": CSV.encode("utf-16"),
    }.items():
        (tmp_path / name).write_bytes(content)
        sizes[name] = len(content)
    script = (
        "from pathlib import Path; from logistik.cli.main import run\n"
        f"for name, size in {sizes}.items():\n"
        "    content = Path(name).read_bytes()\n"
        "    for end in range(0, size, max(1, size // 60)):\n"
        "        Path(name).write_bytes(content[:end])\n"
        "        assert run(['audit', name, '--no-ledger']) in (0, 1, 2), (name, end)\n"
    )
    ran = limited(tmp_path, "-c", script)
    assert ran.status == 0, ran.err[-2000:]
    assert "Kesalahan di dalam" not in ran.err
    assert "panicked" not in ran.err


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "circle.xlsx").symlink_to("circle.xlsx")
    with (tmp_path / "huge.csv").open("wb") as huge:
        huge.truncate(1 << 30)
    for name in ("folder.xlsx", "pipe.xlsx", "circle.xlsx", "huge.csv", "nothing.xlsx"):
        assert audited(tmp_path, name).status == 2
