"""LG62x and LG63x: what was packed for each TPS."""

from collections.abc import Mapping, Sequence

from tests.checks.case import BARAT, KOTA, Case, Found, sheet
from tests.tools import Rows

_VOTERS = {
    "Damai": (KOTA, (400, 410, 422, 391, 380)),
    "Prapatan": (KOTA, (350, 361, 333, 372, 345)),
    "Baru Ilir": (BARAT, (300, 320)),
}
_NEEDS = {"Damai": (410, 421, 433, 401, 390), "Prapatan": (359, 371, 342, 382, 354), "Baru Ilir": (308, 328)}
"""12 TPS, 4,384 voters, 4,499 sheets needed; in the rows 2 to 6, 7 to 11 and 12 to 13."""
_HEAD = "Kecamatan | Kelurahan | TPS | Gubernur | Wali Kota"
_DPT = sheet(
    "Kecamatan | Kelurahan | TPS | Jumlah",
    *((above, name, n, v) for name, (above, all_) in _VOTERS.items() for n, v in enumerate(all_, 1)),
)
_TOTAL = (12, 4384)


def _packed(
    gubernur: Mapping[tuple[str, int], object], walikota: Mapping[tuple[str, int], object] | None = None
) -> Rows:
    """A packing list in the rows of the roll, right but for some TPS; the governor's sheets in D, the mayor's in E."""
    changed = gubernur if walikota is None else walikota
    return sheet(
        _HEAD,
        *(
            (_VOTERS[name][0], name, n, gubernur.get((name, n), need), changed.get((name, n), need))
            for name, needs in _NEEDS.items()
            for n, need in enumerate(needs, 1)
        ),
    )


def _one(gubernur: Mapping[tuple[str, int], object]) -> Rows:
    """A packing list of the governor's sheets alone."""
    return [row[:4] for row in _packed(gubernur)]


def _counted_twice(*counts: tuple[object, object], second: str = "Gubernur Hitung 2") -> Rows:
    """The first TPS of Damai as two people counted them; D is the first count, E the second."""
    head = f"Kecamatan | Kelurahan | TPS | Gubernur | {second}"
    return sheet(head, *((KOTA, "Damai", n, *each) for n, each in enumerate(counts, 1)))


def _listed(name: str, sheets: tuple[object, ...]) -> dict[tuple[str, int], object]:
    """What the TPS of a kelurahan got."""
    return {(name, n): each for n, each in enumerate(sheets, 1)}


def _at(code: str, cell: str, says: str, places: int = 1) -> Found:
    """An error at a cell of the packing list."""
    return Found(code, "error", f"pengesetan.xlsx!Pengesetan!{cell}", says, places)


def _stock(good: int, *more: Sequence[object]) -> Rows:
    return sheet("Jenis Pemilihan | Diterima | Baik | Rusak", ("Gubernur", good + 12, good, 12), *more)


