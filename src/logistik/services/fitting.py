"""Whether what an entry tells is of the types that it has to be: a chain that holds may have been made by hand."""

from datetime import date

from logistik.core.regions import Region

_NUMBERS = {"entry", "letter", "asked", "good", "damaged", "bytes", "errors", "warnings", "infos", "request"}
_MAY_BE_MISSING = {"day", "file", "request", *Region._fields} - {"level"}


def fits(value: object, name: str = "told") -> bool:
    """Whether a field and all in it are what they have to be: sheets are numbers from 0, names are text."""
    if value is None:
        return name in _MAY_BE_MISSING
    if isinstance(value, tuple):
        return all(map(fits, value, getattr(value, "_fields", ("",) * len(value))))
    if name in _NUMBERS:
        return type(value) is int and value >= 0
    return isinstance(value, str | date)
