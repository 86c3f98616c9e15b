"""Which cell styles of an .xlsx show a percentage."""

import re

from logistik.readers.marks import unescaped

_BUILT_IN = (b"9", b"10")
_ATTRIBUTES = rb"((?:\s+[^\s=<>/]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)"
_NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?numFmt" + _ATTRIBUTES)
_FORMAT_ID = re.compile(rb"\snumFmtId\s*=\s*[\"']([0-9]{1,9})[\"']")
_FORMAT_CODE = re.compile(rb"\sformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LITERAL = re.compile(rb"\"[^\"]*\"|\\.")
_CELL_STYLES, _CELL_STYLES_END = rb"<(?:\w+:)?cellXfs\b", rb"</(?:\w+:)?cellXfs"
_STYLE_OF_CELL = re.compile(rb"<(?:\w+:)?xf" + _ATTRIBUTES)


def percent_styles(styles: bytes) -> list[int]:
    """The cell styles, by their number."""
    formats = set(_BUILT_IN)
    for attributes in _NUMBER_FORMAT.findall(styles):
        number, code = _FORMAT_ID.search(attributes), _FORMAT_CODE.search(attributes)
        if number and code and _is_percent(code[1] or code[2] or b""):
            formats.add(number[1])
    _, *listed = re.split(_CELL_STYLES, styles, maxsplit=1)
    cells, *closed = re.split(_CELL_STYLES_END, (listed or [b""])[0], maxsplit=1)
    found = [_FORMAT_ID.search(attributes) for attributes in _STYLE_OF_CELL.findall(cells if closed else b"")]
    return [number for number, each in enumerate(found) if each and each[1] in formats]


def _is_percent(code: bytes) -> bool:
    """Whether a format has a sign of its own, not one that is only shown (`0"%"`)."""
    return b"%" in _LITERAL.sub(b"", unescaped(code.decode("utf-8", "replace")).encode())
