"""Settings checked by pydantic, with messages that an office can act on."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from logistik.core.errors import LogistikError

T = TypeVar("T")

_MESSAGES = {
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "string_type": "harus teks dalam tanda kutip",
    "bool_type": "harus true atau false",
    "bool_parsing": "harus true atau false",
    "date_type": "harus tanggal, misalnya 2024-11-13",
    "date_parsing": "harus tanggal, misalnya 2024-11-13",
    "date_from_datetime_parsing": "harus tanggal, misalnya 2024-11-13",
    "date_from_datetime_inexact": "harus tanggal tanpa jam, misalnya 2024-11-13",
    "tuple_type": 'harus daftar dalam kurung siku, misalnya ["dpt.xlsx"]',
    "dict_type": "harus sebuah tabel",
    "mapping_type": "harus sebuah tabel",
    "dataclass_type": "harus sebuah tabel",
    "missing": "belum diisi",
    "missing_argument": "belum diisi",
    "literal_error": "bukan salah satu pilihan yang ada",
}
_UNKNOWN_KEY = ("unexpected_keyword_argument", "extra_forbidden")


def validated(adapter: TypeAdapter[T], data: object, source: str) -> T:
    """`data` as the adapter's type; LogistikError that names the key, what it got and what is expected."""
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        problems = [_describe(dict(problem)) for problem in error.errors(include_url=False)]
        raise LogistikError(
            f"{source}: {problems[0]}" if len(problems) == 1 else f"{source}:\n  " + "\n  ".join(problems),
            hint=f"Perbaiki {source}, lalu jalankan lagi.",
        ) from None


def unknown_key(path: str, known: Iterable[str]) -> str:
    """The message for a key that does not exist, with the nearest one that does."""
    near = get_close_matches(path.rpartition(".")[2], list(known), n=1, cutoff=0.5)
    return f"kunci '{path}' tidak dikenal" + (f"; mungkin maksud Anda '{near[0]}'" if near else "")


def _describe(problem: dict[str, Any]) -> str:
    path = ".".join(str(part) for part in problem["loc"])
    kind = problem["type"]
    if kind in _UNKNOWN_KEY:
        return unknown_key(path, _siblings(problem["loc"]))
    expected = _MESSAGES.get(kind) or str(problem["msg"]).removeprefix("Value error, ")
    got = problem["input"]
    shown = "" if kind.startswith("missing") or isinstance(got, dict) else f" (tertulis: {got!r})"
    return f"'{path}' {expected}{shown}"


def _siblings(loc: tuple[Any, ...]) -> list[str]:
    """The keys that may stand where an unknown one was found, from the core types themselves."""
    from dataclasses import fields

    from logistik.core import office, rules

    table = str(loc[-2]) if len(loc) > 1 else ""
    tables = {"": office.Office, "kantor": office.Kantor, "kendali": office.Kendali, "alias": office.Alias}
    tables |= {"surat": office.Surat}
    above = {"kendali": office.Ketetapan, "dasar": office.Dasar}
    owner = tables.get(table) or above.get(str(loc[0]), rules.RuleSet)
    return [each.name for each in fields(owner)]
