"""The index of a zipped workbook: which part is which sheet."""

import re
import zipfile

from logistik.readers.marks import unescaped

_MOST = 8 << 20
"""Bytes of an index that are looked at."""
_INDEX, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_OLD_INDEX, _OLD_LINKS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
_OPENED = r"<(?:\w+:)?(?:sheet|Relationship)\s"
_TAG = re.compile(_OPENED + r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>")
_ATTRIBUTE = re.compile(r"(?<![\w:])([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


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
    for sheet in _tags(index):
        identity = next((value for name, value in sheet.items() if name.endswith(":id")), "")
        if identity and "name" in sheet:
            if identity in titles:
                raise ValueError("two sheets in one part")
            titles[identity] = unescaped(sheet["name"])
    return titles


def _links(text: str) -> list[tuple[str, str]]:
    """Identity and path of every part that the workbook links to."""
    found = []
    for link in _tags(text):
        path = unescaped(link.get("Target", "")).removeprefix("/")
        found.append((link.get("Id", ""), path if path.startswith("xl/") else f"xl/{path}"))
    return found


def _tags(text: str) -> list[dict[str, str]]:
    """The attributes of every tag that names a sheet or a link; ValueError for a tag inside a tag."""
    found = _TAG.findall(text)
    if len(found) != len(re.findall(_OPENED, text)):
        raise ValueError("a tag inside a tag")
    return [{name: one or other for name, one, other in _ATTRIBUTE.findall(tag)} for tag in found]
