"""Regions: which lies in which, and how documents name them."""

import pytest

from logistik.core.regions import CITY, Region, RegionKey
from logistik.core.vocabulary import Level
from tests.core.city import city

KECAMATAN, KELURAHAN, TPS = RegionKey("kota"), RegionKey("kota", "damai"), RegionKey("kota", "damai", "001")


@pytest.mark.parametrize(
    ("key", "level", "parent"),
    [
        (CITY, Level.KOTA, CITY),
        (KECAMATAN, Level.KECAMATAN, CITY),
        (KELURAHAN, Level.KELURAHAN, KECAMATAN),
        (TPS, Level.TPS, KELURAHAN),
    ],
)
def test_a_key_knows_its_level_and_what_it_lies_in(key: RegionKey, level: Level, parent: RegionKey) -> None:
    assert (key.level, key.parent) == (level, parent)


def test_a_region_has_every_name_from_its_own_level_up() -> None:
    regions = city({"kota/damai": [1]}).regions
    assert regions.region(CITY) == Region(Level.KOTA, "Kota Contoh", kota="Kota Contoh")
    assert regions.region(KECAMATAN) == Region(Level.KECAMATAN, "Kota", kota="Kota Contoh", kecamatan="Kota")
    assert regions.region(TPS) == Region(
        Level.TPS, "001", kota="Kota Contoh", kecamatan="Kota", kelurahan="Damai", tps="001"
    )
    assert KELURAHAN in regions
    assert RegionKey("kota", "manggar") not in regions


@pytest.mark.parametrize(
    ("key", "text"),
    [(CITY, "Kota Contoh"), (KECAMATAN, "Kota"), (KELURAHAN, "Damai, Kota"), (TPS, "TPS 001 Damai, Kota")],
)
def test_a_region_is_written_with_what_it_lies_in(key: RegionKey, text: str) -> None:
    assert str(city({"kota/damai": [1]}).regions.region(key)) == text


def test_a_walk_can_stop_at_the_kecamatan() -> None:
    assert list(city({"kota/damai": [1], "utara/batu": [1]}).regions.walk(Level.KECAMATAN)) == [
        CITY, KECAMATAN, RegionKey("utara"),
    ]  # fmt: skip
