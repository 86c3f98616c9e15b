"""A letter leaves the office once, and what became of it is remembered."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from logistik.core.errors import LogistikError
from logistik.documents.model import Letter
from logistik.ledger.store import Ledger
from logistik.services.issue import OvertakenError, issue, the_letter
from logistik.services.request import make_request, resting_on
from logistik.services.rest import Rest, last_audit
from logistik.services.view import Wanted
from tests.tools import Rows, Runner, run_process, write_xlsx

NUMBER = "123/PP.09.4-SD/6471/2024"
NOW = datetime(2024, 11, 13, 9, tzinfo=UTC)
ISSUE = ("request", "--jenis", "walikota", "--issue", "--number", NUMBER, "--date", "2024-11-13")
ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
"""410 sheets are needed in each kecamatan, 820 in the city."""
HEAD = ["Jenis Pemilihan", "Kecamatan", "Dipesan", "Diterima", "Baik", "Rusak", "Belum Disortir"]


@pytest.fixture
def audited(logistik: Runner, samples: Path) -> Path:
    """The samples, audited."""
    assert logistik("audit", "gudang.xlsx").status == 1
    return samples


@pytest.fixture
def issued(logistik: Runner, audited: Path) -> Path:
    """The samples with the mayor's letter issued into two files."""
    ran = logistik(*ISSUE, "-o", "resmi.txt", "-o", "resmi.md")
    assert (ran.status, ran.out) == (0, ""), ran.err
    return audited


def workspace(logistik: Runner, *rows: Sequence[object], settings: str = "") -> None:
    """A small city with these rows of stock, audited."""
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": ROLL})
    write_xlsx(logistik.folder / "stok.xlsx", {"Stok": [HEAD, *rows]})
    (logistik.folder / "logistik.toml").write_text(f'dpt = "dpt.xlsx"\n{settings}', "utf-8")
    assert logistik("audit", "stok.xlsx").status in (0, 1)


def entries(folder: Path, kind: str) -> list[dict[str, Any]]:
    """What the entries of a kind say."""
    return [json.loads(entry.payload) for entry in Ledger(folder).entries((kind,))]


def requested(logistik: Runner, *words: str) -> int:
    """The sheets that a request would ask for now."""
    ran = logistik("request", "--format", "json", *words)
    assert ran.status == 0, ran.err
    total: int = ran.json["request"]
    return total


def letters(logistik: Runner) -> list[dict[str, Any]]:
    """The letters as `logistik requests` tells them."""
    found: list[dict[str, Any]] = logistik("requests", "--format", "json").json["letters"]
    return found


def at_hand(folder: Path) -> tuple[Rest, Letter]:
    """The mayor's letter, ready to be issued, and the audit that it rests on."""
    rest = last_audit(folder, NOW)
    made = make_request(rest.report, rest.workspace.office, rest.rules, Wanted(jenis=("walikota",)))
    return rest, the_letter(resting_on(made, rest.entry))


def test_an_issued_letter_is_recorded_with_its_content_its_files_and_its_inputs(issued: Path) -> None:
    (entry,) = entries(issued, "issue")
    assert (entry["number"], entry["date"]) == (NUMBER, "2024-11-13")
    assert (entry["letter"]["request"], entry["letter"]["number"]) == (418, NUMBER)
    assert [each["path"] for each in entry["files"]] == ["resmi.txt", "resmi.md"]
    assert [each["path"] for each in entry["inputs"]] == ["gudang.xlsx", "dpt.xlsx", "logistik.toml"]
    for folder, recorded in (("files", entry["files"]), ("inputs", entry["inputs"])):
        for each in recorded:
            content = (issued / each["path"]).read_bytes()
            assert (sha256(content).hexdigest(), len(content)) == (each["sha256"], each["bytes"])
            copy = issued / ".logistik" / folder / f"{each['sha256']}{Path(each['path']).suffix}"
            assert copy.read_bytes() == content


def test_the_paper_carries_the_number_and_the_code_of_the_record(issued: Path) -> None:
    (entry,) = entries(issued, "issue")
    text = (issued / "resmi.txt").read_text("utf-8")
    assert f"Nomor    : {NUMBER}" in text
    assert f"Kode surat {entry['code']}" in text
    assert "bukan tanda tangan elektronik" in " ".join(text.split())
    assert f"Audit {entry['audit']}" in text


