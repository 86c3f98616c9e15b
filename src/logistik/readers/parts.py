"""The index of a zipped workbook: which part is which sheet."""

import re
import zipfile

from logistik.readers.marks import unescaped

_MOST = 8 << 20
"""Bytes of an index that are looked at."""
_INDEX, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_OLD_INDEX, _OLD_LINKS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_IDENTITY, _NAME = re.compile(r"""\w:id=["']([^"']*)["']"""), re.compile(r"""\bname=(?:"([^"]*)"|'([^']*)')""")
_TARGET, _ID = re.compile(r"""\bTarget=["']([^"']*)["']"""), re.compile(r"""\bId=["']([^"']*)["']""")


def sheet_names(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """The name a person knows each sheet by, from the workbook's own index; empty if it has none.

    Raises:
        ValueError: two sheets are one part, which no program writes and which would be read as often.
    """
    if names >= {_INDEX, _LINKS}:
        titles = _titles(beginning(archive, _INDEX).decode("utf-8", "replace"))
        links = _LINKS
    elif names >= {_OLD_INDEX, _OLD_LINKS}:
        from logistik.readers.sheet_xlsb import xlsb_names

        titles, links = xlsb_names(beginning(archive, _OLD_INDEX)), _OLD_LINKS
    else:
        return {}
    found: dict[str, str] = {}
    used: set[str] = set()
    for identity, path in _links(beginning(archive, links).decode("utf-8", "replace")):
        if identity not in titles:
            continue
        if path.casefold() in used:
            raise ValueError("two sheets in one part")
        used.add(path.casefold())
        found[path] = titles[identity]
    return found


def beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first megabytes of a part."""
    with archive.open(name) as stream:
        return stream.read(_MOST)


def _titles(index: str) -> dict[str, str]:
    """Name by identity; ValueError where one identity serves two sheets."""
    titles: dict[str, str] = {}
    for sheet in _SHEET.findall(index):
        identity, name = _IDENTITY.search(sheet), _NAME.search(sheet)
        if identity and name:
            if identity[1] in titles:
                raise ValueError("two sheets in one part")
            titles[identity[1]] = unescaped(name[1] or name[2] or "")
    return titles


def _links(text: str) -> list[tuple[str, str]]:
    """Identity and path of every part that the workbook links to."""
    found = []
    for link in _LINK.findall(text):
        target, identity = _TARGET.search(link), _ID.search(link)
        if target and identity:
            path = unescaped(target[1]).removeprefix("/")
            found.append((identity[1], path if path.startswith("xl/") else f"xl/{path}"))
    return found
