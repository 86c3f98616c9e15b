"""Codes that people read from paper and type: the beginning of a hash in letters that look like no other."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISTAKEN = str.maketrans("OIL", "011")
GROUP = 4
"""Characters between two dashes; each stands for five bits."""
PAPER, ANCHOR = 2, 4
"""Groups of the code on a document (40 bits, read beside the document's figures) and of an anchor (80 bits)."""


def code_of(digest: str, groups: int = PAPER) -> str:
    """The code of a hash in hexadecimal digits: `7K2M-0QXA` for two groups."""
    value, length = int(digest, 16), len(digest) * 4
    letters = "".join(_ALPHABET[value >> (length - 5 * (at + 1)) & 31] for at in range(groups * GROUP))
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def plain_code(text: str) -> str:
    """A code as typed, without dashes and spaces, in capitals; `O`, `I` and `L` become the digits they look like."""
    return "".join(char for char in text.upper().translate(_MISTAKEN) if char.isalnum())


def is_code_of(text: str, digest: str) -> bool:
    """Whether a typed code, or a beginning of at least twelve hexadecimal digits, is that of a hash."""
    typed = plain_code(text)
    if len(typed) >= 2 * GROUP and plain_code(code_of(digest, ANCHOR)).startswith(typed):
        return True
    said = text.strip().lower()
    return len(said) >= 12 and digest.startswith(said)