def test_what_was_asked_is_not_asked_again(issued: Path, logistik: Runner) -> None:
    assert requested(logistik, "--jenis", "walikota") == 0
    assert "418 lembar sudah diminta dan belum datang" in logistik("request", "--jenis", "walikota").out
    assert requested(logistik) == 365, "the governor's letter is another"
    assert logistik(*ISSUE[:-3], "124/SD", "-o", "lagi.txt").status == 2
    ran = logistik.audit("gudang.xlsx")
    balance = ran.balance(None, "walikota")
    assert (balance["outstanding"], balance["request"], balance["short"]) == (418, 0, 265)


def test_good_sheets_are_later_damaged_ones_are_asked_for_again(issued: Path, logistik: Runner) -> None:
    ran = logistik("receive", NUMBER, "--jenis", "walikota", "--good", "400", "--damaged", "4", "--bast", "BA-9")
    assert (ran.status, ran.out) == (0, "")
    assert "Belum datang: 14 dari 418 lembar" in ran.err
    (letter,) = letters(logistik)
    assert (letter["outstanding"], letter["status"], letter["minutes"]) == (14, "partly-met", ["BA-9"])
    balance = logistik.audit("gudang.xlsx").balance(None, "walikota")
    assert (balance["later"], balance["outstanding"], balance["request"]) == (400, 14, 4)
    assert requested(logistik, "--jenis", "walikota") == 4
    assert logistik("receive", NUMBER, "--good", "14", "--bast", "BA-10").status == 0
    assert letters(logistik)[0]["status"] == "met"
    assert requested(logistik, "--jenis", "walikota") == 4, "four damaged ones are not delivered"


def test_a_letter_after_the_first_explains_what_is_on_its_way(issued: Path, logistik: Runner) -> None:
    assert logistik("receive", NUMBER, "--good", "400", "--damaged", "4", "--bast", "BA-9").status == 0
    text = " ".join(logistik("request", "--jenis", "walikota").out.split())
    assert "dikurangi susulan yang baik - 400 dikurangi yang sudah diminta dan belum datang - 14" in text
    assert "414 lembar sudah diminta atau sudah datang" in text
    assert "dengan memindahkan kelebihan" not in text


def test_the_list_of_letters_says_where_each_stands(issued: Path, logistik: Runner) -> None:
    assert logistik("request", "--jenis", "gubernur", "--issue").status == 0
    assert logistik("receive", NUMBER, "--good", "418", "--bast", "BA-9").status == 0
    text = logistik("requests").out
    assert f"{NUMBER}, 13 November 2024  TERPENUHI" in text
    assert "belum bernomor, 13 November 2024  TERBUKA" in text
    assert "Seluruhnya belum datang: 365 lembar." in text
    code = letters(logistik)[1]["code"]
    ran = logistik("requests", "--cancel", code.lower().replace("-", ""), "--reason", "dikirim lewat provinsi lain")
    assert ran.status == 0, ran.err
    assert "Alasan: dikirim lewat provinsi lain" in ran.out
    assert requested(logistik, "--jenis", "gubernur") == 365, "a cancelled letter asks for nothing"


def test_a_number_and_a_signed_scan_may_come_later(audited: Path, logistik: Runner) -> None:
    ran = logistik("request", "--jenis", "walikota", "--issue", "-o", "surat.txt")
    assert "Nomor    : ....................." in (audited / "surat.txt").read_text("utf-8")
    assert "Nomornya dicatat kemudian: logistik sign" in ran.err
    (audited / "pindai.pdf").write_bytes(b"%PDF signed")
    (letter,) = letters(logistik)
    ran = logistik("sign", letter["code"], "--number", NUMBER, "--date", "2024-11-14", "--file", "pindai.pdf")
    assert ran.status == 0, ran.err
    (letter,) = letters(logistik)
    assert (letter["number"], letter["date"]) == (NUMBER, "2024-11-14")
    assert [each["path"] for each in letter["scans"]] == ["pindai.pdf"]
    assert (audited / ".logistik" / "files" / f"{sha256(b'%PDF signed').hexdigest()}.pdf").is_file()
    assert logistik("receive", NUMBER, "--good", "1", "--bast", "BA-1").status == 0


