"""Damage by category or cause as a table, in annexes and minutes alike."""

from collections.abc import Sequence

from logistik.documents.blocks import Cell, Column, Kind, Line, Table
from logistik.documents.model import DamageLine


def split_name(*, by_cause: bool) -> str:
    """By what damage is split."""
    return "penyebab" if by_cause else "kategori"


def damage_table(lines: Sequence[DamageLine], damaged: Cell, name: str) -> Table:
    """Sheets by category or cause under the damaged ones in all; what the lines do not add up to is a row of its own.

    Args:
        lines: of one kind, at least one.
        damaged: the damaged sheets in all, or what stands where they are not known.
        name: of the table.
    """
    rows = [Line((each.name, each.sheets)) for each in lines]
    rest = damaged - sum(each.sheets for each in lines) if isinstance(damaged, int) else 0
    if rest:
        rows.append(Line(("Tidak dirinci" if rest > 0 else "Rincian melebihi jumlah rusak", rest)))
    head = split_name(by_cause=lines[0].by_cause).capitalize()
    return Table((Column((head,), Kind.TEXT), Column(("Lembar",))), tuple(rows), ("Rusak", damaged), name)
