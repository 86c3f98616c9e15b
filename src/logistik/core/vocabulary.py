"""The words of the field that are a closed list: levels, stocks, severities, the fields of a sheet."""

from enum import StrEnum


class Level(StrEnum):
    """A level of the administration, from the province down to one polling station."""

    PROVINSI = "provinsi"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    TPS = "tps"

    @property
    def depth(self) -> int:
        """0 for the province, 4 for a TPS."""
        return _DEPTH[self]


_DEPTH = {level: depth for depth, level in enumerate(Level)}


LEVEL_TITLES = {
    Level.PROVINSI: "Provinsi",
    Level.KOTA: "Kabupaten/Kota",
    Level.KECAMATAN: "Kecamatan",
    Level.KELURAHAN: "Kelurahan/Desa",
    Level.TPS: "Nomor TPS",
}
"""What a column of regions is headed."""


class Stock(StrEnum):
    """Two stocks that never offset each other: sheets for voting day, sheets for a revote (PSU)."""

    VOTING = "voting"
    REVOTE = "revote"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return _RANK[self]


_RANK = {severity: rank for rank, severity in enumerate(Severity)}


SEVERITY_TITLES = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.INFO: "info"}
"""How the screen calls a weight."""


class Role(StrEnum):
    """What a table is, as recognised from its header."""

    DPT = "dpt"
    STOCK = "stock"
    CARTONS = "cartons"
    PACKING = "packing"
    RECAP = "recap"


class Field(StrEnum):
    """What a column holds. Counts are sheets unless the name says voters or TPS."""

    CODE = "code"
    PROVINSI = "provinsi"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    REGION = "region"
    TPS = "tps"

    MALE = "male"
    FEMALE = "female"
    VOTERS = "voters"
    MOVED_IN = "moved_in"
    STATION_COUNT = "station_count"

    ELECTION = "election"
    PURPOSE = "purpose"
    DATE = "date"
    GROUP = "group"
    ORDERED = "ordered"
    NOTED = "noted"
    RECEIVED = "received"
    GOOD = "good"
    USABLE_DEFECTS = "usable_defects"
    DAMAGED = "damaged"
    DAMAGE_CATEGORY = "damage_category"
    DAMAGE_CAUSE = "damage_cause"
    SWAPPED = "swapped"
    UNSORTED = "unsorted"
    LATER = "later"
    STATED_REQUIRED = "stated_required"
    STATED_SHORT = "stated_short"
    STATED_REQUEST = "stated_request"
    STATED_SURPLUS = "stated_surplus"
    STATED_DIFFERENCE = "stated_difference"

    CARTONS = "cartons"
    CARTON_COUNT = "carton_count"
    CONDITION = "condition"
    PACKED = "packed"
    RECOUNTED = "recounted"
    SEALED = "sealed"

    NUMBER = "number"
    REMARK = "remark"


COUNT_FIELDS = frozenset(Field) - {
    Field.CODE, Field.PROVINSI, Field.KOTA, Field.KECAMATAN, Field.KELURAHAN, Field.REGION, Field.TPS,
    Field.ELECTION, Field.PURPOSE, Field.DATE, Field.GROUP, Field.CARTONS, Field.CONDITION, Field.SEALED, Field.NUMBER,
    Field.REMARK,
}  # fmt: skip
"""The columns that hold numbers of sheets, voters, TPS or cartons."""

REGION_FIELDS = (Field.PROVINSI, Field.KOTA, Field.KECAMATAN, Field.KELURAHAN)
"""The columns that name a region, from the largest to the smallest."""


ELECTION_TITLES = {
    "gubernur": "Gubernur dan Wakil Gubernur",
    "bupati": "Bupati dan Wakil Bupati",
    "walikota": "Wali Kota dan Wakil Wali Kota",
    "ppwp": "Presiden dan Wakil Presiden",
    "dpr": "DPR",
    "dpd": "DPD",
    "dprd-provinsi": "DPRD Provinsi",
    "dprd-kabkota": "DPRD Kabupaten/Kota",
}
"""Every election we know, by its id, with the name that documents print."""

FIGURE_TITLES = {
    "polling_stations": "TPS",
    "polling_stations_without_voters": "TPS tanpa pemilih",
    "voters": "Pemilih (DPT)",
    "reserve": "Cadangan",
    "required": "Kebutuhan",
    "ordered": "Dipesan",
    "noted": "Surat jalan",
    "received": "Diterima",
    "good": "Baik",
    "usable_defects": "Cacat layak pakai",
    "damaged": "Rusak",
    "swapped": "Salah daerah",
    "unsorted": "Belum disortir",
    "later": "Susulan",
    "outstanding": "Belum datang",
    "short": "Kurang kirim",
    "surplus": "Kelebihan",
    "request": "Permintaan",
    "request_low": "Permintaan minimum",
    "movable": "Dapat dipindahkan",
    "packed": "Dikemas",
    "polling_stations_not_packed": "TPS belum dikemas",
}
"""The figures of a balance in their order, with the names that people know them by."""

FINDINGS_LIST = "Lembar bantu: daftar temuan, dibuat oleh logistik"
"""What cell A1 says on the sheet of findings that `--annotate` adds; such a sheet is not input that was forgotten."""