REFUSED = [
    (("request", "--jenis", "gubernur", "--issue", "--number", NUMBER), "sudah dipakai surat lain"),
    (("request", "--jenis", "gubernur", "--issue", "--number", f" {NUMBER.lower()}"), "sudah dipakai surat lain"),
    (("request", "--jenis", "gubernur", "--number", "9/SD"), "hanya dengan --issue"),
    (("request", "--jenis", "gubernur", "--date", "2024-11-13"), "hanya dengan --issue"),
    (("request", "--jenis", "gubernur", "--issue", "--date", "13-11-2024"), "--date '13-11-2024' bukan tanggal"),
    (("request", "--jenis", "gubernur", "--issue", "--date", "20241113"), "--date '20241113' bukan tanggal"),
    (("request", "--jenis", "gubernur", "--issue", "-o", "surat.odt"), "akhiran itu bukan bentuk dokumen"),
    (("request", "--jenis", "gubernur", "-o", "a.txt", "-o", "./a.txt"), "Dua -o menyebut berkas yang sama"),
    (("request", "--peruntukan", "cadangan"), "--peruntukan 'cadangan' tidak dikenal"),
    (("request", "-o", "resmi.txt", "--jenis", "gubernur"), "berkas masukan atau surat keluar; tidak ditimpa"),
    (("audit", "gudang.xlsx", "-o", "resmi.txt"), "berkas masukan atau surat keluar; tidak ditimpa"),
    (("audit", "gudang.xlsx", "--no-ledger", "-o", "resmi.md"), "berkas masukan atau surat keluar; tidak ditimpa"),
    (("requests", "-o", "resmi.md"), "berkas masukan atau surat keluar; tidak ditimpa"),
    (("requests", "--cancel", NUMBER), "Opsi --reason perlu nilai"),
    (("requests", "--reason", "salah"), "--reason hanya dengan --cancel"),
    (("requests", "--cancel", "99/SD", "--reason", "salah"), "Surat '99/SD' tidak ada"),
    (("sign", NUMBER, "--number", "9/SD"), f"Surat itu sudah bernomor {NUMBER}"),
    (("sign", NUMBER), "Belum disebut apa yang dicatat"),
    (("sign", NUMBER, "--file", "tidak-ada.pdf"), "tidak-ada.pdf"),
    (("receive", NUMBER, "--jenis", "gubernur", "--good", "1", "--bast", "BA-1"), "untuk pemilihan walikota"),
    (("receive", NUMBER, "--good", "1"), "Opsi --bast perlu nilai"),
    (("receive", NUMBER, "--bast", "BA-1"), "Belum disebut berapa lembar"),
    (("receive", NUMBER, "--good", "-3", "--bast", "BA-1"), "--good"),
    (("receive", "7", "--good", "3", "--bast", "BA-1"), "Surat '7' tidak ada"),
]


def test_exactly_one_letter_is_issued_at_a_time(audited: Path, logistik: Runner) -> None:
    ran = logistik("request", "--issue", "--number", NUMBER)
    assert (ran.status, ran.out) == (2, "")
    assert "Ada 2 surat (gubernur, walikota); hanya satu yang dapat dikeluarkan sekali jalan" in ran.err
    assert entries(audited, "issue") == []


@pytest.mark.parametrize(("words", "says"), REFUSED, ids=[" ".join(words[:6]) for words, _ in REFUSED])
def test_what_may_not_be_is_refused_and_leaves_nothing(
    words: tuple[str, ...], says: str, issued: Path, logistik: Runner
) -> None:
    before = {path: path.read_bytes() for path in issued.iterdir() if path.is_file()}
    last = Ledger(issued).last_number(("issue", "sign", "receive", "cancel"))
    ran = logistik(*words)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
    assert Ledger(issued).last_number(("issue", "sign", "receive", "cancel")) == last
    assert {path: path.read_bytes() for path in issued.iterdir() if path.is_file()} == before


def test_the_same_minutes_answer_a_letter_once(issued: Path, logistik: Runner) -> None:
    words = ("receive", NUMBER, "--good", "100", "--bast", "BA-9")
    assert logistik(*words).status == 0
    ran = logistik(*words)
    assert ran.status == 2
    assert "Berita acara BA-9 untuk surat ini sudah dicatat" in ran.err
    assert letters(logistik)[0]["good"] == 100


def test_a_scan_belongs_to_one_letter(audited: Path, logistik: Runner) -> None:
    (audited / "pindai.pdf").write_bytes(b"%PDF signed")
    for jenis, number in (("walikota", "1/SD"), ("gubernur", "2/SD")):
        assert logistik("request", "--jenis", jenis, "--issue", "--number", number).status == 0
    assert logistik("sign", "1/sd", "--file", "pindai.pdf").status == 0
    ran = logistik("sign", "2/SD", "--file", "pindai.pdf")
    assert (ran.status, "pindai.pdf sudah dicatat sebagai pindaian surat 1/SD" in ran.err) == (2, True)
    assert [each["letter"] for each in entries(audited, "sign")] == [2]


