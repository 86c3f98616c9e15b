"""Text on its way to the page: nothing that a printer obeys, long words that can be broken, no missing character."""

import re
from collections.abc import Iterable
from unicodedata import category

SEAM = "\u200b"
"""Where a long word may be broken; the template breaks there without printing anything."""

_HASH = re.compile(r"[0-9a-f]{64}")
_JOINTS = re.compile(r"(?<=[/\\_\-.,;:!?)=&|])")
_LONGEST_PIECE = 20
_CUT = 12

_COMMON = re.compile(r"[\n -~\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u2212\u200b]*")
"""What every font of the package has: Latin letters and the punctuation of offices."""


def clean(text: str) -> str:
    """The text with a plain space for every kind of space, and a dot for what cannot be printed."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\n" else " " if char.isspace() else "·"
        for char in text.replace("\r\n", "\n")
    )


def breakable(text: str, longest: int) -> str:
    """The text, with seams in words of more than `longest` characters; a SHA-256 and a dotted line stay whole."""
    if len(text) <= longest:
        return text
    return " ".join(_seamed(word) if len(word) > longest else word for word in text.split(" "))


def _seamed(word: str) -> str:
    if "\n" in word:
        return "\n".join(map(_seamed, word.split("\n")))
    if len(word) <= _CUT or _HASH.search(word) or not word.strip("."):
        return word
    return SEAM.join(part for piece in _JOINTS.split(word) for part in _cut(piece))


def _cut(piece: str) -> list[str]:
    if len(piece) <= _LONGEST_PIECE:
        return [piece] if piece else []
    return [piece[at : at + _CUT] for at in range(0, len(piece), _CUT)]


def uncommon(texts: Iterable[str]) -> list[str]:
    """The characters that some font may lack, each once, in order."""
    return sorted(
        {char for text in texts if not _COMMON.fullmatch(text) for char in text if not _COMMON.fullmatch(char)}
    )


def is_mark(char: str) -> bool:
    """Whether a character is printed over, under, or around the one before it."""
    return category(char).startswith("M")


def named(text: str, missing: Iterable[str]) -> str:
    """The text with the code point (`[U+4E2D]`) in place of each missing character, so that none vanishes unseen."""
    return text.translate({ord(char): f"[U+{ord(char):04X}]" for char in missing})
