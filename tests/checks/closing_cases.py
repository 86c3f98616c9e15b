"""Warehouses that `logistik close` has something to say of, and those that it nearly has."""

from dataclasses import dataclass, field

from tests.tools import Rows, Runner, write_xlsx

ROLL: Rows = [
    ["Kabupaten/Kota", "Kecamatan", "Kelurahan", "TPS", "Jumlah"],
    ["Kota Uji", "Utara", "Mawar", 1, 400],
    ["Kota Uji", "Utara", "Mawar", 2, 200],
    ["Kota Uji", "Selatan", "Kenanga", 1, 400],
]
"""Needed: 410 + 205 + 410 = 1,025."""
HEAD = ["Jenis Pemilihan", "Dipesan", "Diterima", "Baik", "Rusak", "Salah Daerah", "Belum Disortir", "Susulan"]
CITY: list[object] = ["Wali Kota", 1025, 1042, 1030, 7, 5, 0, 0]
"""5 in surplus, 7 damaged, 5 swapped."""
FULL = (410, 205, 410)
BEFORE, LAST_DAY = "2024-11-25", "2024-11-26"
EMPTIED = (
    "destroyed --jenis walikota --from damaged --sheets 7 --number 1/BA --date 2024-11-26",
    "handed-over --jenis walikota --from surplus --sheets 5 --number 2/BA --date 2024-11-24 --to KPU",
    "returned --jenis walikota --from swapped --sheets 5 --number 3/BA --date 2024-11-20 --to PT",
)


@dataclass(frozen=True)
class Warehouse:
    """A stock, what is packed for each TPS (None: no packing list), what left, and what the closing finds."""

    about: str
    finds: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    near: str = ""
    stock: tuple[list[object], ...] = (CITY,)
    packed: tuple[object, ...] | None = FULL
    moves: tuple[str, ...] = ()
    day: str = BEFORE
    roll: Rows = field(default_factory=lambda: ROLL)
    cartons: Rows = ()
    head: list[str] = field(default_factory=lambda: HEAD)

    def __str__(self) -> str:
        return self.about

    def audited(self, logistik: Runner) -> Runner:
        """The workspace with its audit and its moves in the ledger."""
        write_xlsx(logistik.folder / "dpt.xlsx", {"DPT": self.roll})
        files: dict[str, Rows] = {"stok.xlsx": [self.head, *self.stock]}
        if self.packed is not None:
            places = [row[1:4] for row in self.roll[1:]]
            packed = [[*place, sheets] for place, sheets in zip(places, self.packed, strict=True)]
            files["pengesetan.xlsx"] = [["Kecamatan", "Kelurahan", "TPS", "Wali Kota"], *packed]
        if self.cartons:
            files["koli.xlsx"] = list(self.cartons)
        for name, rows in files.items():
            write_xlsx(logistik.folder / name, {name.partition(".")[0].title(): rows})
        ran = logistik("audit", *files, "--dpt", "dpt.xlsx", "--as-of", self.day, "--quiet")
        assert ran.status in (0, 1), ran.err
        for words in self.moves:
            assert logistik("move", *words.split()).status == 0
        return logistik


CARTONS: Rows = [
    ["No. Koli", "Jenis Pemilihan", "Isi Label", "Hasil Hitung"],
    ["K-1", "Wali Kota", 1000, 987],
    ["K-2", "Wali Kota", 55, 55],
]
OFF = "yang masuk {} lembar lebih banyak daripada yang tercatat"
TOO_MANY = "yang tercatat {} lembar lebih banyak daripada yang masuk"

WAREHOUSES = (
    Warehouse(
        "a TPS is not packed",
        ("LG640",),
        (OFF.format(205), "kebutuhan 1 TPS yang belum dikemas 205"),
        packed=(410, "", 410),
    ),
    Warehouse("a TPS has too many", ("LG640",), (TOO_MANY.format(9), "1 TPS dikemas lebih"), packed=(419, 205, 410)),
    Warehouse(
        "too many and too few, the net is off",
        ("LG640",),
        (OFF.format(13), "bersih 13 lembar"),
        packed=(393, 209, 410),
    ),
    Warehouse(
        "the damaged ones are still in the count of the good ones",
        ("LG640",),
        (OFF.format(7), "sama dengan yang rusak, 7 lembar"),
        stock=(["Wali Kota", 1025, 1039, 1027, 7, 5, 0, 5],),
        packed=(410, 205, 403),
    ),
    Warehouse(
        "more is packed than was good",
        ("LG640",),
        (TOO_MANY.format(31), "lebih banyak daripada yang baik: PSU atau yang rusak ikut dikemas"),
        stock=(["Wali Kota", 1025, 1006, 994, 7, 5, 0, 0],),
    ),
    Warehouse(
        "a carton holds less than its label",
        ("LG640",),
        (OFF.format(13), "koli K-1: hasil hitung berbeda 13 lembar dari label"),
        packed=(410, 205, 397),
        cartons=CARTONS,
    ),
    Warehouse(
        "nothing equals the difference",
        ("LG640",),
        (OFF.format(401), "tidak sama dengan satu angka pun; periksa dulu: kebutuhan 1 TPS yang belum dikemas 410"),
        packed=(410, 214, ""),
    ),
    Warehouse("every sheet has its place", near="LG640"),
    Warehouse("what left changes nothing of that", near="LG640", moves=EMPTIED),
    Warehouse(
        "damaged, swapped and surplus are still there on the last day",
        ("LG641",),
        ("masih di gudang pada 26 November 2024: kelebihan 5, rusak 7, dan salah daerah 5 lembar",),
        day=LAST_DAY,
    ),
    Warehouse("on voting day too", ("LG641",), ("rusak 7 lembar",), moves=EMPTIED[1:], day="2024-11-27"),
    Warehouse(
        "unsorted sheets are still there",
        ("LG641",),
        ("belum disortir 4 lembar",),
        stock=(["Wali Kota", 1025, 1029, 1025, 0, 0, 4, 0],),
        day=LAST_DAY,
    ),
    Warehouse("the day before that they may lie there", near="LG641"),
    Warehouse(
        "everything left, the stock for a revote stays",
        near="LG641",
        stock=(CITY, ["PSU Wali Kota", 2000, 2000, 1990, 10, 0, 0, 0]),
        moves=EMPTIED,
        day=LAST_DAY,
    ),
    Warehouse("no packing list", ("LG642",), ("belum diketahui: dikemas per TPS",), packed=None),
    Warehouse(
        "a TPS without voters, so that the surplus is unknown",
        ("LG642",),
        ("belum diketahui: kelebihan",),
        roll=[*ROLL[:3], ["Kota Uji", "Selatan", "Kenanga", 1, ""]],
    ),
    Warehouse(
        "a column that the sheet does not have is nothing, and known", near="LG642", head=HEAD[:-1], stock=(CITY[:-1],)
    ),
)