def test_a_letter_that_was_met_is_not_cancelled(issued: Path, logistik: Runner) -> None:
    assert logistik("receive", NUMBER, "--good", "410", "--damaged", "8", "--bast", "BA-9").status == 0
    ran = logistik("requests", "--cancel", NUMBER, "--reason", "salah")
    assert (ran.status, "sudah terpenuhi" in ran.err) == (2, True)
    assert entries(issued, "cancel") == []


def test_more_than_was_asked_is_recorded_and_said(issued: Path, logistik: Runner) -> None:
    ran = logistik("receive", NUMBER, "--good", "500", "--bast", "BA-9")
    assert ran.status == 0
    assert "82 lembar lebih banyak daripada yang diminta" in ran.err


@pytest.mark.parametrize("words", [("receive", NUMBER, "--good", "5", "--bast", "BA"), ("sign", NUMBER, "--file", "x")])
def test_a_cancelled_letter_takes_nothing_more(words: tuple[str, ...], issued: Path, logistik: Runner) -> None:
    (issued / "x").write_bytes(b"x")
    assert logistik("requests", "--cancel", NUMBER, "--reason", "salah alamat").status == 0
    ran = logistik(*words)
    assert ran.status == 2
    assert "sudah dibatalkan: salah alamat" in ran.err
    assert logistik(*ISSUE).status == 2, "its number stays taken"


def test_a_draft_may_be_written_again_an_issued_letter_never(audited: Path, logistik: Runner) -> None:
    for _ in range(2):
        assert logistik("request", "--jenis", "walikota", "-o", "surat.txt").status == 0
    assert "Konsep: belum dicatat sebagai surat keluar" in (audited / "surat.txt").read_text("utf-8")
    assert logistik(*ISSUE, "-o", "surat.txt").status == 0
    final = (audited / "surat.txt").read_bytes()
    assert logistik("request", "--jenis", "gubernur", "-o", "surat.txt").status == 2
    assert (audited / "surat.txt").read_bytes() == final


def test_a_provisional_letter_is_a_draft_and_cannot_be_issued(logistik: Runner) -> None:
    workspace(logistik, ["Gubernur", "", 820, 820, 700, 0, 120])
    assert logistik("request", "-o", "surat.txt").status == 0
    parts = (logistik.folder / "surat.txt").read_text("utf-8").split("=" * 80 + "\n")
    assert len(parts) == 5
    assert all(part.strip().startswith("DRAF") for part in parts)
    ran = logistik("request", "--issue", "--number", "1/SD")
    assert ran.status == 2
    assert "masih DRAF" in ran.err


def test_a_letter_above_the_decision_cannot_be_issued(logistik: Runner) -> None:
    settings = "[kendali.surat_suara]\ngubernur = 820\n"
    workspace(logistik, ["Gubernur", "", 900, 820, 820, 0, 0], settings=settings)
    ran = logistik("request", "--issue", "--number", "1/SD")
    assert ran.status == 2
    assert "Dasar permintaan 900 lembar di atas jumlah yang ditetapkan, 820 lembar" in ran.err


def test_a_kecamatan_that_asks_for_more_than_the_city_lacks_has_to_say_so(logistik: Runner) -> None:
    workspace(logistik, ["Gubernur", "Utara", "", 430, 430, 0, 0], ["Gubernur", "Selatan", "", 380, 380, 0, 0])
    words = ("request", "--kecamatan", "selatan", "--issue", "--number", "1/PPK")
    ran = logistik(*words)
    assert ran.status == 2
    assert "Permintaan 30 lembar lebih banyak daripada kebutuhan bersih kabupaten/kota, 10 lembar" in ran.err
    assert logistik(*words, "--despite-surplus").status == 0
    assert requested(logistik, "--kecamatan", "selatan") == 0
    assert requested(logistik) == 10, "what a kecamatan asked its city for is not yet asked of the printer"


def test_a_kecamatan_may_ask_for_what_the_city_has_asked_for_too(logistik: Runner) -> None:
    workspace(logistik, ["Gubernur", "Utara", "", 410, 410, 0, 0], ["Gubernur", "Selatan", "", 380, 380, 0, 0])
    assert logistik("request", "--issue", "--number", "1/SD").status == 0
    assert logistik("request", "--kecamatan", "selatan", "--issue", "--number", "1/PPK").status == 0


