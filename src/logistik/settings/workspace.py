"""The workspace: the nearest `logistik.toml` upward, or the current folder without one."""

import tomllib
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from logistik.core.errors import LogistikError, reason
from logistik.core.office import Kendali, Office
from logistik.core.vocabulary import ELECTION_TITLES
from logistik.settings.validation import Validator, unknown_key

FILE_NAME = "logistik.toml"
_LIMIT = 1 << 20


class Workspace(NamedTuple):
    """A folder with its settings. `file` is None where there is no `logistik.toml`."""

    root: Path
    office: Office
    file: Path | None = None
    content: bytes = b""


def find(start: Path, current: Path | None = None) -> Workspace:
    """The nearest `logistik.toml` from `start` upward, else from the current folder; no cascade.

    Without any, the workspace is the current folder.

    Raises:
        LogistikError: the file cannot be read, is not TOML, or holds something that is not allowed.
    """
    current = (current or start).resolve()
    start = start.resolve()
    for folder in dict.fromkeys((start, *start.parents, current, *current.parents)):
        file = folder / FILE_NAME
        if file.exists() or file.is_symlink():
            content = _read(file)
            return Workspace(folder, parse(content), file, content)
    return Workspace(current, Office())


def parse(content: bytes) -> Office:
    """The settings in the bytes of a `logistik.toml`; a byte-order mark is accepted."""
    try:
        data = _parsed(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise LogistikError(
            f"{FILE_NAME} bukan teks UTF-8.", hint="Simpan ulang di Notepad dengan Encoding UTF-8."
        ) from None
    except (ValueError, RecursionError) as error:
        raise LogistikError(
            f"{FILE_NAME} tidak dapat dibaca: {error}", hint=f"Perbaiki baris itu di {FILE_NAME}."
        ) from None
    office: Office = _validator()(_normal(data), FILE_NAME)
    _check_names(office)
    _check_waivers(office)
    return office


def _parsed(text: str) -> dict[str, Any]:
    """The settings in a text. Lines `alias.… = …` pasted at its top may stand beside a table `[alias…]` further down.

    TOML itself forbids that, but an alias that a finding suggests must work wherever it is pasted as told.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        lines = text.splitlines(keepends=True)
        head = takewhile(lambda line: not line.strip() or line.lstrip().startswith(("alias.", "#")), lines)
        top = list(head)
        pasted = tomllib.loads("".join(top)).get("alias")
        if not pasted:
            raise
        data = tomllib.loads("\n" * len(top) + "".join(lines[len(top) :]))
        _add(data.setdefault("alias", {}), pasted)
        return data


def _add(known: Any, pasted: dict[str, Any]) -> None:
    """Add pasted aliases to those of the tables; ValueError where one of them says something else."""
    for key, value in pasted.items():
        if not isinstance(known, dict) or (known.get(key, value) != value and not isinstance(value, dict)):
            raise ValueError(f"alias '{key}' ditulis dua kali dengan arti yang berbeda")
        if isinstance(value, dict):
            _add(known.setdefault(key, {}), value)
        else:
            known[key] = value


def _check_names(office: Office) -> None:
    """LogistikError for an election or a column that does not exist; a slip there would silently change nothing."""
    kendali = office.kendali or Kendali()
    said = [("kendali.surat_suara", name) for name in kendali.surat_suara]
    said += [("kendali.psu", name) for name in kendali.psu]
    said += [("kendali.koli", name) for name in (*kendali.koli, *kendali.koli_psu)]
    said += [("dasar.pemilihan", each.pemilihan) for each in office.dasar if each.pemilihan]
    for place, name in said:
        if name not in ELECTION_TITLES:
            raise LogistikError(
                f"{FILE_NAME}: {unknown_key(f'{place}.{name}', ELECTION_TITLES)}.",
                hint=f"Pemilihan yang dikenal: {', '.join(ELECTION_TITLES)}.",
            )


def _check_waivers(office: Office) -> None:
    """LogistikError for a waiver that says nothing where it has to: no reason, nobody who answers for it."""
    for place, waiver in enumerate(office.pengecualian):
        for key in ("kode", "tempat", "alasan", "oleh"):
            if not getattr(waiver, key).strip():
                raise LogistikError(
                    f"{FILE_NAME}: 'pengecualian.{place}.{key}' tidak boleh kosong.",
                    hint="Setiap pengecualian menyebut kode, tempat, alasan, oleh siapa, dan sampai tanggal berapa.",
                )
        if not waiver.jumlah:
            raise LogistikError(
                f"{FILE_NAME}: 'pengecualian.{place}.jumlah' tidak boleh 0.",
                hint="Tulis jumlah tempat yang dikecualikan; tanpa `jumlah` satu tempat.",
            )


@cache
def _validator() -> Validator:
    return Validator(Office)


def _read(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise LogistikError(f"{FILE_NAME} bukan berkas biasa.", hint="Hapus atau ganti namanya.")
        if file.stat().st_size > _LIMIT:
            raise LogistikError(f"{FILE_NAME} terlalu besar.", hint="Berkas ini seharusnya beberapa kilobita saja.")
        return file.read_bytes()
    except OSError as error:
        raise LogistikError(
            f"{FILE_NAME} tidak dapat dibuka: {reason(error)}.", hint="Periksa izin berkas itu."
        ) from None


def _normal(data: dict[str, Any]) -> dict[str, Any]:
    """Short forms written out: one file for a list of one, a bare number for a control total."""
    for key in ("dpt", "gudang", "koli", "pengesetan", "pemilihan"):
        if isinstance(data.get(key), str):
            data[key] = [data[key]]
    temuan = data.get("temuan")
    if isinstance(temuan, dict):
        temuan |= {key: [temuan[key]] for key in ("pilih", "abaikan") if isinstance(temuan.get(key), str)}
    kendali = data.get("kendali")
    if isinstance(kendali, dict):
        for table in (kendali, *(kendali.get(key) for key in ("surat_suara", "psu", "koli", "koli_psu"))):
            if isinstance(table, dict):
                table |= {key: {"jumlah": value} for key, value in table.items() if type(value) is int}
    return data
