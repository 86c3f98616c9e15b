"""The same figures laid out as different offices would: every choice that a sheet leaves open is drawn at random."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from logistik.core.grid import Grid, Merge, Value

KECAMATAN = ["Balikpapan Kota", "Wanareja", "Sumber Rejo II"]
KELURAHAN = ["Damai", "Klandasan Ulu", "Gunung Samarinda", "Karang"]
ELECTIONS = {"gubernur": ["Gubernur", "PILGUB"], "walikota": ["Wali Kota", "Pilwali", "Walikota dan Wakil Walikota"]}

HEADERS = {
    "kecamatan": ["Kecamatan", "KEC.", "Nama Kecamatan"],
    "kelurahan": ["Kelurahan", "DESA/KEL", "Kelurahan/Desa"],
    "number": ["No", "NO.", "Nomor Urut"],
    "remark": ["Ket.", "KETERANGAN"],
    "gap": [""],
    "tps": ["TPS", "No. TPS", "NOMOR TPS"],
    "male": ["L", "LK", "Laki-laki", "DPT L"],
    "female": ["P", "PR", "Perempuan", "DPT P"],
    "voters": ["Jumlah", "Jumlah Pemilih", "DPT", "L+P", "jumlah_dpt"],
    "election": ["Jenis", "Jenis Pemilihan", "JENIS SURAT SUARA"],
    "received": ["Diterima", "HASIL HITUNG", "Jumlah Diterima"],
    "good": ["Baik", "Layak Pakai", "Jumlah Surat Suara Baik"],
    "damaged": ["Rusak", "Tidak Layak", "RUSAK (lembar)"],
    "swapped": ["Salah Daerah", "Tertukar"],
    "unsorted": ["Belum Disortir", "Belum Sortir"],
}
TITLES = ["DAFTAR PEMILIH TETAP", "Rekapitulasi Hasil Sortir", "KOTA BALIKPAPAN", "Tahun 2024", ""]

NUMBERS: list[Callable[[int], Value]] = [
    int,
    float,
    str,
    lambda number: f"{number:,}".replace(",", "."),
    lambda number: f"{number:,}".replace(",", " "),
    lambda number: f"{number:,}.00",
    lambda number: f" {number} ",
]
STATIONS: list[Callable[[int], Value]] = [
    int,
    float,
    "{:03d}".format,
    "TPS {}".format,
    "TPS {:02d}".format,
    "TPS. {:03d}".format,
    "{}.0".format,
]


def names(level: str) -> list[Callable[[str], str]]:
    """The spellings of a name, as functions."""
    return [str, str.upper, str.lower, lambda name: f"{level}. {name}", lambda name: f" {name.upper()}  "]


@dataclass(frozen=True)
class Page:
    """Rows of named cells, before anybody chose where they stand."""

    fields: Sequence[str]
    rows: Sequence[Mapping[str, Value]]
    heads: Mapping[str, str] | None = None


@st.composite
def laid_out(draw: st.DrawFn, page: Page, *, title: str = "", sheet: str = "Lembar", file: str = "data.xlsx") -> Grid:
    """The page with titles above, blank rows and columns before and between, its columns in any order.

    Fields under one head stay side by side, and the head stands over the first of them, merged or not.
    """
    heads = page.heads or {}
    extra = draw(st.lists(st.sampled_from(["number", "remark", "gap"]), unique=True))
    held = [[field for field in page.fields if heads.get(field) == head] for head in dict.fromkeys(heads.values())]
    alone = [[field] for field in (*page.fields, *extra) if field not in heads]
    fields = [field for group in draw(st.permutations([*held, *alone])) for field in draw(st.permutations(group))]
    indent: list[Value] = [""] * draw(st.integers(0, 2))
    above = [[*indent, text] for text in draw(st.lists(st.sampled_from(TITLES), max_size=3))]
    above += [[*indent, title]] * bool(title)
    above += [[]] * draw(st.integers(0, 2))
    header: list[list[Value]] = []
    merges: list[Merge] = []
    if heads:
        over: list[Value] = [*indent]
        for at, field in enumerate(fields, len(indent)):
            head = heads.get(field)
            starts = head is not None and heads.get(fields[at - len(indent) - 1]) != head
            over.append(head if head and starts else "")
            if starts:
                width = list(heads.values()).count(str(head))
                merges.append(((len(above), at), (len(above), at + width - 1)))
        header.append(over)
        merges = merges if draw(st.booleans()) else []
    header.append([*indent, *(draw(st.sampled_from(HEADERS[field.partition(":")[0]])) for field in fields)])
    body: list[list[Value]] = []
    for number, row in enumerate(page.rows, 1):
        body += [[]] * (draw(st.integers(0, 5)) == 5)
        body.append([*indent, *(row.get(field, number if field == "number" else "") for field in fields)])
    return Grid(file, sheet, [*above, *header, *body], tuple(merges))
