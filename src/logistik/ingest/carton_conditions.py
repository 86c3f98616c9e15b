"""What the words on the condition of a carton say: sound, opened, or harmed."""

from enum import StrEnum
from functools import lru_cache

from logistik.ingest.names import REMEMBERED, words


class Condition(StrEnum):
    """How a carton arrived. `UNCLEAR` are words that we do not know."""

    SOUND = "sound"
    OPENED = "opened"
    HARMED = "harmed"
    UNCLEAR = "unclear"


_SOUND_TEXT = """
    baik bagus utuh kering aman ok oke lengkap normal layak bersih rapi sesuai rapat tertutup ya b
"""
_SEALED_TEXT = "segel tersegel disegel bersegel lakban dilakban"
_OPENED_TEXT = "terbuka dibuka buka terlepas lepas"
_HARMED_TEXT = """
    basah lembab lembap sobek robek tersobek rusak kerusakan penyok bolong berlubang lubang pecah hancur kotor berjamur
    jebol bocor ringsek remuk cacat terendam banjir terbakar hangus putus koyak terkoyak
"""
_WORKED_ON_TEXT = "sortir disortir penyortiran lipat dilipat pelipatan hitung dihitung penghitungan"
_NOT_TEXT = "tidak tdk tak tanpa bukan belum blm kurang"
_BETWEEN_TEXT = "ada yang dalam kondisi keadaan koli dus kemasan sedikit sudah"
_SOUND, _SEALED = frozenset(_SOUND_TEXT.split()), frozenset(_SEALED_TEXT.split())
_OPENED, _HARMED = frozenset(_OPENED_TEXT.split()), frozenset(_HARMED_TEXT.split())
_WORKED_ON = frozenset(_WORKED_ON_TEXT.split())
"""Cartons are opened to be sorted and counted; that is no fault."""
_NOT, _BETWEEN = frozenset(_NOT_TEXT.split()), frozenset(_BETWEEN_TEXT.split())
"""Words that turn what follows into its opposite, and those that may stand between."""


@lru_cache(maxsize=REMEMBERED)
def condition_of(text: str) -> Condition:
    """The condition that a text tells; a blank one, a dash or a tick is sound."""
    said = words(text).split()
    found = set()
    is_negated = speaks_of_seal = False
    for word in said:
        if word in _NOT:
            is_negated = True
            continue
        if word in _SEALED:
            found.add(Condition.OPENED if is_negated else Condition.SOUND)
            speaks_of_seal = True
        elif word in _SOUND:
            found.add(_bad(speaks_of_seal=speaks_of_seal) if is_negated else Condition.SOUND)
        elif word in _OPENED:
            found.add(Condition.SOUND if is_negated else Condition.OPENED)
        elif word in _HARMED:
            found.add(Condition.SOUND if is_negated else _bad(speaks_of_seal=speaks_of_seal))
        is_negated = is_negated and word in _BETWEEN
    if Condition.HARMED in found:
        return Condition.HARMED
    if Condition.OPENED in found:
        return Condition.SOUND if _WORKED_ON & set(said) else Condition.OPENED
    return Condition.SOUND if found or not said or _WORKED_ON & set(said) else Condition.UNCLEAR


def _bad(*, speaks_of_seal: bool) -> Condition:
    """A broken seal opens a carton; anything else that is broken harms it."""
    return Condition.OPENED if speaks_of_seal else Condition.HARMED
