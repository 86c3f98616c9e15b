"""Which findings count: the same sums, other findings, and nothing that vanishes."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from logistik.ledger.store import Ledger
from logistik.services.record import read_report
from tests import golden
from tests.tools import Ran, Runner, write_xlsx

SLIP = "dpt.xlsx!Balikpapan Utara!G22"
WAIVER = f"""
[[pengecualian]]
kode = "lp-bukan-jumlah"
tempat = "{SLIP}"
alasan = "Salah ketik di DPT; berita acara pencermatan nomor 12"
oleh = "Anggota Divisi Data"
sampai = 2024-11-27
"""
ALL = {"LG403": 1, "LG506": 1, "LG601": 11, "LG609": 1, "LG610": 2}
"""What the samples give."""


def set_up(folder: Path, settings: str) -> None:
    """Add these settings to those of the samples."""
    toml = folder / "logistik.toml"
    toml.write_text(toml.read_text("utf-8") + settings, "utf-8")


def counting(ran: Ran) -> dict[str, int]:
    """The findings that count, by code."""
    return dict(Counter(ran.codes()))


def aside(ran: Ran, how: str) -> dict[str, int]:
    """The findings that were set aside in a way, by code."""
    return dict(Counter(each["finding"]["code"] for each in ran.json["set_aside"] if each["how"] == how))


CHOICES: list[tuple[str, list[str], dict[str, int]]] = [
    ("one code", ["--select", "LG403"], {"LG403": 1}),
    ("a prefix", ["--select", "LG6"], {"LG601": 11, "LG609": 1, "LG610": 2}),
    ("every code", ["--select", "LG"], ALL),
    ("a name", ["--select", "surat-suara-lebih"], {"LG610": 2}),
    ("in any letters", ["--select", "lg403", "--select", "Surat-Suara-Lebih"], {"LG403": 1, "LG610": 2}),
    ("with commas", ["--select", "LG403, LG610,"], {"LG403": 1, "LG610": 2}),
    ("without a prefix", ["--ignore", "LG6"], {"LG403": 1, "LG506": 1}),
    ("without some, repeated", ["--ignore", "LG601,LG609", "--ignore", "LG610"], {"LG403": 1, "LG506": 1}),
    ("some without one of them", ["--select", "LG4,LG5", "--ignore", "LG506"], {"LG403": 1}),
    ("what is selected and ignored", ["--select", "LG403", "--ignore", "LG4"], {}),
    ("a code that was not found", ["--select", "LG301"], {}),
]


@pytest.mark.parametrize(("words", "left"), [each[1:] for each in CHOICES], ids=[each[0] for each in CHOICES])
def test_findings_are_chosen_and_no_figure_changes(
    words: list[str], left: dict[str, int], logistik: Runner, samples: Path
) -> None:
    whole, ran = logistik.audit("gudang.xlsx"), logistik.audit("gudang.xlsx", *words)
    assert counting(ran) == left
    assert Counter(left) + Counter(aside(ran, "ignored")) + Counter(aside(ran, "not-selected")) == ALL
    assert ran.json["balances"] == whole.json["balances"]
    assert ran.json["summary"]["request"] == whole.json["summary"]["request"] == 783
    assert sum(ran.json["summary"][key] for key in ("errors", "warnings", "infos")) == sum(left.values())


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--select", "LG403"], 1),
        (["--select", "LG609"], 0),
        (["--select", "LG609", "--fail-on", "warning"], 1),
        (["--select", "LG609", "--severity", "LG609=error"], 1),
        (["--severity", "LG4=peringatan,LG5=warning,LG601=info"], 0),
        (["--severity", "LG=info", "--severity", "lp-bukan-jumlah=GALAT"], 1),
        (["--ignore", "LG403,LG506,LG601"], 0),
        (["--ignore", "LG"], 0),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_the_exit_status_follows_what_is_left(words: list[str], status: int, logistik: Runner, samples: Path) -> None:
    assert logistik.audit("gudang.xlsx", *words).status == status


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--select", "LG4O3"], "--select: kode 'LG4O3' tidak ada. Mungkin maksud Anda LG403."),
        (["--ignore", "lp-bukan-jumla"], "kode 'lp-bukan-jumla' tidak ada. Mungkin maksud Anda lp-bukan-jumlah."),
        (["--ignore", "LG403,LG9"], "--ignore: kode 'LG9' tidak ada. Mungkin maksud Anda LG"),
        (["--select", "LG403x"], "--select: kode 'LG403x' tidak ada. Mungkin maksud Anda LG403."),
        (["--select", "xyzzy"], "--select: kode 'xyzzy' tidak ada. Lihat semuanya: logistik rule"),
        (["--select", "L"], "--select: kode 'L' tidak ada."),
        (["--select", ","], "Opsi --select perlu nilai."),
        (["--severity", "LG403"], "--severity 'LG403' tidak lengkap. Tulis KODE=BERAT, misalnya LG403=warning."),
        (["--severity", "LG4O3=info"], "--severity: kode 'LG4O3' tidak ada. Mungkin maksud Anda LG403."),
        (["--severity", "LG403=fatal"], "berat 'fatal' tidak dikenal. Pilihannya: error (galat), warning (peringatan)"),
        (["--severity", "LG403="], "berat '' tidak dikenal."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_a_code_that_does_not_exist_is_an_error_with_the_nearest(
    words: list[str], says: str, logistik: Runner, samples: Path
) -> None:
    ran = logistik.audit("gudang.xlsx", *words)
    assert (ran.status, ran.out) == (2, "")
    assert says in " ".join(ran.err.split())


TOML = [
    ("pilih", "[temuan]\npilih = 'LG6'", [], {"LG601": 11, "LG609": 1, "LG610": 2}),
    ("abaikan", "[temuan]\nabaikan = ['LG601', 'salah-daerah-ada']", [], {"LG403": 1, "LG506": 1, "LG610": 2}),
    ("--ignore adds", "[temuan]\nabaikan = ['LG601']", ["--ignore", "LG610"], {"LG403": 1, "LG506": 1, "LG609": 1}),
    ("--select starts anew", "[temuan]\npilih = ['LG5']\nabaikan = ['LG4']", ["--select", "LG403"], {"LG403": 1}),
    ("and shows all", "[temuan]\npilih = ['LG5']\nabaikan = ['LG4']", ["--select", "lg"], ALL),
]


@pytest.mark.parametrize(("toml", "words", "left"), [each[1:] for each in TOML], ids=[each[0] for each in TOML])
def test_the_settings_choose_and_the_command_line_goes_on_from_there(
    toml: str, words: list[str], left: dict[str, int], logistik: Runner, samples: Path
) -> None:
    set_up(samples, toml)
    assert counting(logistik.audit("gudang.xlsx", *words)) == left


@pytest.mark.parametrize(
    ("words", "weights"),
    [
        ([], {"LG403": "warning", "LG506": "info", "LG601": "error"}),
        (["--severity", "LG506=error"], {"LG403": "warning", "LG506": "error", "LG601": "error"}),
        (["--severity", "LG=info"], {"LG403": "info", "LG506": "info", "LG601": "info"}),
    ],
)
def test_a_weight_of_the_command_line_replaces_those_of_the_settings_that_it_covers(
    words: list[str], weights: dict[str, str], logistik: Runner, samples: Path
) -> None:
    set_up(samples, "[temuan.berat]\nLG4 = 'galat'\nlp-bukan-jumlah = 'peringatan'\nLG5 = 'info'")
    found = logistik.audit("gudang.xlsx", *words).json["findings"]
    assert {each["code"]: each["severity"] for each in found if each["code"] in weights} == weights


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[temuan]\npilih = ['LG4O3']", "logistik.toml [temuan] pilih: kode 'LG4O3' tidak ada. Mungkin maksud Anda"),
        ("[temuan]\nabaikan = ['LG9']", "logistik.toml [temuan] abaikan: kode 'LG9' tidak ada."),
        ("[temuan.berat]\nLG4O3 = 'info'", "logistik.toml [temuan] berat: kode 'LG4O3' tidak ada."),
        ("[temuan.berat]\nLG403 = 'berat'", "[temuan] berat.LG403: berat 'berat' tidak dikenal."),
        (WAIVER.replace("lp-bukan-jumlah", "LG4O3"), "pengecualian.0.kode: kode 'LG4O3' tidak ada."),
        (WAIVER.replace("lp-bukan-jumlah", "LG4"), "pengecualian.0.kode: 'LG4' bukan satu kode."),
        (WAIVER + WAIVER.replace("lp-bukan-jumlah", "LG105"), "pengecualian.1.kode: LG105 tidak dapat dikecualikan."),
        (WAIVER.replace("lp-bukan-jumlah", "pengecualian-kedaluwarsa"), "LG106 tidak dapat dikecualikan."),
    ],
)
def test_settings_that_name_no_code_are_an_error(toml: str, says: str, logistik: Runner, samples: Path) -> None:
    set_up(samples, toml)
    ran = logistik.audit("gudang.xlsx")
    assert (ran.status, ran.out) == (2, "")
    assert says in " ".join(ran.err.split())


def test_a_waived_finding_is_kept_apart_with_reason_and_name(logistik: Runner, samples: Path) -> None:
    whole = logistik.audit("gudang.xlsx")
    set_up(samples, WAIVER)
    ran = logistik.audit("gudang.xlsx", "--ignore", "LG609", "--select", "LG4,LG5,LG609")
    (waived,) = [each for each in ran.json["set_aside"] if each["how"] == "waiver"]
    assert waived == {
        "finding": whole.finding("LG403"),
        "how": "waiver",
        "reason": "Salah ketik di DPT; berita acara pencermatan nomor 12",
        "by": "Anggota Divisi Data",
        "until": "2024-11-27",
        "place": SLIP,
        "covers": 1,
    }
    others = [each for each in ran.json["set_aside"] if each["how"] != "waiver"]
    assert Counter(each["how"] for each in others) == {"ignored": 1, "not-selected": 13}
    assert all(each[key] is None for each in others for key in ("reason", "by", "until", "place", "covers"))
    options = ran.json["options"]
    assert (options["select"], options["ignore"]) == (["LG4", "LG5", "LG609"], ["LG609"])
    assert (options["severity"], options["waivers_not_judged"]) == ({}, [])


def test_the_screen_shows_what_does_not_count_apart_from_what_does(logistik: Runner, samples: Path) -> None:
    set_up(samples, f"{WAIVER}{WAIVER.replace('lp-bukan-jumlah', 'LG301').replace('dpt.xlsx', 'dpt-lama.xlsx')}")
    words = ("--select", "LG403,LG6", "--ignore", "LG601", "--severity", "LG609=peringatan,LG610=warning")
    ran = logistik("audit", "gudang.xlsx", "--no-ledger", *words)
    assert ran.status == 0
    told = "Temuan" + ran.out.partition("\nTemuan")[2]
    assert "Berat     LG609 = peringatan, LG610 = peringatan\n" in ran.out
    golden.assert_is("audit-chosen.txt", told)


def test_where_everything_is_left_out_the_screen_does_not_say_that_there_was_nothing(
    logistik: Runner, samples: Path
) -> None:
    out = " ".join(logistik("audit", "gudang.xlsx", "--no-ledger", "--ignore", "LG").out.split())
    assert "Tidak ada temuan; 16 diabaikan. Permintaan seluruhnya 783 lembar." in out
    assert "11 temuan LG601 (surat suara kurang) tidak ikut dihitung, tetapi tetap diminta" in out


def test_a_place_is_matched_as_it_is_printed_whatever_the_sheet_is_called(logistik: Runner) -> None:
    name = " Data  TPS!½ "
    write_xlsx(logistik.folder / "dpt.xlsx", {name: [["Kecamatan", "Kelurahan", "TPS", "Jumlah"], ["K", "D", 1, "x"]]})
    printed = next(line for line in logistik("audit", "dpt.xlsx").out.splitlines() if "LG301" in line)
    place = printed.removeprefix("GALAT LG301").strip()
    text = WAIVER.replace("lp-bukan-jumlah", "LG301").replace(SLIP, place)
    (logistik.folder / "logistik.toml").write_text(f"as_of = 2024-11-13\n{text}", "utf-8")
    ran = logistik.audit("dpt.xlsx")
    assert (aside(ran, "waiver"), {"LG105", "LG301"} & set(ran.codes())) == ({"LG301": 1}, set())


@pytest.mark.parametrize("key", ["alasan", "oleh", "tempat"])
def test_what_the_settings_say_is_no_command_to_the_terminal(key: str, logistik: Runner, samples: Path) -> None:
    set_up(
        samples, re.sub(rf'^{key} = ".*"$', rf'{key} = "dpt.xlsx\\u001b[31m [/x] =1+1\\nx"', WAIVER, flags=re.MULTILINE)
    )
    out = logistik("audit", "gudang.xlsx", "--no-ledger").out
    assert "\x1b" not in out
    assert "[/x] =1+1 x" in " ".join(out.split())


@pytest.mark.parametrize(
    "words",
    [
        ["--kecamatan", "balikpapan-kota"],
        ["--jenis", "gubernur"],
        ["--select", "LG403"],
        ["--ignore", "LG4"],
        ["--level", "kota"],
    ],
    ids=" ".join,
)
def test_a_waiver_is_judged_on_the_whole_audit(words: list[str], logistik: Runner, samples: Path) -> None:
    set_up(samples, WAIVER)
    shown = logistik.audit("gudang.xlsx", *words).json
    assert "LG105" not in {each["code"] for each in (*shown["findings"], *(e["finding"] for e in shown["set_aside"]))}


def test_a_narrowed_audit_shows_what_was_set_aside_there(logistik: Runner, samples: Path) -> None:
    set_up(samples, WAIVER)
    here = logistik.audit("gudang.xlsx", "--kecamatan", "balikpapan-utara", "--ignore", "LG601")
    there = logistik.audit("gudang.xlsx", "--kecamatan", "balikpapan-kota", "--ignore", "LG601")
    assert (aside(here, "waiver"), aside(here, "ignored")) == ({"LG403": 1}, {"LG601": 2})
    assert (aside(there, "waiver"), aside(there, "ignored")) == ({}, {"LG601": 2})


def test_unused_and_expired_waivers_count_until_they_are_ignored(logistik: Runner, samples: Path) -> None:
    set_up(samples, WAIVER.replace("G22", "G23") + WAIVER.replace("2024-11-27", "2024-11-01"))
    ran = logistik.audit("gudang.xlsx")
    assert counting(ran) == {**ALL, "LG105": 1, "LG106": 1}
    ran = logistik.audit("gudang.xlsx", "--ignore", "LG1", "--severity", "LG106=error")
    assert (counting(ran), aside(ran, "ignored")) == (ALL, {"LG105": 1, "LG106": 1})
    assert {each["finding"]["severity"] for each in ran.json["set_aside"]} == {"warning", "error"}


def test_a_waiver_expires_with_the_day_of_the_audit_not_of_the_clock(logistik: Runner, samples: Path) -> None:
    set_up(samples, WAIVER)
    assert "LG403" not in logistik.audit("gudang.xlsx", "--as-of", "2024-11-27").codes()
    assert {"LG403", "LG106"} <= set(logistik.audit("gudang.xlsx", "--as-of", "2024-11-28").codes())


def recorded(folder: Path) -> dict[str, Any]:
    """The report in the last audit of the ledger."""
    entry = Ledger(folder).latest("audit")
    assert entry is not None
    report: dict[str, Any] = json.loads(entry.payload)["report"]
    return report


def test_the_ledger_keeps_what_was_set_aside_and_reads_it_back(logistik: Runner, samples: Path) -> None:
    set_up(samples, WAIVER)
    printed = logistik("audit", "gudang.xlsx", "--format", "json", "--ignore", "LG601", "--select", "LG6").json
    kept = recorded(samples)
    assert kept == printed
    assert {each["how"] for each in kept["set_aside"]} == {"waiver", "ignored", "not-selected"}
    entry = Ledger(samples).latest("audit")
    assert entry is not None
    report = read_report(entry)
    assert [each.finding.code for each in report.set_aside] == [each["finding"]["code"] for each in kept["set_aside"]]
    assert str(report.set_aside[0].until) == "2024-11-27"


def test_an_audit_recorded_before_there_were_waivers_is_read(logistik: Runner, samples: Path) -> None:
    logistik("audit", "gudang.xlsx")
    entry = Ledger(samples).latest("audit")
    assert entry is not None
    document = json.loads(entry.payload)
    del document["report"]["set_aside"]
    for key in ("select", "ignore", "severity", "waivers_not_judged"):
        del document["report"]["options"][key]
    old = read_report(entry._replace(payload=json.dumps(document)))
    assert (old.set_aside, old.findings) == ((), read_report(entry).findings)


@pytest.mark.parametrize("words", [["--ignore", "LG601"], ["--select", "LG4"], ["--ignore", "LG"]], ids=" ".join)
def test_the_letters_are_the_same_whatever_was_left_out(words: list[str], logistik: Runner, samples: Path) -> None:
    def letters(*chosen: str) -> list[str]:
        logistik("audit", "gudang.xlsx", *chosen)
        ran = [logistik("request"), logistik("request", "--kecamatan", "balikpapan-kota")]
        assert {each.status for each in ran} == {0}
        return [re.sub(r"[0-9a-f]{12}", "<hash>", each.out) for each in ran]

    assert letters(*words) == letters()


def test_a_request_that_audits_first_follows_the_settings_and_asks_for_as_much(logistik: Runner, samples: Path) -> None:
    set_up(samples, "[temuan]\nabaikan = ['LG601']")
    assert logistik("request", "gudang.xlsx", "--format", "json").json["request"] == 783
    assert {each["how"] for each in recorded(samples)["set_aside"]} == {"ignored"}
