"""Documents as PDF/A: the template lays out the data, with the fonts that come with typst and no others."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from logistik.core.errors import LogistikError
from logistik.documents.blocks import Document
from logistik.documents.pdf_content import document_data
from logistik.documents.pdf_text import is_mark, named, uncommon


def render(document: Document) -> bytes:
    """The document as PDF, the same bytes for the same document; its times are those of `document.day`.

    A character that no font has is printed as its code point.

    Raises:
        LogistikError: the page could not be laid out.
    """
    import typst

    data = document_data(document)
    made = datetime.combine(document.day, time(), UTC)
    try:
        return _compiled(data, made)
    except typst.TypstError as error:
        failure = error
    for missing in _perhaps_missing(data):
        try:
            return _compiled(_with_names(data, missing), made)
        except typst.TypstError as error:
            failure = error
    raise LogistikError(
        f"PDF tidak dapat disusun: {failure.message}.",
        hint="Pakai bentuk lain dulu (--format text), dan laporkan pesan ini kepada pembuat logistik.",
    )


def _perhaps_missing(data: Any) -> Iterator[list[str]]:
    """Characters that may be why there is no page: those without a font; with marks, which may lack a base; all."""
    if rare := uncommon(_texts(data)):
        missing = [char for char in rare if not _has_font(char)]
        yield missing
        yield sorted({*missing, *filter(is_mark, rare)})
        yield rare


def _compiled(data: Any, made: datetime) -> bytes:
    return _compile(_template(), json.dumps(data, ensure_ascii=False), made)


def _compile(template: bytes, data: str, made: datetime) -> bytes:
    import typst

    return typst.compile(
        template,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        # For archives, and readable aloud; both refuse a page with a character that no font has.
        pdf_standards=["a-2a", "ua-1"],
        timestamp=made,
    )


@cache
def _template() -> bytes:
    return files("logistik.documents").joinpath("typst", "document.typ").read_bytes()


def _has_font(char: str) -> bool:
    import typst

    try:
        _compile(b'#set document(title: "x")\n#sys.inputs.data', char, datetime(2024, 1, 1, tzinfo=UTC))
    except typst.TypstError:
        return False
    return True


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _texts(each)


def _with_names(data: Any, missing: Iterable[str]) -> Any:
    if isinstance(data, str):
        return named(data, missing)
    if isinstance(data, dict):
        return {key: _with_names(value, missing) for key, value in data.items()}
    return [_with_names(each, missing) for each in data] if isinstance(data, list) else data
