"""Workbooks whose bytes changed on the way: no traceback, no hang, and no figure that is wrong in silence."""

import io
import zipfile
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.test_disturbed import DPT, EXPECTED, STOCK
from tests.tools import Runner, write_csv, write_xlsx
from tests.writers import write_ods, write_xls

ROUNDS = 60
"""Mutated files per format."""
SETTINGS = """
pemilihan = ["gubernur", "walikota"]
[kantor]
kota = "Kota Balikpapan"
[kendali.tps]
jumlah = 6
[kendali.pemilih]
jumlah = 2164
"""
TRUTH = {"gubernur": (6, 2164, 3370, 3336), "walikota": (6, 2164, 3380, 3345)}
"""TPS, voters, received and good sheets of the city."""
NOISE = (b"\0", b"<", b">", b'"', b"&", b"\x0c", b"9", b"0", b"-", b"\xff", b"A1", b"XFD1048576", b"1e309", b"")


def mutated(content: bytes, chance: Random) -> bytes:
    """The bytes with one to three places changed, cut out, doubled or swapped."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        if not content:
            return content
        at, length = chance.randrange(len(content)), chance.choice((1, 1, 2, 8, 64))
        piece = content[at : at + length]
        new = chance.choice((chance.choice(NOISE), b"", piece * 2, piece[::-1], bytes([chance.randrange(256)])))
        content = content[:at] + new + content[at + length :]
    return content


def mutated_archive(content: bytes, chance: Random) -> bytes:
    """An archive with one part changed inside, its sums right, so that a reader gets to see it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        names = before.namelist()
        likely = [name for name in names if "sheet" in name or "content.xml" in name or "Strings" in name]
        chosen = chance.choice(likely * 4 + names)
        for name in names:
            part = before.read(name)
            after.writestr(name, mutated(part, chance) if name == chosen else part)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_a_mutated_file_gives_the_truth_or_a_finding_or_a_message(kind: str, logistik: Runner) -> None:
    write = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}
    folder = logistik.folder
    (folder / "logistik.toml").write_text(SETTINGS, "utf-8")
    files = [folder / f"dpt.{kind}", folder / f"gudang.{kind}"]
    for file, rows in zip(files, (DPT, STOCK), strict=True):
        if kind == "csv":
            write_csv(file, rows)
        else:
            write[kind](file, {"Lembar": rows})
    assert told(logistik, files) == (TRUTH, False)
    originals = [file.read_bytes() for file in files]
    chance = Random(kind)
    silent = []
    for _ in range(ROUNDS):
        at = chance.randrange(2)
        for file, content in zip(files, originals, strict=True):
            file.write_bytes(content)
        is_inside = kind in ("xlsx", "ods") and chance.random() < 0.8
        change = mutated_archive if is_inside else mutated
        files[at].write_bytes(change(originals[at], chance))
        found = told(logistik, files)
        if found is not None and found[0] != TRUTH and not found[1]:
            silent.append((at, files[at].read_bytes()))
    assert silent == []


def test_the_sample_workbooks_mutated_give_an_answer_or_a_message(logistik: Runner, samples: Path) -> None:
    chance = Random("samples")
    files = [samples / "gudang.xlsx", samples / "dpt.xlsx"]
    originals = [file.read_bytes() for file in files]
    assert told(logistik, files) is not None
    for _ in range(ROUNDS // 4):
        at = chance.randrange(2)
        for file, content in zip(files, originals, strict=True):
            file.write_bytes(content)
        files[at].write_bytes(mutated_archive(originals[at], chance))
        told(logistik, files)
        ran = logistik("inspect", files[at].name)
        assert "Kesalahan di dalam" not in ran.err
        assert ran.status in (0, 1, 2)


def told(logistik: Runner, files: list[Path]) -> tuple[dict[str, tuple[int | None, ...]], bool] | None:
    """The figures of the city and whether a finding doubts them; None where there is a message instead."""
    ran = logistik.audit(*(file.name for file in files))
    assert "Kesalahan di dalam" not in ran.err, ran.err
    assert "Traceback" not in ran.err
    if ran.status == 2:
        assert ran.err.startswith("Galat: ")
        return None
    figures: dict[str, tuple[int | None, ...]] = {
        each["election"]: (each["polling_stations"], each["voters"], each["received"], each["good"])
        for each in ran.json["balances"]
        if each["region"]["level"] == "kota" and each["stock"] == "voting"
    }
    return figures, any(code not in EXPECTED for code in ran.codes())
