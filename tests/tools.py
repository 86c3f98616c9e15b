"""What the tests share: workbooks made from rows, and the program run as a user runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from logistik.cli.main import run

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "data" / "samples"
REAL_FILES = ROOT.parent / "shared" / "data"
"""Real voter files that may not be copied into the project; tests on them are skipped where they are absent."""

Rows = Sequence[Sequence[object]]


def write_xlsx(path: Path, sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[str]] | None = None) -> Path:
    """A workbook with the given rows from A1 on; `merges` names ranges (`A3:A7`) whose first cell keeps its value."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(path), options) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if value is not None and value != "":
                        sheet.write(row, column, value)
            for area in (merges or {}).get(name, ()):
                first, _, _ = area.partition(":")
                column, row = ord(first[0]) - 65, int(first[1:]) - 1
                sheet.merge_range(area, "")
                sheet.write(row, column, rows[row][column])
    return path


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
