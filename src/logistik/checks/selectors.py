"""How a person names findings: a code, the beginning of one, or a name."""

import re
from difflib import get_close_matches

from logistik.checks.registry import metas
from logistik.core.errors import LogistikError
from logistik.core.vocabulary import SEVERITY_TITLES, Severity


def selector(word: str, where: str) -> str:
    """A word as the code or prefix that it means: `lg4` is `LG4`, `lp-bukan-jumlah` is `LG403`.

    Args:
        word: as typed.
        where: the option or key that holds it, for the message.

    Raises:
        LogistikError: no code begins so and none has this name; with the nearest that exists.
    """
    upper, lower = word.strip().upper(), word.strip().casefold()
    codes = {meta.name: meta.code for meta in metas()}
    if re.fullmatch(r"LG[0-9]{0,3}", upper) and any(code.startswith(upper) for code in codes.values()):
        return upper
    if lower in codes:
        return codes[lower]
    known = {name.casefold(): name for name in (*codes, *codes.values(), *(code[:3] for code in codes.values()))}
    near = get_close_matches(lower, known, n=1)
    maybe = f"Mungkin maksud Anda {known[near[0]]}. " if near else ""
    raise LogistikError(f"{where}: kode '{word}' tidak ada.", hint=f"{maybe}Lihat semuanya: logistik rule")


def full_code(word: str, where: str) -> str:
    """A word as the one code that it means; LogistikError for a prefix too."""
    code = selector(word, where)
    if all(meta.code != code for meta in metas()):
        raise LogistikError(f"{where}: '{word}' bukan satu kode.", hint="Tulis kode lengkap, misalnya LG403.")
    return code


def severity(word: str, where: str) -> Severity:
    """A weight in either language: `warning` and `peringatan` are one."""
    said = word.strip().casefold()
    for each in Severity:
        if said in (each.value, SEVERITY_TITLES[each]):
            return each
    pairs = ", ".join(f"{each.value} ({SEVERITY_TITLES[each]})" for each in Severity)
    raise LogistikError(f"{where}: berat '{word}' tidak dikenal.", hint=f"Pilihannya: {pairs}.")
