"""The map of a sheet: it fits, it folds what is long, and its letters say what a row is."""

import pytest

from logistik.core.grid import Value
from logistik.core.layout import plain
from logistik.core.office import Office
from logistik.ingest.understood import understand
from logistik.render.sheet_map import MOST_LINES, draw
from tests.ingest.sheets import grid

HEAD: list[Value] = ["Kecamatan", "Kelurahan", "TPS", "Jumlah"]


def drawn(rows: list[list[Value]], width: int = 80) -> list[str]:
    """The lines of a sheet's map."""
    return plain(draw(understand([grid(rows)], Office(), ())[0], width)).splitlines()


def stations(count: int, kelurahan: str = "Mawar") -> list[list[Value]]:
    """So many TPS of 300 voters."""
    return [["Utara", kelurahan, number, 300] for number in range(1, count + 1)]


def test_a_long_run_of_rows_is_folded() -> None:
    assert drawn([HEAD, *stations(1_335), ["JUMLAH", "", "", 1_335 * 300]])[1:7] == [
        "      1 K kec  kel  tps  jml",
        "      2 D a    a    9    9",
        "      3 D a    a    9    9",
        "          … 1.332 baris data lagi …",
        "  1.336 D a    a    9    9",
        "  1.337 T a    ·    ·    9",
    ]


def test_four_rows_are_drawn_as_they_are() -> None:
    assert [line[8] for line in drawn([HEAD, *stations(4)])[1:6]] == list("KDDDD")


def test_many_short_runs_are_summed_up_between_the_first_and_the_last() -> None:
    rows = [HEAD]
    for number in range(60):
        rows += [*stations(2, f"Desa {number}"), ["JUMLAH", "", "", 600]]
    lines = drawn(rows)
    assert len(lines) <= MOST_LINES + 4
    assert lines[1][8] == "K"
    assert lines[-2].startswith("    181 T")
    assert any("baris jumlah" in line and "data …" in line for line in lines)


@pytest.mark.parametrize("columns", [1, 14, 26, 60, 300])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_map_fits_however_wide_the_sheet(columns: int, width: int) -> None:
    more: list[Value] = [f"Lain {number}" for number in range(columns)]
    lines = drawn([[*HEAD, *more], ["Utara", "Mawar", 1, 300, *([5] * columns)]], width)
    assert max(map(len, lines)) <= width
    assert ("…" in lines[0]) == ((columns + 4) * 2 > width - 10)


def test_a_cell_that_cannot_be_read_is_marked_and_so_is_a_row_without_a_station() -> None:
    lines = drawn([HEAD, ["Utara", "Mawar", 1, "tiga"], ["Utara", "Mawar", "", 300], ["", "", "", "Ketua"]])
    assert lines[2:5] == ["      2 D a    a    9    !", "      3 ? a    a    ·    9", "      4 X ·    ·    ·    a"]
    assert "! tidak terpakai" in " ".join(" ".join(lines).split())
