"""Regions as documents name them."""

from logistik.core.regions import Region
from logistik.core.vocabulary import Level


def region_name(region: Region) -> str:
    """A region by its own name alone, where those above it are known: `Klandasan Ulu`."""
    return region.name or "kabupaten/kota"


def region_title(region: Region) -> str:
    """A region with its level: `Kecamatan Balikpapan Kota`."""
    name = region_name(region)
    if region.level is Level.KECAMATAN:
        return f"Kecamatan {name}"
    return f"Kelurahan/Desa {name}, Kecamatan {region.kecamatan}" if region.level is Level.KELURAHAN else name
