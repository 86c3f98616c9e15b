"""The annexes of a letter: rows that add up, damage that is not split, cartons, waived findings, seals."""

from dataclasses import replace

import pytest

from logistik.core.regions import Region
from logistik.core.vocabulary import Level
from logistik.documents.annexes import annexes
from logistik.documents.blocks import Cell, Seal, Table
from logistik.documents.damage import damage_table
from logistik.documents.docx.example import example_letter
from logistik.documents.minutes import DOTS, sorting_content
from logistik.documents.model import DamageLine, Letter, Remark

LETTER = example_letter()


def tables(letter: Letter, name: str) -> list[Table]:
    """The tables of that name in the annexes."""
    blocks = [block for part in annexes(letter, "") for block in part.content]
    return [block for block in blocks if isinstance(block, Table) and block.name == name]


def rows(table: Table) -> list[tuple[Cell, ...]]:
    """The cells of every row."""
    return [row.cells for row in table.rows]


def test_the_rows_of_the_detail_and_the_adjustments_add_up_to_the_request() -> None:
    kelurahan = Region(Level.KELURAHAN, "Mawar", None, "Kota Contoh", None, "Utara", "Mawar", None)
    parts = [replace(LETTER.rows[0], region=kelurahan)]
    (table,) = tables(replace(LETTER, details=(LETTER.rows[0], *parts, LETTER.rows[1])), "Rincian")
    assert [(row.cells[0], row.cells[1], row.level) for row in table.rows] == [
        ("1", "Utara", 0),
        ("", "Mawar", 1),
        ("2", "Selatan", 0),
        ("", "Ditutup antarwilayah", 0),
    ]
    asked = [row.cells[-1] for row in table.rows if not row.level]
    assert asked == [34, 21, -2]
    assert table.total is not None
    assert table.total[-1] == LETTER.request == 53


@pytest.mark.parametrize(
    ("damaged", "last"),
    [(5, None), (7, ("Tidak dirinci", 2)), (4, ("Rincian melebihi jumlah rusak", -1)), (None, None), (DOTS, None)],
)
def test_damage_that_is_not_split_or_split_too_far_has_a_row_of_its_own(damaged: Cell, last: Cell) -> None:
    table = damage_table([DamageLine(False, "SOBEK", 3), DamageLine(False, "NODA", 2)], damaged, "Kategori")
    assert rows(table) == [("SOBEK", 3), ("NODA", 2), *([last] if last else [])]
    assert table.total == ("Rusak", damaged)


def test_damage_stands_in_the_annex_and_in_the_draft_of_the_minutes() -> None:
    damage = (DamageLine(False, "SOBEK", 3), DamageLine(True, "Cetak", 4))
    letter = replace(LETTER, damage=damage)
    assert rows(tables(letter, "Kategori")[0]) == [("SOBEK", 3), ("Tidak dirinci", 2)]
    assert rows(tables(letter, "Penyebab")[0]) == [("Cetak", 4), ("Tidak dirinci", 1)]
    assert rows(tables(letter, "Rusak kategori")[0]) == [("SOBEK", 3), ("Tidak dirinci", 2)]
    unknown = replace(LETTER.whole, damaged=None)
    content = sorting_content(LETTER.form, LETTER.day, [("Gubernur", LETTER.stock, unknown, damage)])
    assert [each.total for each in content if isinstance(each, Table) and each.total] == [("Rusak", DOTS)] * 2


@pytest.mark.parametrize(("noted", "received", "short", "over"), [(100, 90, 10, 0), (90, 100, 0, 10)])
def test_cartons_are_short_or_over_never_below_zero(noted: int, received: int, short: int, over: int) -> None:
    letter = replace(LETTER, whole=replace(LETTER.whole, noted=noted, received=received))
    assert rows(tables(letter, "Isi koli")[0]) == [("Kota Contoh", noted, received, short, over)]


def test_a_waived_finding_is_listed_with_why_and_by_whom() -> None:
    remark = Remark("LG412", "peringatan", "dpt.xlsx!A!B2", "pesan", "sudah dicocokkan", "Sekretaris")
    letter = replace(LETTER, basis=replace(LETTER.basis, waived=(remark,)))
    (table,) = tables(letter, "Temuan tidak dihitung")
    assert rows(table) == [("LG412", "peringatan", "dpt.xlsx!A!B2", "pesan", "sudah dicocokkan (Sekretaris)")]
    assert tables(LETTER, "Temuan tidak dihitung") == []


@pytest.mark.parametrize("code", ["7K2M-0QXA", ""])
def test_the_seal_has_the_code_and_the_whole_hash_for_people_and_for_a_camera(code: str) -> None:
    letter = replace(LETTER, basis=replace(LETTER.basis, audit="ab" * 32))
    (seal,) = [block for part in annexes(letter, code) for block in part.content if isinstance(block, Seal)]
    assert seal.qr == f"logistik {code or 'konsep'} audit {'ab' * 32}"
    assert f"Audit {'ab' * 32}" in seal.lines
    assert (f"logistik verify --code {code}" in seal.lines[0]) == bool(code)
    assert "bukan tanda tangan elektronik" in seal.caption
