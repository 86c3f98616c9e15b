"""The tags of a template and where each stands, also where Word has split one over several runs."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from logistik.documents.docx.markup import W

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LOOSE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_INSIDE = re.compile(r"^\{(?P<open>[{%#])[-+]?(?P<scope>tr|tc|p|r)? ?(?P<code>.*?)[-+]?[}%#]\}$", re.DOTALL)
_AROUND = 30
_QUOTES = str.maketrans("“”‘’", "\"\"''")


class Tag(NamedTuple):
    """A tag: `kind` is `{`, `%` or `#`; `scope` says what it stands for as a whole (row, cell, paragraph, run).

    `holder` tells that whole apart from others, `alone` is whether nothing else stands in it.
    """

    kind: str
    scope: str
    code: str
    written: str
    place: str
    holder: str
    in_row: bool
    alone: bool


class Loose(NamedTuple):
    """A brace that belongs to no whole tag, and where it stands."""

    written: str
    place: str


def tags_of(document: Any) -> Iterator[Tag | Loose]:
    """The tags of the body, then of the headers and footers, in the order in which they are filled."""
    yield from _in_part(document.element.body, "")
    seen = set()
    for relation in document.part.rels.values():
        for kind, title in (("/header", "kepala halaman"), ("/footer", "kaki halaman"), ("/footnotes", "catatan kaki")):
            if relation.reltype.endswith(kind) and relation.target_part.partname not in seen:
                seen.add(relation.target_part.partname)
                yield from _in_part(_element(relation.target_part), title)


def _element(part: Any) -> Any:
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)


def _in_part(root: Any, title: str) -> Iterator[Tag | Loose]:
    rows = {row: at for at, row in enumerate(root.iter(f"{W}tr"), 1)}
    tables = {table: at for at, table in enumerate(root.iter(f"{W}tbl"), 1)}
    count = 0
    for at, paragraph in enumerate(root.iter(f"{W}p")):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        count += row is None
        text = _text(paragraph)
        if "{" not in text and "}" not in text:
            continue
        where = ", ".join(filter(None, (title, _where(paragraph, row, tables, count))))
        in_row = "" if row is None else "".join(each.text or "" for each in row.iter(f"{W}t"))
        for tag in _in_text(text, where):
            if isinstance(tag, Loose):
                yield tag
            elif tag.scope == "tr":
                alone = in_row.strip() == tag.written
                yield tag._replace(holder=f"{title} tr {rows.get(row)}", in_row=row is not None, alone=alone)
            else:
                yield tag._replace(holder=f"{title} p {at}")


def _where(paragraph: Any, row: Any, tables: dict[Any, int], count: int) -> str:
    if row is None:
        return f"paragraf {count}"
    table = next(row.iterancestors(f"{W}tbl"))
    at_row = [each for each in table.iter(f"{W}tr") if next(each.iterancestors(f"{W}tbl")) is table].index(row) + 1
    cell = next((each for each in paragraph.iterancestors(f"{W}tc")), None)
    at_cell = [each for each in row if each.tag == f"{W}tc"].index(cell) + 1 if cell is not None else 1
    return f"tabel {tables[table]} baris {at_row} sel {at_cell}"


def _text(paragraph: Any) -> str:
    """The text of a paragraph without that of text boxes in it, which are paragraphs of their own."""
    return "".join(
        each.text or "" for each in paragraph.iter(f"{W}t") if next(each.iterancestors(f"{W}p")) is paragraph
    )


def _in_text(text: str, place: str) -> Iterator[Tag | Loose]:
    last = 0
    for found in _TAG.finditer(text):
        yield from _loose(text, last, found.start(), place)
        last = found.end()
        inside = _INSIDE.match(found[0])
        if inside is None:
            yield Loose(found[0], place)
            continue
        yield Tag(
            kind=inside["open"],
            scope=inside["scope"] or "" if _is_scope(inside) else "",
            code=(inside["code"] if _is_scope(inside) else f"{inside['scope'] or ''}{inside['code']}")
            .translate(_QUOTES)
            .strip(),
            written=found[0],
            place=f"{place}, di \u201c{_around(text, found.start(), found.end())}\u201d",
            holder="",
            in_row=False,
            alone=text.strip() == found[0],
        )
    yield from _loose(text, last, len(text), place)


def _is_scope(inside: re.Match[str]) -> bool:
    """Whether the letters at the beginning are a scope (`{%p if`), not the beginning of a name (`{{permintaan}}`)."""
    scope = inside["scope"]
    return scope is not None and inside.string[inside.end("scope") : inside.end("scope") + 1] == " "


def _loose(text: str, start: int, end: int, place: str) -> Iterator[Loose]:
    for found in _LOOSE.finditer(text, start, end):
        yield Loose(found[0], f"{place}, di \u201c{_around(text, found.start(), found.end())}\u201d")


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'…' * (first > 0)}{' '.join(text[first:last].split())}{'…' * (last < len(text))}"