PACKING = (
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a right packing list",
        near="LG620",
        packing=_packed({}),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="seven too many of one election and four of the other, as in Balikpapan Kota",
        packing=_packed({("Damai", 4): 408}, {("Damai", 4): 405}),
        besides="LG622",
        finds=(
            _at(
                "LG620",
                "D5",
                "TPS 004 Damai, Gubernur: dikemas 408, kebutuhan 401, lebih 7",
            ),
            _at(
                "LG620",
                "E5",
                "TPS 004 Damai, Wali Kota: dikemas 405, kebutuhan 401, lebih 4",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a hundred too few, and a box with a typed 0",
        packing=_one({("Damai", 3): 333, ("Prapatan", 1): 0}),
        finds=(
            _at("LG621", "D7", "kebutuhan 359, kurang 359; tertulis 0, bukan kosong"),
            _at(
                "LG621",
                "D4",
                "TPS 003 Damai, Gubernur: dikemas 333, kebutuhan 433, kurang 100",
            ),
        ),
    ),
    Case(
        about="a box that was sealed with five too many",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, 400)),
        kendali=(1, 400),
        packing=sheet("Kecamatan | Kelurahan | TPS | Gubernur | Segel", (KOTA, "Damai", 1, 415, "ya")),
        finds=(_at("LG620", "D2", "dikemas 415, kebutuhan 410, lebih 5; kotaknya sudah disegel"),),
    ),
    Case(
        about="a TPS that the voter list has twice with the same voters, so that its need is known",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | L | P | Jumlah",
            (KOTA, "Damai", 1, 200, 200, 400),
            (KOTA, "Damai", 1, 190, 210, 400),
        ),
        kendali=(2, 800),
        packing=sheet("Kecamatan | Kelurahan | TPS | Gubernur", (KOTA, "Damai", 1, 415)),
        besides="LG405",
        finds=(_at("LG620", "D2", "dikemas 415, kebutuhan 410, lebih 5"),),
    ),
    Case(
        about="a TPS that the voter list has twice with different voters, so that its need is not known",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, 400), (KOTA, "Damai", 1, 300)),
        kendali=(2, 700),
        near="LG620",
        packing=sheet("Kecamatan | Kelurahan | TPS | Gubernur", (KOTA, "Damai", 1, 415)),
        besides="LG405",
    ),
    Case(
        about="a TPS whose voters are not known",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, ""), (KOTA, "Damai", 2, 400)),
        kendali=(2, 400),
        packing=sheet(_HEAD, (KOTA, "Damai", 1, 300, 300), (KOTA, "Damai", 2, 410, 410)),
        near="LG621",
        besides="LG401",
    ),
    Case(
        about="elections that differ where the voters are not known",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, ""), (KOTA, "Damai", 2, 400)),
        kendali=(2, 400),
        packing=sheet(_HEAD, (KOTA, "Damai", 1, 300, 304), (KOTA, "Damai", 2, 410, 410)),
        besides="LG401",
        finds=(
            _at(
                "LG622",
                "E2",
                "TPS 001 Damai: Gubernur 300 dan Wali Kota 304, padahal kebutuhannya sama (belum diketahui)",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="one election right, the other not",
        packing=_packed({}, {("Baru Ilir", 2): 331}),
        besides="LG620",
        finds=(_at("LG622", "E13", "Gubernur 328 dan Wali Kota 331"),),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="one election not yet packed at a TPS, which is not a difference",
        packing=_packed({}, {("Baru Ilir", 2): ""}),
        near="LG622",
        besides="LG623",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a blank cell, and a TPS that the list leaves out",
        packing=_packed({}, {("Damai", 2): ""})[:-1],
        finds=(
            _at("LG623", "E3", "TPS 002 Damai, Wali Kota: belum diset, selnya kosong; kebutuhan 421"),
            Found("LG623", "error", "dpt.xlsx!DPT!C13", "Gubernur: belum diset, tidak ada di daftar pengesetan"),
            Found("LG623", "error", "dpt.xlsx!DPT!C13", "Wali Kota: belum diset, tidak ada di daftar pengesetan"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="an election of which nothing is packed anywhere, told once",
        packing=[(*row[:4], "" if at else row[4]) for at, row in enumerate(_packed({}))],
        settings='pemilihan = ["gubernur", "walikota"]',
        finds=(
            _at(
                "LG623",
                "E2",
                "Wali Kota: belum ada TPS yang diset, semua selnya kosong",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="an election for which the list has no column, told once",
        packing=_one({}),
        settings='pemilihan = ["gubernur", "walikota"]',
        finds=(
            Found(
                "LG623",
                "error",
                "pengesetan.xlsx!Pengesetan",
                "Wali Kota: belum ada TPS yang diset, daftar pengesetan tidak memuatnya",
            ),
        ),
    ),
    Case(
        about="a TPS without voters gets no sheets",
        dpt=sheet("Kecamatan | Kelurahan | TPS | Jumlah", (KOTA, "Damai", 1, 0), (KOTA, "Damai", 2, 400)),
        kendali=(2, 400),
        packing=sheet(_HEAD, (KOTA, "Damai", 1, "", ""), (KOTA, "Damai", 2, 410, 410)),
        near="LG623",
        besides="LG402",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a cell that cannot be read is not a TPS that was left out",
        packing=_one({("Damai", 2): "empat ratus"}),
        near="LG623",
        besides="LG301",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS in two rows, once with the same number and once with another",
        packing=[*_packed({}), (KOTA, "Damai", 1, 410, 308)],
        finds=(
            _at(
                "LG624",
                "E14",
                "sudah ada di pengesetan.xlsx!Pengesetan!E2: 410 dan 308; mana yang benar belum diketahui",
            ),
            _at("LG624", "D14", "410 di 2 baris, dihitung satu kali"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS in two rows of which one is still blank",
        packing=[*_one({}), (KOTA, "Damai", 1, "")],
        near="LG624",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS that the voter list does not have",
        packing=[*_packed({}), (KOTA, "Prapatan", 6, 360, "")],
        finds=(
            _at(
                "LG625",
                "D14",
                "TPS 006 Prapatan, Gubernur: dikemas 360, padahal TPS itu tidak ada di DPT",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS that the voter list does not have, for which nothing is packed",
        packing=[*_packed({}), (KOTA, "Prapatan", 6, 0, "")],
        near="LG625",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a kelurahan of a packing list that the voter list writes otherwise, told once",
        packing=[
            (row[0], "BARUILIR" if row[1] == "Baru Ilir" else "Prappatan" if row[1] == "Prapatan" else row[1], *row[2:])
            for row in _packed({})
        ],
        besides="LG623",
        finds=(
            _at(
                "LG501",
                "B7",
                "Kelurahan 'Prappatan' tidak ada di DPT; barisnya tidak ikut dihitung. Mungkin maksud Anda 'Prapatan'",
                5,
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a packing list that writes the election in each row, one of them not of this audit and one unclear",
        packing=sheet(
            "Kecamatan | Kelurahan | TPS | Jenis Pemilihan | Dikemas",
            *((*row[:3], "Gubernur", row[3]) for row in _packed({})[1:]),
            (KOTA, "Damai", 1, "Bupati", 410),
            (KOTA, "Damai", 1, "Pilkada", 410),
        ),
        settings='pemilihan = ["gubernur"]',
        finds=(
            _at("LG205", "D14", "pemilihan 'Bupati' tidak termasuk yang diperiksa"),
            _at("LG205", "D15", "jenis pemilihan tidak jelas"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a column of an election that is not audited, in which nothing was written",
        packing=[(*row, "Bupati" if at == 0 else "") for at, row in enumerate(_one({}))],
        settings='pemilihan = ["gubernur"]',
        near="LG205",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a second counter who found the right number, and one who found another wrong one",
        packing=_counted_twice((419, 410), (419, 420), (433, 433)),
        besides="LG621 LG623",
        finds=(
            _at("LG626", "E2", "TPS 001 Damai, Gubernur: hitungan kedua 410, hitungan pertama 419, kebutuhan 410"),
            _at("LG626", "E3", "hitungan kedua 420, hitungan pertama 419, kebutuhan 421"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a second counter whose column names no election, beside a single one",
        packing=_counted_twice((410, 410), (421, 422), second="Hitung 2"),
        besides="LG623",
        finds=(_at("LG626", "E3", "TPS 002 Damai, Gubernur: hitungan kedua 422, hitungan pertama 421, kebutuhan 421"),),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a second counter who has not come to every TPS",
        packing=_counted_twice((410, 410), (421, ""), second="Hitung 2"),
        near="LG626",
        besides="LG623",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a box that only the second counter counted",
        packing=_counted_twice((410, 410), ("", 421), second="Hitung 2"),
        near="LG626",
        besides="LG623",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="ten more packed than there are good ones",
        packing=_one({("Damai", 1): 414, ("Prapatan", 4): 388}),
        stock=_stock(4499),
        besides="LG620",
        finds=(
            Found(
                "LG627",
                "error",
                "stok.xlsx!Stok!C2",
                "4.509, baik dan susulan hanya 4.499: lebih 10. Kemungkinan lembar rusak (12) ikut dikemas atau salah",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="twenty more packed than there are good ones, and sheets for a revote beside them",
        packing=_one({("Damai", 1): 417, ("Prapatan", 4): 395}),
        stock=_stock(4499, ("PSU Gubernur", 2000, 2000, 0)),
        besides="LG620",
        finds=(
            Found(
                "LG627", "error", "stok.xlsx!Stok!C2", "Kemungkinan lembar PSU (2.000) ikut dikemas atau salah hitung"
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="packed to the last good sheet",
        packing=_one({}),
        stock=_stock(4499),
        near="LG627",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS that got its voters and no reserve",
        packing=_one({("Damai", 1): 400}),
        finds=(
            _at(
                "LG628",
                "D2",
                "kurang 10; sama dengan DPT, cadangan 10 belum dimasukkan",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="one sheet less than its voters, which is no missing reserve",
        packing=_one({("Damai", 1): 399}),
        near="LG628",
        besides="LG621",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="two TPS of a kelurahan swapped, in both elections",
        packing=_packed({("Damai", 1): 433, ("Damai", 3): 410}),
        finds=(
            _at(
                "LG629",
                "D2",
                "kebutuhan 410, lebih 23; itu kebutuhan TPS 003 Damai, yang dikemas 410: keduanya tampaknya tertukar",
            ),
            _at("LG629", "E2", "itu kebutuhan TPS 003 Damai"),
            _at("LG629", "D4", "itu kebutuhan TPS 001 Damai"),
            _at("LG629", "E4", "itu kebutuhan TPS 001 Damai"),
        ),
    ),
    Case(
        about="two TPS of one kecamatan swapped in one election, one of which so got the number of its voters",
        dpt=[*_DPT, (KOTA, "Telaga Sari", 1, 350), (KOTA, "Telaga Sari", 2, 359)],
        kendali=(14, 5093),
        packing=[*_one({("Prapatan", 1): 368}), (KOTA, "Telaga Sari", 1, 359), (KOTA, "Telaga Sari", 2, 359)],
        finds=(
            _at("LG629", "D7", "itu kebutuhan TPS 002 Telaga Sari"),
            _at("LG629", "D15", "itu kebutuhan TPS 001 Prapatan"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a TPS that got the number of another, which kept its own",
        packing=_one({("Damai", 1): 433}),
        near="LG629",
        besides="LG620",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="two TPS of different kecamatan that got each other's number",
        packing=_one({("Prapatan", 1): 308, ("Baru Ilir", 1): 359}),
        near="LG629",
        besides="LG620 LG621",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a bundle too many and a bundle too few",
        packing=_one({("Damai", 5): 415, ("Prapatan", 5): 329}),
        finds=(
            _at(
                "LG630",
                "D6",
                "lebih 25; tepat satu ikat (25 lembar, asumsi, dapat diubah)",
            ),
            _at("LG630", "D11", "kurang 25; tepat satu ikat"),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a bundle of the size that the office set",
        settings="[aturan]\nelections.gubernur.sheets_per_bundle = 20",
        packing=_one({("Damai", 5): 410}),
        finds=(_at("LG630", "D6", "tepat satu ikat (20 lembar)"),),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="25 too many where the office's bundles hold 20",
        settings="[aturan]\nelections.gubernur.sheets_per_bundle = 20",
        packing=_one({("Damai", 5): 415}),
        near="LG630",
        besides="LG620",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a kelurahan packed by the list of another, but for one TPS",
        packing=_one(_listed("Prapatan", (410, 421, 433, 401, 354))),
        finds=tuple(
            _at(
                "LG631",
                f"D{row}",
                f"itu kebutuhan TPS 00{tps} Damai; begitu juga 4 dari 5 TPS Prapatan",
            )
            for row, tps in ((9, 3), (7, 1), (8, 2), (10, 4))
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="two TPS that got what another kelurahan needs at the same numbers",
        packing=_one(_listed("Prapatan", (410, 421))),
        near="LG631",
        besides="LG620",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="five too many in four of five TPS of a kelurahan, and three in the fifth",
        packing=_one(_listed("Damai", (415, 426, 438, 406, 393))),
        besides="LG620",
        finds=tuple(
            _at(
                "LG632",
                f"D{row}",
                "lebih 5; selisihnya sama di 4 dari 5 TPS Damai yang sudah diset",
            )
            for row in (2, 3, 4, 5)
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="a kelurahan whose TPS all got their voters and no reserve, three of them so ten too few",
        packing=_one(_listed("Damai", (400, 410, 422, 391, 380))),
        finds=tuple(
            _at("LG628", f"D{row}", f"cadangan {reserve} belum dimasukkan")
            for row, reserve in ((3, 11), (4, 11), (2, 10), (5, 10), (6, 10))
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="eleven too few in a whole kelurahan, which happens to be the reserve of two of its TPS",
        packing=_one(_listed("Damai", (399, 410, 422, 390, 379))),
        finds=tuple(_at("LG632", f"D{row}", "kurang 11; selisihnya sama di 5 dari 5 TPS Damai") for row in range(2, 7)),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="no reserve in three TPS of a kelurahan, and as many too few in the two others",
        packing=_one(_listed("Damai", (400, 411, 423, 391, 380))),
        besides="LG621",
        finds=tuple(_at("LG628", f"D{row}", "cadangan 10 belum dimasukkan") for row in (2, 5, 6)),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="five too many in two TPS of a kelurahan",
        packing=_one(_listed("Damai", (415, 426))),
        near="LG632",
        besides="LG620",
    ),
    Case(
        about="twelve voters moved to a TPS with a reserve of ten",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Jumlah | DPTb", (KOTA, "Damai", 1, 400, 12), (KOTA, "Damai", 2, 400, 3)
        ),
        kendali=(2, 800),
        finds=(
            Found(
                "LG633",
                "warning",
                "dpt.xlsx!DPT!E2",
                "DPTb 12, cadangan 10; yang dari kabupaten/kota lain hanya mendapat surat suara Gubernur",
            ),
        ),
    ),
    Case(
        about="as many voters moved to a TPS as it has in reserve",
        dpt=sheet(
            "Kecamatan | Kelurahan | TPS | Jumlah | DPTb", (KOTA, "Damai", 1, 400, 10), (KOTA, "Damai", 2, 400, "")
        ),
        kendali=(2, 800),
        near="LG633",
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="five too many in one box, so that the last TPS will lack as many",
        packing=_one({("Damai", 1): 415, ("Baru Ilir", 2): ""}),
        stock=_stock(4499),
        besides="LG620 LG623",
        finds=(
            Found(
                "LG634",
                "warning",
                "stok.xlsx!Stok!C2",
                "dikemas 4.176, 1 TPS yang belum diset perlu 328, baik dan susulan 4.499: kurang 5",
            ),
        ),
    ),
    Case(
        dpt=_DPT,
        kendali=_TOTAL,
        about="enough good sheets for the TPS that are not packed yet",
        packing=_one({("Baru Ilir", 2): ""}),
        stock=_stock(4499),
        near="LG634",
        besides="LG623",
    ),
)
