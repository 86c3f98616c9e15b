"""`logistik init` on a terminal: what it asks, what it takes for an answer, and what it never asks."""

import io
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.tools import ROOT, Ran, Runner, write_csv

ANSWERS = ("KPU Kota Contoh", "", "Provinsi Contoh", "", "", "")


@pytest.fixture
def answering(logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> "Answering":
    """Somebody at a terminal."""
    return Answering(logistik, monkeypatch)


class Answering:
    """Runs `logistik init` with answers typed line by line."""

    def __init__(self, logistik: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
        self._logistik = logistik
        self._monkeypatch = monkeypatch
        monkeypatch.setattr("logistik.cli.init.is_terminal", lambda: True)

    def __call__(self, *words: str, answers: tuple[str, ...] = ANSWERS) -> Ran:
        """The command, and what is typed while it runs; after the last answer the input ends."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        return self._logistik("init", *words)


def settings(folder: Path) -> dict[str, Any]:
    """What `logistik.toml` says."""
    return tomllib.loads((folder / "logistik.toml").read_text("utf-8"))


def test_the_answers_are_in_the_settings(answering: Answering, tmp_path: Path) -> None:
    ran = answering()
    assert ran.status == 0
    said = settings(tmp_path)
    assert said["kantor"] == {"nama": "KPU Kota Contoh", "kota": "Kota Contoh", "provinsi": "Provinsi Contoh"}
    assert said["ruleset"] == "pilkada-2024"
    assert said["pemilihan"] == ["gubernur", "walikota"]
    assert (said["dpt"], said["gudang"]) == (["dpt.xlsx"], ["gudang.xlsx"])


@pytest.mark.parametrize(
    ("answers", "key", "value"),
    [
        (("KPU", "Kabupaten Contoh", "", "", "", ""), "pemilihan", ["gubernur", "bupati"]),
        (("KPU", "Kota Contoh", "", "pemilu-2024", "dpr, Presiden", ""), "pemilihan", ["ppwp", "dpr"]),
        (("KPU", "Kota Contoh", "", "2", "", ""), "ruleset", "pemilu-2024"),
        (("KPU", "Kota Contoh", "", "", "Wali Kota", ""), "pemilihan", ["walikota"]),
        (("KPU", "Kota Contoh", "", "", "", '"daftar pemilih.csv"'), "dpt", ["daftar pemilih.csv"]),
    ],
)
def test_an_answer_may_be_given_in_several_ways(
    answers: tuple[str, ...], key: str, value: object, answering: Answering, tmp_path: Path
) -> None:
    write_csv(
        tmp_path / "daftar pemilih.csv", [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["Utara", "Mawar", 1, 400]]
    )
    ran = answering(answers=answers)
    assert ran.status == 0, ran.err
    assert settings(tmp_path)[key] == value


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("KPU", "Kota Contoh", "", "pilkada-1999", "1", "", ""), "Rule set 'pilkada-1999' tidak ada."),
        (("KPU", "Kota Contoh", "", "9", "1", "", ""), "Rule set '9' tidak ada."),
        (("KPU", "Kota Contoh", "", "", "presiden", "gubernur", ""), "Jenis pemilihan 'ppwp' tidak ada"),
        (("KPU", "Kota Contoh", "", "", "", "tidak-ada.xlsx", ""), "Berkas tidak-ada.xlsx tidak ditemukan."),
    ],
)
def test_a_wrong_answer_is_said_and_asked_again(
    answers: tuple[str, ...], said: str, answering: Answering, tmp_path: Path
) -> None:
    ran = answering(answers=answers)
    assert said in ran.err
    assert ran.status == 0
    assert settings(tmp_path)["ruleset"] == "pilkada-2024"


def test_what_an_option_says_is_not_asked(answering: Answering, tmp_path: Path) -> None:
    words = (
        "--kantor",
        "KPU",
        "--kota",
        "Kota Contoh",
        "--provinsi",
        "P",
        "--ruleset",
        "pilkada-2020",
        "--jenis",
        "walikota",
    )
    ran = answering(*words, answers=("",))
    assert ran.status == 0
    assert "Nama kantor" not in ran.out
    assert "Berkas DPT" in ran.out
    assert settings(tmp_path)["ruleset"] == "pilkada-2020"


def test_an_office_that_has_settings_is_not_asked(answering: Answering, tmp_path: Path) -> None:
    (tmp_path / "logistik.toml").write_text('[kantor]\nkota = "Kabupaten Contoh"\n', "utf-8")
    ran = answering(answers=())
    assert ran.status == 0
    assert "Nama kantor" not in ran.out
    assert settings(tmp_path) == {"kantor": {"kota": "Kabupaten Contoh"}}


@pytest.mark.parametrize("given", [0, 1, 5])
def test_an_input_that_ends_makes_nothing(given: int, answering: Answering, tmp_path: Path) -> None:
    ran = answering("baru", answers=ANSWERS[:given])
    assert ran.status == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["--yes"], ["-y"], []])
def test_nothing_is_asked_with_yes_or_without_a_terminal(words: list[str], logistik: Runner, tmp_path: Path) -> None:
    ran = logistik("init", *words)
    assert ran.status == 0
    assert "Nama kantor" not in ran.out + ran.err
    assert settings(tmp_path)["kantor"] == {"nama": "", "kota": "", "provinsi": ""}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_the_whole_conversation_on_a_terminal(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "logistik", "init", "kantor"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80", "NO_COLOR": "1"},
    ) as run:
        os.close(theirs)
        heard = b""
        answers = [answer.encode() + b"\n" for answer in ANSWERS]
        while chunk := _read(ours):
            heard += chunk
            if heard.endswith(b": ") and answers:
                os.write(ours, answers.pop(0))
    os.close(ours)
    assert run.returncode == 0, heard
    golden.assert_is("init-questions.txt", heard.decode().replace("\r\n", "\n"))


def _read(terminal: int) -> bytes:
    """What stands on the terminal; nothing once the other end is closed."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
