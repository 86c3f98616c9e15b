"""What is wrong with a command line, in Indonesian."""

import re
from collections.abc import Sequence

from typer.exceptions import TyperException

_LIKE_A_FILE = re.compile(r"-[^-].*\.[A-Za-z]{3,4}")
"""A word such as `-dpt.xlsx`, which begins as options do."""


def explain(error: TyperException, words: Sequence[str]) -> tuple[str, str]:
    """The message and the hint for a command line that cannot be understood."""
    name = type(error).__name__
    option = getattr(error, "option_name", None) or getattr(getattr(error, "param", None), "name", None)
    near = getattr(error, "possibilities", None) or []
    command = next((word for word in words if not word.startswith("-")), "")
    hint = f"Lihat: logistik {command} --help" if command else "Lihat: logistik --help"
    if name == "NoSuchOption":
        if file := next((word for word in words if _LIKE_A_FILE.fullmatch(word)), ""):
            return f"Opsi {option} tidak dikenal.", f"Kalau {file} itu nama berkas, tulis ./{file}. {hint}"
        return f"Opsi {option} tidak dikenal.", f"Mungkin maksud Anda {near[0]}. {hint}" if near else hint
    if name == "NoArgsIsHelpError":
        return "Perintah belum disebut.", "Lihat: logistik --help"
    if name == "MissingParameter":
        return f"Masih kurang: {option}.", hint
    text = error.format_message() if hasattr(error, "format_message") else str(error)
    if "requires an argument" in text:
        return f"Opsi {option or text.split(chr(39))[1]} perlu nilai.", hint
    if "unexpected extra argument" in text:
        return f"Terlalu banyak kata: {text.partition('(')[2].rstrip(').')}.", hint
    if text.startswith("No such command"):
        return f"Perintah '{command}' tidak ada.", "Lihat: logistik --help"
    if option:
        return f"Nilai untuk {option} tidak berlaku: {text}", hint
    return f"Perintah tidak dipahami: {text}", hint
