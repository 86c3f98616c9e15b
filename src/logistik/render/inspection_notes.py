"""What a sheet has beside its tables, for people: data of persons, hidden rows and columns, formulas."""

from logistik.core.layout import Line, paragraph
from logistik.core.places import cell_name, column_letters
from logistik.core.wording import listed, number
from logistik.ingest.seen import FormulasSeen, SheetSeen
from logistik.render.inspection_words import ranges, row_ranges

_LABEL = 10
_MOST_CELLS = 4


def fact(label: str, text: str, width: int, style: str = "") -> list[Line]:
    """A labelled sentence, its further lines indented; a longer label is followed by two blanks."""
    first = f"  {label}  " if len(label) > _LABEL - 3 else f"  {label}".ljust(_LABEL)
    return paragraph(text, width, " " * _LABEL, style, first=first)


def notes(sheet: SheetSeen, width: int) -> list[Line]:
    """All that is to be said of a sheet as a whole; nothing of most sheets."""
    lines: list[Line] = []
    if sheet.personal:
        said = f"kolom {listed(ranges(sheet.personal, column_letters))} tampaknya memuat data pribadi"
        said += "; isinya tidak dibaca dan tidak ditampilkan, sebaiknya dihapus dari berkas"
        lines += fact("Pribadi", said, width, "warning")
    if hidden := _hidden(sheet):
        lines += fact("Tersembunyi", f"{hidden}; tetap dibaca", width, "warning")
    seen = sheet.formulas
    if seen.stale or seen.uncalculated or seen.percents:
        lines += fact("Rumus", _formulas(seen), width, "warning")
    return lines


def _hidden(sheet: SheetSeen) -> str:
    rows, columns = row_ranges(sheet.hidden_rows), ranges(sheet.hidden_columns, column_letters)
    said = [f"baris {listed(rows)}"] if rows else []
    return ", ".join([*said, f"kolom {listed(columns)}"] if columns else said)


def _formulas(seen: FormulasSeen) -> str:
    parts = [f"{number(seen.cells)} sel berumus"] if seen.cells else []
    if seen.stale:
        cells = listed([cell_name(*spot) for spot in seen.stale], most=_MOST_CELLS)
        parts.append(f"{number(len(seen.stale))} hasil lama yang dihitung ulang ({cells})")
    if known := len(seen.uncalculated) - len(seen.unknown):
        parts.append(f"{number(known)} belum ada hasilnya dan dihitung di sini")
    if seen.unknown:
        cells = listed([cell_name(*spot) for spot in seen.unknown], most=_MOST_CELLS)
        parts.append(f"{number(len(seen.unknown))} belum ada hasilnya dan tidak dapat dihitung ({cells})")
    if seen.percents:
        parts.append(f"{number(seen.percents)} sel berbentuk persen")
    return "; ".join(parts)
