"""Options that several commands share, and how their words are read."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from logistik.core.choice import Asked
from logistik.core.errors import LogistikError
from logistik.core.layout import one_line

Dpt = Annotated[
    list[str] | None, typer.Option("--dpt", metavar="BERKAS", help="Berkas DPT, satu baris per TPS; boleh berulang.")
]
Kecamatan = Annotated[
    str | None, typer.Option("--kecamatan", metavar="NAMA", help="Satu kecamatan saja, misalnya balikpapan-kota.")
]
Kelurahan = Annotated[str | None, typer.Option("--kelurahan", metavar="NAMA", help="Satu kelurahan/desa saja.")]
Jenis = Annotated[
    list[str] | None,
    typer.Option(
        "--jenis", metavar="PEMILIHAN", help="Hanya pemilihan ini: gubernur, bupati, walikota ...; boleh berulang."
    ),
]
RuleSetName = Annotated[
    str | None,
    typer.Option("--ruleset", metavar="NAMA", help="Rule set, misalnya pemilu-2024; lihat `logistik ruleset`."),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="TANGGAL", help="Tanggal keadaan, YYYY-MM-DD; bawaan: as_of di logistik.toml, lalu hari ini."
    ),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="BERKAS", help="Tulis hasil ke berkas, bukan ke layar.")
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="BERKAS", help="Tulis ke berkas .docx .pdf .xlsx .md .txt .json; boleh berulang."
    ),
]
Number = Annotated[str, typer.Option("--number", metavar="NOMOR", help="Nomor surat dari buku agenda.")]
Day = Annotated[str | None, typer.Option("--date", metavar="TANGGAL", help="Tanggal, YYYY-MM-DD.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Tanpa keterangan tambahan di stderr.")]

Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="KODE", help="Hanya temuan ini: LG403, LG4, atau namanya; boleh berulang."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="KODE", help="Temuan ini tidak dihitung; hitungan surat suara tetap."),
]
Weight = Annotated[
    list[str] | None,
    typer.Option("--severity", metavar="KODE=BERAT", help="Ubah berat temuan, misalnya LG403=warning."),
]


def asked(select: list[str] | None, ignore: list[str] | None, severity: list[str] | None) -> Asked:
    """What the three options say of the findings; LogistikError for one without a word."""
    return Asked(_words("--select", select), _words("--ignore", ignore), _words("--severity", severity))


def _words(option: str, values: list[str] | None) -> tuple[str, ...]:
    """The words of a repeatable option; each value may hold several with commas between."""
    words = tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
    if values and not words:
        raise LogistikError(f"Opsi {option} perlu nilai.", hint="Tulis kodenya, misalnya LG403.")
    return words


def read_day(text: str | None, option: str = "--as-of") -> date | None:
    """A day as `2024-11-13`; LogistikError for anything else."""
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise LogistikError(f"{option} '{text}' bukan tanggal.", hint="Tulis tahun-bulan-hari, misalnya 2024-11-13.")
    return day


LONGEST = 200
"""Characters of a number or a reason; more is a slip of the clipboard."""


def one_line_of(option: str, text: str) -> str:
    """What an option says on one line, without blanks around; LogistikError for nothing, or for far too much."""
    said = one_line(text).strip()
    if not said or len(said) > LONGEST:
        raise LogistikError(f"Opsi {option} perlu nilai, paling panjang {LONGEST} huruf.", hint="Periksa isinya.")
    return said


def one_of(option: str, value: str, choices: tuple[str, ...]) -> str:
    """The value, if it is one of the choices; LogistikError that lists them otherwise."""
    if value not in choices:
        raise LogistikError(f"{option} '{value}' tidak dikenal.", hint=f"Pilihannya: {', '.join(choices)}.")
    return value


def workbook_path(option: str, text: str | None) -> Path | None:
    """The place of a workbook that is to be written; LogistikError if its name does not end in .xlsx."""
    if text is None:
        return None
    if not text.lower().endswith(".xlsx"):
        raise LogistikError(f"{option} '{text}' bukan nama berkas .xlsx.", hint="Misalnya: --annotate ditandai.xlsx")
    return Path(text)


TextOrJson = Annotated[str, typer.Option("--format", metavar="FORMAT", help="Bentuk hasil: text, json.")]
TEXT_OR_JSON = ("text", "json")