def test_several_letters_go_into_files_of_their_own(audited: Path, logistik: Runner) -> None:
    ran = logistik("request", "-o", "surat.txt", "-o", "surat.md", "-o", "surat.json")
    assert (ran.status, ran.out) == (0, ""), ran.err
    made = {path.name for path in audited.iterdir() if path.name.startswith("surat")}
    assert made == {f"surat-{name}.{end}" for name in ("gubernur", "walikota") for end in ("txt", "md")} | {
        "surat.json"
    }
    assert json.loads((audited / "surat.json").read_text("utf-8"))["request"] == 783
    assert "Lampiran IV" in (audited / "surat-walikota.txt").read_text("utf-8")


def test_the_command_lists_the_dotted_lines(audited: Path, logistik: Runner) -> None:
    said = logistik("request", "--jenis", "walikota").err
    assert "Belum diisi (garis titik-titik): Nomor surat (--number, atau logistik sign)" in said
    assert "Nama penandatangan ([surat] penandatangan_nama)" in said


def test_an_input_that_changed_after_the_audit_stops_the_issue(audited: Path, logistik: Runner) -> None:
    (audited / "dpt.xlsx").write_bytes((audited / "dpt.xlsx").read_bytes() + b"\0")
    ran = logistik(*ISSUE)
    assert ran.status == 2
    assert "berubah" in ran.err
    assert entries(audited, "issue") == []


def test_an_input_that_changes_while_a_letter_is_made_stops_it(audited: Path) -> None:
    rest, letter = at_hand(audited)
    (audited / "dpt.xlsx").write_bytes((audited / "dpt.xlsx").read_bytes() + b"\0")
    with pytest.raises(LogistikError, match=r"dpt\.xlsx berubah sejak audit"):
        issue(audited, letter, rest.report, {}, NOW, despite_surplus=False)
    assert entries(audited, "issue") == []


def test_a_kept_copy_that_was_spoilt_is_made_anew(issued: Path, logistik: Runner) -> None:
    copies = {path: path.read_bytes() for path in (issued / ".logistik" / "inputs").iterdir()}
    for copy in copies:
        copy.write_bytes(b"rusak")
    assert logistik("request", "--jenis", "gubernur", "--issue").status == 0
    assert {path: path.read_bytes() for path in copies} == copies


def test_the_audit_that_is_made_anew_is_asked_what_the_first_one_was(audited: Path, logistik: Runner) -> None:
    words = ("--select", "LG6", "--ignore", "LG603", "--severity", "LG601=warning", "--as-of", "2024-11-12")
    assert logistik("audit", "gudang.xlsx", *words).status == 0
    assert logistik("request", "--jenis", "walikota", "--issue").status == 0
    assert logistik("request").status == 0
    *_, first, again = (each["report"] for each in entries(audited, "audit"))
    assert (first["letters_through"], again["letters_through"]) == (0, 3)
    for name in ("ruleset", "as_of", "inputs"):
        assert again[name] == first[name]
    same = ("files", "dpt", "level", "select", "ignore", "severity")
    assert [again["options"][name] for name in same] == [first["options"][name] for name in same]


def test_the_audit_of_a_letter_counts_what_was_asked_before_it(issued: Path, logistik: Runner) -> None:
    """The second letter rests on an audit that knows of the first, though nobody ran one."""
    audits = len(entries(issued, "audit"))
    assert logistik("request", "--jenis", "gubernur", "--issue").status == 0
    assert len(entries(issued, "audit")) == audits + 1
    assert entries(issued, "audit")[-1]["report"]["letters_through"] == 2
    assert [each["despite_surplus"] for each in entries(issued, "issue")] == [False, False]


def test_two_letters_that_leave_at_once_both_leave(audited: Path) -> None:
    """The second one finds that the first overtook it, audits again and goes; neither is lost, nothing is left over."""
    commands = [("--jenis", name, "--number", f"{at}/SD") for at, name in enumerate(("gubernur", "walikota"), 1)]
    with ThreadPoolExecutor(2) as pool:
        ran = list(
            pool.map(
                lambda words: run_process(audited, "request", "--issue", "-o", f"{words[1]}.txt", *words), commands
            )
        )
    assert [each.status for each in ran] == [0, 0], [each.err for each in ran]
    assert sorted(each["letter"]["election"] for each in entries(audited, "issue")) == ["gubernur", "walikota"]
    assert sorted(path.name for path in audited.glob("*.txt")) == ["gubernur.txt", "walikota.txt"]
    assert not list(audited.glob(".*.txt*"))


