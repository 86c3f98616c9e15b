"""LG7xx: what the letters of the ledger brought, against the sheets."""

from tests.checks.case import BARAT, Case, Found, Sent, sheet

_CITY = "Jenis Pemilihan | Diterima | Baik | Rusak"

LETTERS = (
    Case(
        about="Susulan of 10 where the ledger has 12",
        stock=sheet(f"{_CITY} | Susulan", ("Gubernur", 1320, 1315, 5, 10)),
        letters=(Sent("gubernur", "", 18, 12),),
        finds=(
            Found("LG701", "warning", "stok.xlsx!Stok!E2", "Susulan 10 lembar, yang dicatat sebagai jawaban surat 12"),
        ),
    ),
    Case(
        about="Susulan that says what the ledger has",
        stock=sheet(f"{_CITY} | Susulan", ("Gubernur", 1320, 1315, 5, 12)),
        letters=(Sent("gubernur", "", 18, 12),),
        near="LG701",
    ),
    Case(
        about="Susulan left blank: only the ledger knows of the sheets",
        stock=sheet(f"{_CITY} | Susulan", ("Gubernur", 1320, 1315, 5, "")),
        letters=(Sent("gubernur", "", 18, 12),),
        near="LG701",
    ),
    Case(
        about="12 sheets that came were added to Baik, which lacks only 6 without them",
        stock=sheet(_CITY, ("Gubernur", 1332, 1327, 5)),
        letters=(Sent("gubernur", "", 18, 12),),
        besides="LG610",
        finds=(Found("LG702", "warning", "stok.xlsx!Stok!C2", "12 lembar dicatat sebagai jawaban surat"),),
    ),
    Case(
        about="sheets that came, and just as many lacking",
        stock=sheet(_CITY, ("Gubernur", 1320, 1315, 5)),
        letters=(Sent("gubernur", "", 18, 18),),
        near="LG702",
    ),
    Case(
        about="a letter of a kecamatan that the list does not have",
        stock=sheet(_CITY, ("Gubernur", 1333, 1333, 0)),
        letters=(Sent("gubernur", "Balikpapan Hilir", 18),),
        finds=(Found("LG703", "error", None, "wilayah Balikpapan Hilir tidak ada di DPT; 18 lembar"),),
    ),
    Case(
        about="a letter of a kecamatan of the list, typed in capitals",
        stock=sheet("Jenis Pemilihan | Kecamatan | Diterima | Baik | Rusak", ("Gubernur", BARAT, 400, 400, 0)),
        letters=(Sent("gubernur", BARAT.upper(), 10),),
        besides="LG612",
        near="LG703",
    ),
    Case(
        about="a request written down before the letter left: the sheet is right, the letter stands in no column",
        stock=sheet(f"{_CITY} | Permintaan", ("Gubernur", 1320, 1315, 5, 18)),
        letters=(Sent("gubernur", "", 18),),
        near="LG506",
    ),
    Case(
        about="a request written down anew after the letter",
        stock=sheet(f"{_CITY} | Permintaan", ("Gubernur", 1320, 1315, 5, 0)),
        letters=(Sent("gubernur", "", 18),),
        near="LG506",
    ),
    Case(
        about="a wrong request beside a letter, held against the sheet",
        stock=sheet(f"{_CITY} | Permintaan", ("Gubernur", 1320, 1315, 5, 13)),
        letters=(Sent("gubernur", "", 18),),
        finds=(Found("LG506", "error", "stok.xlsx!Stok!E2", "Permintaan 13, seharusnya 18"),),
    ),
    Case(
        about="what the letters left to be asked for",
        stock=sheet(_CITY, ("Gubernur", 1320, 1310, 10)),
        letters=(Sent("gubernur", "", 18, 6),),
        finds=(
            Found(
                "LG601",
                "error",
                "stok.xlsx!Stok!C2",
                "perlu 5 lembar (kurang kirim 13, rusak 10, dikurangi susulan 6, dikurangi yang sudah diminta 12)",
            ),
        ),
    ),
)
