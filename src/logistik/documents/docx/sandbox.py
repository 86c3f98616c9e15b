"""The little language of a template: print, if, for over our lists. Nothing that computes, calls, reads or runs on."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from logistik.documents.docx.fields import VARIABLES, Shape

FILTERS = ("upper", "lower", "title", "capitalize", "trim", "default", "length", "first", "last", "join")
TESTS = ("defined", "undefined", "none", "odd", "even", "eq", "equalto", "ne", "in")
DEEPEST = 2
"""How many loops may stand in one another."""
LARGEST = 20 << 20
"""Characters that one part of the document may grow to."""
_TOO_DEEP = 60

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr, nodes.Getitem, nodes.For,
    nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Filter,
    nodes.Test,
)  # fmt: skip


class RefusedError(TemplateError):
    """A template uses what templates may not use; the message says what, in Indonesian."""


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Jinja without files, functions or most filters; what is unknown is an error, and all text is escaped."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_printable)
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {name: made.tests[name] for name in TESTS}
    return made


def _printable(value: Any) -> Any:
    if isinstance(value, str | int | StrictUndefined):
        return value
    raise RefusedError("Sebuah daftar atau baris tidak dapat dicetak utuh")


def refuse(tree: nodes.Template) -> None:
    """Hold a parsed template against what is allowed.

    Raises:
        RefusedError: there is something else in it.
    """
    for said in refusals(tree):
        raise RefusedError(said)


def refusals(tree: nodes.Node) -> Iterator[str]:
    """What a tree holds that templates may not use, each in Indonesian."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 0)]
    while waiting:
        node, depth, loops = waiting.pop()
        said = _refusal(node, depth, loops)
        if said:
            yield said
            continue
        inner = loops + isinstance(node, nodes.For)
        waiting.extend((child, depth + 1, inner) for child in node.iter_child_nodes())


def _refusal(node: nodes.Node, depth: int, loops: int) -> str:
    if depth > _TOO_DEEP:
        return "Isi tanda terlalu bersarang"
    if not isinstance(node, _ALLOWED):
        return "Hanya nama, if, dan for yang dapat dipakai; hitungan, fungsi, dan perintah lain tidak"
    if isinstance(node, nodes.For):
        if loops == DEEPEST:
            return f"Paling banyak {DEEPEST} for bersarang"
        if not (isinstance(node.iter, nodes.Name) and _is_list(node.iter.name)) or node.recursive:
            return f"for hanya untuk daftar: {', '.join(name for name in VARIABLES if _is_list(name))}"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"Bagian bernama {node.attr} tidak dapat dipakai"
    if isinstance(node, nodes.Getitem) and not (isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)):
        return "Di dalam kurung siku hanya nomor urut"
    if isinstance(node, nodes.Filter | nodes.Test) and node.name not in (*FILTERS, *TESTS):
        return f"'{node.name}' tidak dapat dipakai; yang dapat: {', '.join(FILTERS)}"
    return ""


def _is_list(name: str) -> bool:
    return name in VARIABLES and VARIABLES[name].shape is Shape.LIST


def rendered(source: str, fields: dict[str, Any]) -> str:
    """The source filled with the fields.

    Raises:
        TemplateError: a syntax error, an unknown name, something refused, or more text than any letter has.
    """
    made = environment()
    tree = made.parse(source)
    refuse(tree)
    pieces, size = [], 0
    for piece in made.from_string(tree).generate(fields):
        size += len(piece)
        if size > LARGEST:
            raise RefusedError("Hasilnya terlalu panjang")
        pieces.append(piece)
    return "".join(pieces)
