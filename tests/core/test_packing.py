"""What was packed, added up: the known TPS, and the number of the others."""

from logistik.core.packing import Packed, PackedSum, packed_sums
from logistik.core.regions import CITY, RegionKey

DAMAI, PRAPATAN = RegionKey("kota", "damai"), RegionKey("kota", "prapatan")
STATIONS = [RegionKey("kota", "damai", "001"), RegionKey("kota", "damai", "002"), RegionKey("kota", "prapatan", "001")]


def test_a_region_sums_the_tps_that_are_packed_and_counts_the_others() -> None:
    packing = {
        (STATIONS[0], "gubernur"): Packed(410),
        (STATIONS[1], "gubernur"): Packed(None, is_doubtful=True),
        (STATIONS[2], "gubernur"): Packed(308, is_sealed=True),
        (STATIONS[1], "walikota"): Packed(205),
    }
    assert packed_sums(STATIONS, packing, "gubernur") == {
        CITY: PackedSum(718, 1),
        RegionKey("kota"): PackedSum(718, 1),
        DAMAI: PackedSum(410, 1),
        PRAPATAN: PackedSum(308, 0),
    }
    assert packed_sums(STATIONS, packing, "walikota")[CITY] == PackedSum(205, 2)


def test_a_typed_zero_is_packed() -> None:
    assert packed_sums(STATIONS[:1], {(STATIONS[0], "gubernur"): Packed(0)}, "gubernur")[CITY] == PackedSum(0, 0)
