"""What the tests share: workbooks made from rows, and the program run as a user runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter

from logistik.cli.main import run

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "data" / "samples"
REAL_FILES = ROOT.parent / "shared" / "data"
"""Real voter files that may not be copied into the project; tests on them are skipped where they are absent."""

Rows = Sequence[Sequence[object]]


_NEVER = 987654321


class Formula(NamedTuple):
    """A formula in a cell, and the result that the file holds for it; None if it was never calculated."""

    text: str
    result: float | str | None = None


class Accounting(NamedTuple):
    """A number in the accounting format, which shows 0 as a dash and puts spaces around."""

    number: float


class Percent(NamedTuple):
    """A number shown as a percentage: 0.25 is 25 %."""

    number: float


def write_xlsx(
    path: Path,
    sheets: Mapping[str, Rows],
    merges: Mapping[str, Sequence[str]] | None = None,
    hidden: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """A workbook with the given rows from A1 on.

    `merges` names ranges (`A3:A7`) whose first cell keeps its value; `hidden` rows (`5`), columns (`D`) or with `*`
    the sheet.
    """
    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        percent = book.add_format({"num_format": "0.0%"})
        accounting = book.add_format({"num_format": '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    _write(sheet, row, column, value, percent, accounting)
            for part in (hidden or {}).get(name, ()):
                _hide(sheet, part)
            for area in (merges or {}).get(name, ()):
                first, _, _ = area.partition(":")
                column, row = ord(first[0]) - 65, int(first[1:]) - 1
                sheet.merge_range(area, "")
                sheet.write(row, column, rows[row][column])
    _forget_results(path)
    return path


def _write(sheet: Any, row: int, column: int, value: object, percent: Any, accounting: Any) -> None:
    if isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, None, _NEVER if value.result is None else value.result)
    elif isinstance(value, Percent | Accounting):
        sheet.write_number(row, column, value.number, percent if isinstance(value, Percent) else accounting)
    elif value is not None and value != "":
        sheet.write(row, column, value)


def _hide(sheet: Any, part: str) -> None:
    if part == "*":
        sheet.hide()
    elif part.isdigit():
        sheet.set_row(int(part) - 1, None, None, {"hidden": True})
    else:
        sheet.set_column(f"{part}:{part}", None, None, {"hidden": True})


def _forget_results(path: Path) -> None:
    """Take the results out of the formulas that were never calculated; the writer knows only calculated ones."""
    with ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    never = f"<v>{_NEVER}</v>".encode()
    if any(never in content for content in files.values()):
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content.replace(never, b""))


def write_csv(path: Path, rows: Rows, delimiter: str = ",") -> Path:
    """A text table in UTF-8, values as they are."""
    path.write_text("".join(delimiter.join(map(str, row)) + "\n" for row in rows), "utf-8")
    return path


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The result as JSON."""
        return json.loads(self.out)

    def codes(self) -> list[str]:
        """The codes of the findings in a JSON audit, in order."""
        return [finding["code"] for finding in self.json["findings"]]

    def finding(self, code: str) -> dict[str, Any]:
        """The one finding of a code in a JSON audit."""
        found: list[dict[str, Any]] = [each for each in self.json["findings"] if each["code"] == code]
        assert len(found) == 1, f"{len(found)} findings {code} in {self.codes()}"
        return found[0]

    def balance(self, region: str | None, election: str, stock: str = "voting") -> dict[str, Any]:
        """The balance of the region of a name (None: the kabupaten/kota) in a JSON audit."""
        found: list[dict[str, Any]] = [
            each
            for each in self.json["balances"]
            if (each["region"]["level"] == "kota" if region is None else each["region"]["name"] == region)
            and (each["election"], each["stock"]) == (election, stock)
        ]
        assert len(found) == 1, f"{len(found)} balances for {region} {election} {stock}"
        return found[0]


class Runner:
    """Runs commands in a folder, inside this process; what they print is captured."""

    def __init__(self, folder: Path, capsys: Any) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Ran:
        """Run `logistik` with these words."""
        self._capsys.readouterr()
        status = run([str(word) for word in words])
        captured = self._capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    def audit(self, *words: str | Path) -> Ran:
        """Audit to JSON without the ledger."""
        return self("audit", "--format", "json", "--no-ledger", *words)


def run_process(folder: Path, *words: str, **env: str) -> Ran:
    """Run `python -m logistik` as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "logistik", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **env},
    )
    return Ran(done.returncode, done.stdout, done.stderr)
