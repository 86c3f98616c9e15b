"""Settings checked by pydantic's core against the types of `logistik.core`, with messages an office can act on.

The schema is derived from the NamedTuples themselves. Building it through pydantic's model layer costs more than the
whole rest of an audit of a city, so the core validator is given the schema directly (docs/decisions/0006).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic_core import SchemaValidator, ValidationError, core_schema

from logistik.core.errors import LogistikError
from logistik.core.rules import Fraction

_MESSAGES = {
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "int_from_float": "harus bilangan bulat",
    "greater_than_equal": "tidak boleh negatif",
    "less_than_equal": "terlalu besar",
    "string_type": "harus teks dalam tanda kutip",
    "string_pattern_mismatch": 'harus pecahan dalam tanda kutip, misalnya "25/1000"',
    "bool_type": "harus true atau false",
    "date_type": "harus tanggal, misalnya 2024-11-13",
    "date_parsing": "harus tanggal, misalnya 2024-11-13",
    "date_from_datetime_parsing": "harus tanggal, misalnya 2024-11-13",
    "date_from_datetime_inexact": "harus tanggal tanpa jam, misalnya 2024-11-13",
    "tuple_type": 'harus daftar dalam kurung siku, misalnya ["dpt.xlsx"]',
    "dict_type": "harus sebuah tabel",
    "arguments_type": "harus sebuah tabel",
    "literal_error": "bukan salah satu pilihan yang ada",
    "missing_argument": "belum diisi",
}
_LARGEST = 10**9
"""More sheets or voters than the country has is a slip."""
_UNKNOWN_KEY = "unexpected_keyword_argument"


class Validator:
    """Turns the plain data of a TOML file into values of one core type; unknown keys are errors."""

    def __init__(self, owner: type[Any]) -> None:
        self._owner = owner
        self._validator = SchemaValidator(_schema(owner))

    def __call__(self, data: object, source: str) -> Any:
        """The value; LogistikError that names each key that is wrong, what it holds and what is expected."""
        try:
            return self._validator.validate_python(data)
        except ValidationError as error:
            problems = [self._describe(dict(problem)) for problem in error.errors(include_url=False)]
        listed = problems[0] if len(problems) == 1 else "\n  " + "\n  ".join(problems)
        raise LogistikError(f"{source}: {listed}", hint=f"Perbaiki {source}, lalu jalankan lagi.")

    def _describe(self, problem: dict[str, Any]) -> str:
        path, kind, got = problem["loc"], problem["type"], problem["input"]
        dotted = ".".join(map(str, path))
        if kind == _UNKNOWN_KEY:
            return unknown_key(dotted, _keys_at(self._owner, path[:-1]))
        if kind.startswith("missing"):
            return f"'{dotted}' belum diisi"
        shown = f" (tertulis: {got!r})" if not isinstance(got, (dict, list)) else ""
        choices = f": {problem['ctx']['expected'].replace(' or ', ' atau ')}" if kind == "literal_error" else ""
        return f"'{dotted}' {_MESSAGES.get(kind, problem['msg'])}{choices}{shown}"


def unknown_key(path: str, known: Iterable[str]) -> str:
    """The message for a key that does not exist, with the nearest one that does."""
    near = get_close_matches(path.rpartition(".")[2], list(known), n=1, cutoff=0.5)
    return f"kunci '{path}' tidak dikenal" + (f"; mungkin maksud Anda '{near[0]}'" if near else "")


def _schema(kind: Any) -> core_schema.CoreSchema:
    """The schema of a type: a NamedTuple is a table, its fields are the keys, its defaults make them optional."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        (inner,) = (each for each in arguments if each is not NoneType)
        return core_schema.nullable_schema(_schema(inner))
    if origin is tuple:
        return core_schema.tuple_schema([_schema(arguments[0])], variadic_item_index=0)
    if origin is Mapping:
        return core_schema.dict_schema(core_schema.str_schema(strict=True), _schema(arguments[1]))
    if origin is Literal:
        return core_schema.literal_schema(list(arguments))
    if hasattr(kind, "_fields"):
        return _table_schema(kind)
    return _PLAIN[kind]()


@cache
def _table_schema(owner: Any) -> core_schema.CoreSchema:
    hints = owner.__annotations__
    parameters = [
        core_schema.arguments_parameter(
            name,
            core_schema.with_default_schema(
                _schema(hints[name]), default_factory=partial(_same, owner._field_defaults[name])
            )
            if name in owner._field_defaults
            else _schema(hints[name]),
            mode="keyword_only",
        )
        for name in owner._fields
    ]
    return core_schema.call_schema(core_schema.arguments_schema(parameters), owner)


def _same(value: Any) -> Any:
    return value


_PLAIN: dict[Any, Callable[[], core_schema.CoreSchema]] = {
    int: lambda: core_schema.int_schema(strict=True, ge=0, le=_LARGEST),
    str: lambda: core_schema.str_schema(strict=True),
    bool: lambda: core_schema.bool_schema(strict=True),
    date: lambda: core_schema.date_schema(strict=True),
    Any: core_schema.any_schema,
    Fraction: lambda: core_schema.str_schema(strict=True, pattern=r"^[0-9]{1,6}/0*[1-9][0-9]{0,6}$"),
}


def _keys_at(kind: Any, path: tuple[Any, ...]) -> list[str]:
    """The keys that the table at a path may have."""
    for step in path:
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is UnionType:
            kind = next(each for each in arguments if each is not NoneType)
            origin, arguments = get_origin(kind), get_args(kind)
        kind = arguments[-1 if origin is not tuple else 0] if origin else get_type_hints(kind).get(step, kind)
    if get_origin(kind) is UnionType:
        kind = next(each for each in get_args(kind) if each is not NoneType)
    return list(getattr(kind, "_fields", ()))
