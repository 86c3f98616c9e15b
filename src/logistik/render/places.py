"""Where a finding stands, for formats that know files and lines but no sheets and cells."""

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

from logistik.core.places import Location, cell_position

_TEXT_SHEET = "csv"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def line_of(place: Location) -> int | None:
    """The line of a cell in a text table, from 1; None in a workbook, whose lines nobody can open.

    It is the record's number: records that run over several lines move the ones below them.
    """
    if place.sheet != _TEXT_SHEET or not place.cell or place.file.lower().endswith(_WORKBOOKS):
        return None
    return cell_position(place.cell)[0] + 1


def is_absolute(path: str) -> bool:
    """Whether a path, with forward slashes, starts at a root or a drive."""
    return PurePosixPath(path).is_absolute() or bool(PureWindowsPath(path).drive)


def uri_of(path: str) -> str:
    """The path as a URI: relative to the workspace where it lies there, percent-encoded."""
    raw = path.encode(errors="replace")
    if not is_absolute(path):
        return quote(raw, safe="/")
    return ("file:" if path.startswith("//") else "file://" if path.startswith("/") else "file:///") + quote(
        raw, safe="/:"
    )
