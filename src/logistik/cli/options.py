"""Options that several commands share, and how their words are read."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from logistik.core.errors import LogistikError

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
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Tanpa keterangan tambahan di stderr.")]


def read_day(text: str | None) -> date | None:
    """A day as `2024-11-13`; LogistikError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise LogistikError(
            f"--as-of '{text}' bukan tanggal.", hint="Tulis tahun-bulan-hari, misalnya 2024-11-13."
        ) from None


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
