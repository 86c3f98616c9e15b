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
    """Whether a typed code, or a beginning of at least eight hexadecimal digits, is that of a hash."""
    return _begins(text, digest, PAPER)


def is_anchor_of(text: str, digest: str) -> bool:
    """Whether a typed anchor is that of a hash. Only a whole one counts: half of it could be met by trying."""
    return _begins(text, digest, ANCHOR)


def is_long_enough(text: str, groups: int) -> bool:
    """Whether what was typed can be a code of that many groups, or as many bits of a hash in hexadecimal digits."""
    return len(plain_code(text)) >= groups * GROUP


def _begins(text: str, digest: str, groups: int) -> bool:
    typed, said = plain_code(text), text.strip().lower()
    if len(typed) < groups * GROUP:
        return False
    is_hexadecimal = len(said) >= groups * 4 and (groups == PAPER or len(said) >= groups * 5)
    return plain_code(code_of(digest, ANCHOR)).startswith(typed) or (is_hexadecimal and digest.startswith(said))