def test_the_ledger_refuses_a_letter_that_another_overtook(audited: Path) -> None:
    rest, letter = at_hand(audited)
    issue(audited, letter, rest.report, {}, NOW, despite_surplus=False)
    with pytest.raises(OvertakenError, match="Surat lain dicatat sejak audit ini"):
        issue(audited, letter, rest.report, {}, NOW, despite_surplus=False)
    assert len(entries(audited, "issue")) == 1


def test_the_same_letter_leaves_once_even_if_two_people_issue_it_at_once(audited: Path) -> None:
    words = [("request", "--issue", "--jenis", "walikota", "--number", f"{at}/SD", "-o", f"{at}.txt") for at in (1, 2)]
    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(lambda each: run_process(audited, *each), words))
    assert sorted(each.status for each in ran) == [0, 2], [each.err for each in ran]
    assert len(entries(audited, "issue")) == 1
    assert len(list(audited.glob("*.txt"))) == 1


def test_a_number_without_a_letter_is_for_the_one_that_has_none(audited: Path, logistik: Runner) -> None:
    assert "Tidak ada surat yang belum bernomor" in logistik("sign", "--number", "1/SD").err
    for election in ("gubernur", "walikota"):
        assert logistik("request", "--jenis", election, "--issue").status == 0
    ran = logistik("sign", "--number", "1/SD")
    assert ran.status == 2
    assert all(each["code"] in ran.err for each in letters(logistik))
    assert logistik("sign", letters(logistik)[0]["code"], "--number", "1/SD").status == 0
    assert logistik("sign", "--number", "2/SD").status == 0
    assert [each["number"] for each in letters(logistik)] == ["1/SD", "2/SD"]


def test_the_screen_says_what_came_and_what_is_on_its_way(issued: Path, logistik: Runner) -> None:
    assert logistik("receive", NUMBER, "--good", "400", "--damaged", "4", "--bast", "BA-9").status == 0
    ran = logistik("audit", "gudang.xlsx")
    text = " ".join(ran.out.split())
    assert "Susulan yang baik: Kota Balikpapan 400. Sudah diminta dan belum datang: Kota Balikpapan 14." in text
    assert "Permintaan 265, seharusnya 418" in text, "the sheet knows nothing of the letter"
    assert "14 lembar sudah diminta kabupaten/kota dan belum datang; bagikan setelah datang" in text
    assert "susulan 400, sudah diminta 14" in logistik("audit", "gudang.xlsx", "--format", "whatsapp").out


def test_a_kecamatan_is_not_held_against_a_need_that_nobody_knows(logistik: Runner) -> None:
    """A TPS of the other kecamatan has no voters on the roll, so what the city lacks is a lower bound."""
    workspace(logistik, ["Gubernur", "Utara", "", 430, 430, 0, 0], ["Gubernur", "Selatan", "", 380, 380, 0, 0])
    roll = [*ROLL[:2], ["Kota Uji", "Utara", "Mawar", 2, ""], ROLL[2]]
    write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": roll})
    assert logistik("audit", "stok.xlsx").status == 1
    assert logistik("request", "--kecamatan", "selatan", "--issue", "--number", "1/PPK").status == 0


def test_the_template_behind_a_letter_in_word_is_kept_with_its_inputs(samples: Path, logistik: Runner) -> None:
    assert logistik("init", "--templat").status == 0
    settings = (samples / "logistik.toml").read_text("utf-8").replace("[surat]", '[surat]\ntemplat = "surat.docx"')
    (samples / "logistik.toml").write_text(settings, "utf-8")
    assert logistik("audit", "gudang.xlsx").status == 1
    assert logistik(*ISSUE, "-o", "resmi.docx").status == 0
    kept = entries(samples, "issue")[0]["inputs"][-1]
    template = (samples / "surat.docx").read_bytes()
    assert (kept["path"], kept["sha256"]) == ("surat.docx", sha256(template).hexdigest())
    assert (samples / ".logistik" / "inputs" / f"{kept['sha256']}.docx").read_bytes() == template
    (samples / "surat.docx").write_bytes(b"changed since")
    assert logistik("verify").status == 0, "the office may go on working on its template"
