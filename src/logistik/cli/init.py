"""`logistik init`: a workspace with its settings and the workbooks to be filled in."""

import re
from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.asking import ask, is_terminal
from logistik.cli.output import say, show, terminal_width
from logistik.core.errors import LogistikError
from logistik.core.layout import Line, paragraph
from logistik.core.rules import RuleSet
from logistik.core.wording import listed, number
from logistik.ingest.names import elections_in
from logistik.services.init import (
    CARTONS,
    DPT,
    PACKING,
    STOCK,
    TEMPLATE,
    Answers,
    Prepared,
    checked_elections,
    existing_settings,
    prepare,
)
from logistik.settings import rulesets
from logistik.settings.workspace import FILE_NAME

MOST_STATIONS = 20_000
_LOCAL = re.compile(r"(?i)\b(?:kota|kabupaten)\b.*")


def init(
    folder: Annotated[
        str, typer.Argument(metavar="[FOLDER]", help="Folder ruang kerja; dibuat bila belum ada.", show_default=False)
    ] = ".",
    kantor: Annotated[str, typer.Option("--kantor", metavar="NAMA", help="Nama kantor, seperti di surat.")] = "",
    kota: Annotated[str, typer.Option("--kota", metavar="NAMA", help='"Kota ..." atau "Kabupaten ...".')] = "",
    provinsi: Annotated[str, typer.Option("--provinsi", metavar="NAMA", help="Provinsi.")] = "",
    ruleset: Annotated[str, typer.Option("--ruleset", metavar="NAMA", help="Rule set; lihat `logistik ruleset`.")] = "",
    jenis: Annotated[
        list[str] | None,
        typer.Option("--jenis", metavar="PEMILIHAN", help="Pemilihan yang diperiksa; boleh berulang."),
    ] = None,
    dpt: Annotated[
        list[str] | None,
        typer.Option("--dpt", metavar="BERKAS", help="DPT per TPS yang sudah ada; boleh berulang."),
    ] = None,
    tps: Annotated[str, typer.Option("--tps", metavar="BANYAKNYA", help="Baris TPS di templat dpt.xlsx.")] = "1000",
    templat: Annotated[
        bool,
        typer.Option("--templat", help=f"Buat juga templat surat {TEMPLATE}; di ruang kerja yang ada: hanya itu."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Jangan bertanya; yang tidak disebut dikosongkan.")] = False,
) -> int:
    """Siapkan ruang kerja baru.

    Membuat logistik.toml serta dpt.xlsx, gudang.xlsx, koli.xlsx, dan pengesetan.xlsx untuk diisi. Berkas yang sudah
    ada tidak diubah.
    """
    target = Path.cwd() / folder
    said = Answers(kantor, kota, provinsi, ruleset, tuple(jenis or ()), tuple(dpt or ()), _stations(tps), templat)
    if not yes and is_terminal() and existing_settings(target) is None:
        said = _asked(said, target)
    show(_told(prepare(said, target, Path.cwd()), folder, terminal_width()))
    return 0


def _stations(text: str) -> int:
    """How many TPS the template has room for."""
    if not (text.isdecimal() and 0 < int(text) <= MOST_STATIONS):
        raise LogistikError(
            f"--tps '{text}' tidak berlaku.", hint=f"Tulis bilangan dari 1 sampai {MOST_STATIONS}, misalnya 1000."
        )
    return int(text)


def _asked(said: Answers, target: Path) -> Answers:
    """The answers completed by questions; what an option has answered is not asked."""
    say("Tekan Enter untuk jawaban dalam kurung, atau untuk mengosongkan; Ctrl-C batal.")
    kantor = said.kantor or ask("Nama kantor", str)
    found = _LOCAL.search(kantor)
    kota = said.kota or ask("Kabupaten/kota", str, found[0] if found else "")
    provinsi = said.provinsi or ask("Provinsi", str)
    ruleset = said.ruleset or _ask_ruleset()
    rules = rulesets.load(ruleset).ruleset
    usual = ", ".join(rules.usual_elections(kota) if kota else rules.elections)
    elections = said.elections or ask("Pemilihan, dipisahkan koma", lambda text: _elections(text, rules), usual)
    needs_roll = not said.dpt and not (target / DPT).exists()
    roll = ask("Berkas DPT per TPS, kosong bila belum ada", _files) if needs_roll else said.dpt
    return said._replace(kantor=kantor, kota=kota, provinsi=provinsi, ruleset=ruleset, elections=elections, dpt=roll)


def _ask_ruleset() -> str:
    names = rulesets.names()
    for at, name in enumerate(names, 1):
        print(f"  {at}. {name:<14} {rulesets.load(name).ruleset.title}")

    def read(text: str) -> str:
        chosen = names[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(names) else text
        return rulesets.load(chosen).ruleset.name

    return ask("Rule set, nomor atau namanya", read, "1")


def _elections(text: str, rules: RuleSet) -> tuple[str, ...]:
    """Elections as typed: by id or by any of their usual names."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return checked_elections([name for part in parts for name in (elections_in(part) or [part])], rules)


def _files(text: str) -> tuple[str, ...]:
    """A file as typed, or as a file manager drops it: in quotes."""
    name = text.strip("\"' ")
    if name and not (Path.cwd() / name).exists():
        raise LogistikError(f"Berkas {name} tidak ditemukan.", hint="Tekan Enter bila belum ada.")
    return (name,) if name else ()


def _told(done: Prepared, folder: str, width: int) -> list[Line]:
    """What was made, what was kept, and what comes next."""
    about = {
        FILE_NAME: f"{done.rules.name}: {listed(done.elections) or 'pemilihan menurut kabupaten/kota'}",
        DPT: "templat DPT, satu baris per TPS",
        STOCK: f"templat stok, {_regions(done)}",
        CARTONS: "templat daftar koli, satu baris per koli",
        PACKING: f"templat pengesetan, {_boxes(done)}",
        TEMPLATE: "templat surat, untuk diubah di Word",
    }
    lines: list[Line] = [[(f"Ruang kerja: {folder}", "title")]]
    entries = [("dibuat", name, about[name]) for name in done.made] + [_kept(name, done) for name in done.kept]
    longest = max(len(name) for _, name, _ in entries)
    for what, name, said in entries:
        lines += paragraph(said, width, " " * (longest + 15), first=f"  {what:<9}  {name:<{longest}}  ")
    if done.voters.problem:
        lines += [[], *paragraph(f"Wilayah belum dapat diambil. {done.voters.problem}", width, style="warning")]
    lines += [[], [("Langkah berikut", "head")]]
    is_whole = done.made != (TEMPLATE,)
    for step in [*_template_steps(done), *(_steps(done) if is_whole else [])]:
        lines += paragraph(step, width, "    ", first="  - ")
    if not is_whole:
        return lines
    commands = [*([f"cd {_quoted(folder)}"] if folder != "." else []), *_audits(done)]
    return [*lines, *([(f"      {command}", "")] for command in commands)]


def _regions(done: Prepared) -> str:
    count = len(done.voters.kelurahan)
    return f"{number(count)} kelurahan/desa" if count else "wilayah belum diketahui"


def _boxes(done: Prepared) -> str:
    count = len(done.voters.book.stations) if done.voters.book else 0
    return f"{number(count)} TPS" if count else "TPS belum diketahui"


def _kept(name: str, done: Prepared) -> tuple[str, str, str]:
    if name in done.voters.names and done.voters.book:
        return "dipakai", name, f"{number(len(done.voters.book.stations))} TPS, {_regions(done)}"
    return "sudah ada", name, "tidak diubah"


def _template_steps(done: Prepared) -> list[str]:
    if TEMPLATE not in done.made:
        return []
    check = f"logistik template check {TEMPLATE}"
    return [
        f"Ubah {TEMPLATE} di Word dan periksa dengan {check}.",
        f'Tulis templat = "{TEMPLATE}" di bawah [surat] {FILE_NAME}.',
    ]


def _steps(done: Prepared) -> list[str]:
    steps = []
    if FILE_NAME in done.made:
        steps.append(f"Lengkapi {FILE_NAME}: angka kendali, dasar surat, penanda tangan.")
    if not done.elections:
        again = f" Sesudah itu hapus {_blank(done)} yang masih kosong dan jalankan lagi logistik init."
        again *= bool(_blank(done))
        steps.append(f"Isi kota di [kantor] {FILE_NAME}; pemilihan bupati atau wali kota mengikutinya.{again}")
    if not done.voters.book:
        roll = done.voters.names[0] if done.voters.names else DPT
        steps.append(
            f"Isi {roll}. Sesudah itu hapus {_blank(done) or STOCK} yang masih kosong dan jalankan lagi logistik init: "
            "semua kelurahan dan TPS lalu sudah tertulis di dalamnya."
        )
    if STOCK in done.made:
        steps.append(f"Isi {STOCK} di Excel atau LibreOffice, lalu simpan.")
    for name, key, when in ((CARTONS, "koli", "koli datang"), (PACKING, "pengesetan", "pengesetan dimulai")):
        if name in done.made:
            is_shown = FILE_NAME in done.made
            noted = f"hapus tanda # di depan {key}" if is_shown else f'tulis {key} = ["{name}"]'
            steps.append(f"Isi {name} sejak {when}, dan {noted} di {FILE_NAME}.")
    return [*steps, "Lalu jalankan:"]


def _blank(done: Prepared) -> str:
    """The workbooks just made that would name the regions if the voter list were known."""
    return listed([name for name in (STOCK, CARTONS, PACKING) if name in done.made])


def _audits(done: Prepared) -> list[str]:
    names = done.voters.names or (DPT,)
    return [*(f"logistik audit {_quoted(name)}" for name in names[:1]), f"logistik audit {STOCK}"]


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
