"""The guide cannot lie: its commands run in order in a fresh workspace, and what it shows is what comes out.

`LOGISTIK_SNAPSHOTS=write pytest tests/cli/test_guide.py` writes into the guide what comes out now: each line that it
shows becomes the line most like it, a lone `(hasil)` the whole output, to be shortened by hand with lines of `...`.
"""

import os
import re
import shlex
import shutil
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from tests.tools import ROOT, SAMPLES, Ran, Runner

GUIDE = ROOT / "docs" / "panduan.md"
PART = re.compile(r"^```sh\n(?P<session>[\s\S]*?)^```$|^<!-- (?P<handwork>.+) -->$", re.MULTILINE)
"""A session of commands with their outputs, or a note of what the operator does in Excel."""
GAP = "..."
BLANK = "(hasil)"


STAGES = [
    "inspect koli.xlsx",
    "audit gudang.xlsx koli.xlsx\n",
    "minutes sorting",
    "request",
    "receive",
    "allocate",
    "audit gudang.xlsx koli.xlsx pengesetan.xlsx --level tps",
    "transfer",
    "minutes handover",
    "minutes destruction",
    "move",
    "close",
    "verify",
    "backup",
]
"""What has to happen between delivery and voting day, in this order."""


class Step(NamedTuple):
    """A command of the guide: its words, the status that the guide states, and the output lines that it shows."""

    line: str
    words: list[str]
    status: int
    shown: list[str]


def steps(session: str) -> Iterator[Step]:
    """The commands of a session; the lines up to the next one are the output of each."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        command, _, remark = line.partition("  #")
        status = re.search(r"status (\d+)", remark)
        shown = [each.rstrip() for each in output.splitlines() if each.strip()]
        yield Step(line, shlex.split(command)[1:], int(status[1]) if status else 0, shown)


def printed(ran: Ran) -> list[str]:
    """What a command prints, as a console shows it: blank lines and trailing blanks aside."""
    return [line.rstrip() for line in (ran.out + ran.err).splitlines() if line.strip()]


def fits(shown: str, real: str) -> bool:
    """Whether a line is the one that the guide shows, perhaps cut off; the rule of a table may have another length."""
    if shown.endswith(GAP):
        return real.startswith(shown.removesuffix(GAP))
    return real == shown or set(real) == set(shown) == {"─"}


def refreshed(shown: Sequence[str], real: Sequence[str]) -> list[str]:
    """The output as the guide has to show it: its lines as they are now, and a gap wherever lines are left out."""
    if list(shown) == [BLANK]:
        return list(real)
    lines: list[str] = []
    at = 0
    for number, line in enumerate(shown):
        if line == GAP:
            continue
        found = next((i for i in range(at, len(real)) if fits(line, real[i])), None)
        if found is None:
            like = get_close_matches(line, real[at:], 1)
            found = real.index(like[0], at) if like else None
        if found is None:
            return [*lines, *shown[number:]]
        lines += [GAP] if found > at else []
        lines.append(line if line.endswith(GAP) and fits(line, real[found]) else real[found])
        at = found + 1
    return [*lines, GAP] if at < len(real) else lines


def test_the_guide_shows_what_comes_out(logistik: Runner, tmp_path: Path) -> None:
    for name in ("logistik.toml", *(path.name for path in SAMPLES.glob("*.xlsx"))):
        shutil.copy(SAMPLES / name, tmp_path / name)
    guide = GUIDE.read_text("utf-8")
    wrong: list[str] = []
    new = PART.sub(lambda part: walked(logistik, part, wrong), guide)
    if os.environ.get("LOGISTIK_SNAPSHOTS") == "write":
        GUIDE.write_text(new, "utf-8", newline="\n")
    assert not wrong
    assert new.splitlines() == GUIDE.read_text("utf-8").splitlines()


def walked(logistik: Runner, part: re.Match[str], wrong: list[str]) -> str:
    """A part of the guide after it was done, with what came out; `wrong` gets the commands of another status."""
    if part["handwork"]:
        HANDWORK[part["handwork"]](logistik)
        return part[0]
    lines = ["```sh"]
    for step in steps(part["session"]):
        ran = logistik(*step.words)
        if ran.status != step.status:
            wrong.append(f"{step.line}: {ran.status}\n{ran.out}{ran.err}")
        lines += [f"$ {step.line}", *refreshed(step.shown, printed(ran))]
    return "\n".join([*lines, "```"])


def test_the_guide_leads_from_delivery_to_the_day_before_voting() -> None:
    guide = GUIDE.read_text("utf-8").replace("  #", "\n")
    places = [guide.find(f"$ logistik {stage}") for stage in STAGES]
    assert -1 not in places
    assert places == sorted(places)
    assert BLANK not in guide


def test_the_messages_that_the_guide_explains_are_those_of_the_program() -> None:
    _, _, table = GUIDE.read_text("utf-8").partition("| Pesan |")
    messages = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    assert len(messages) > 5
    program = "".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert [message for message in messages if message not in program] == []


# What the operator does in Excel ---------------------------------------------------------------------------------

COUNTERS = {"gubernur": (5, 6), "walikota": (7, 8)}
SEAL = 9


class PackingBook:
    """`pengesetan.xlsx`, as the operator works in it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "pengesetan.xlsx"
        self.book = load_workbook(self.path)
        self.rows: dict[tuple[str, str], tuple[Any, int]] = {}
        for sheet in self.book:
            kelurahan = ""
            for row in range(7, sheet.max_row + 1):
                kelurahan = str(sheet.cell(row, 3).value or kelurahan)
                self.rows[kelurahan, str(sheet.cell(row, 4).value).zfill(3)] = sheet, row

    def write(self, kelurahan: str, tps: str, column: int, value: int | None) -> None:
        """Type a value into the row of a TPS."""
        sheet, row = self.rows[kelurahan.upper(), tps]
        sheet.cell(row, column).value = value

    def read(self, kelurahan: str, tps: str, column: int) -> int | None:
        """The value in the row of a TPS."""
        sheet, row = self.rows[kelurahan.upper(), tps]
        found: int | None = sheet.cell(row, column).value
        return found


def count_again(logistik: Runner) -> None:
    """The box that two people counted differently is counted a third time; the sealed one is opened."""
    packing = PackingBook(logistik.folder)
    first, second = COUNTERS["walikota"]
    packing.write("Karang Rejo", "012", first, packing.read("Karang Rejo", "012", second))
    packing.write("Manggar", "030", SEAL, None)
    packing.book.save(packing.path)


def carry_out(logistik: Runner) -> None:
    """Every move of the work order is made, and the new counts are typed into the packing list."""
    packing = PackingBook(logistik.folder)
    for move in logistik("transfer", "--format", "json").json["moves"]:
        for end, sign in (("from", -1), ("to", 1)):
            if move[end] == "warehouse":
                continue
            station = move[end]["kelurahan"], move[end]["tps"]
            for column in COUNTERS[move["election"]]:
                packing.write(*station, column, (packing.read(*station, column) or 0) + sign * move["sheets"])
    packing.book.save(packing.path)


HANDWORK = {"hitung ulang": count_again, "pindahkan": carry_out}
