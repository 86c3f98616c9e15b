"""The last hand on a written workbook: results beside the formulas, and the same bytes on every day."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from logistik.core.grid import Value
from logistik.render.annotated.remarks import allowed

Results = Callable[[str], Value]
"""The value that a sheet shows at a cell; of dates the number that stands for them."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f(?:\s[^>]*)?(?:/>|>[^<]*</f>))<v\s*(?:/>|></v>)')
_MERGES = re.compile(r"(<mergeCells[^>]*>)(.*?)(</mergeCells>)")
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"})


def finished(content: bytes, results: Mapping[str, Results]) -> bytes:
    """The workbook packed with a fixed date, in which formulas keep the result that they had.

    Args:
        content: as openpyxl wrote it, with formulas but without their results.
        results: what each sheet shows, by the name of its part.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as written, zipfile.ZipFile(packed, "w") as archive:
        for name in written.namelist():
            data = written.read(name)
            if name in results:
                data = _with_results(data.decode("utf-8"), results[name]).encode("utf-8")
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, data)
    return packed.getvalue()


def _with_results(text: str, results: Results) -> str:
    text = _MERGES.sub(_in_order, text)
    return _FORMULA.sub(lambda found: _with_result(found, results(found[1])), text)


def _with_result(found: re.Match[str], value: Value) -> str:
    cell, attributes, formula = found.groups()
    if isinstance(value, bool):
        kind, shown = ' t="b"', str(int(value))
    elif isinstance(value, int | float):
        kind, shown = "", repr(value)
    elif isinstance(value, str) and value:
        kind, shown = ' t="e"' if value in _ERRORS else ' t="str"', escape(allowed(value))
    else:
        return found[0]
    return f'<c r="{cell}"{attributes}{kind}>{formula}<v>{shown}</v>'


def _in_order(found: re.Match[str]) -> str:
    """The merges of a sheet, sorted: openpyxl keeps them as a set."""
    head, merges, tail = found.groups()
    return head + "".join(sorted(re.findall(r"<mergeCell [^>]*?/>|<mergeCell [^>]*></mergeCell>", merges))) + tail
