"""The yardstick: what a good analyst would write with pandas and openpyxl for the same sums and checks of arithmetic.

Reads the voter book and the warehouse book of the sample, computes the need per TPS, sums it per kelurahan, kecamatan
and city, joins the counts per kelurahan and the city recap, computes short and request, and prints the tables.
"""

import sys

import pandas as pd

VOTERS = ["No", "Kecamatan", "Kelurahan", "TPS", "L", "P", "Jumlah"]
COUNTS = ["Diterima", "Baik", "Rusak", "Salah", "Kurang"]


def voters(path: str) -> pd.DataFrame:
    """One row per TPS of all sheets, with the reserve rounded up per TPS."""
    sheets = pd.read_excel(path, sheet_name=None, header=4, usecols="A:G", engine="openpyxl")
    table = pd.concat(sheet.set_axis(VOTERS, axis=1) for sheet in sheets.values())
    table = table[pd.to_numeric(table["TPS"], errors="coerce").notna()]
    table[["Kecamatan", "Kelurahan"]] = table[["Kecamatan", "Kelurahan"]].ffill()
    for column in ("L", "P", "Jumlah"):
        table[column] = table[column].astype(int)
    table["Cadangan"] = -(-table["Jumlah"] * 25 // 1000)
    return table


def stock(path: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The recap per election, and the counts per kelurahan and election."""
    recap = pd.read_excel(path, sheet_name="Rekap Sortir", header=4, engine="openpyxl")
    recap = recap[recap["PERUNTUKAN"].notna()]
    wide = pd.read_excel(path, sheet_name="Per Kelurahan", header=None, skiprows=6, usecols="A:M", engine="openpyxl")
    wide = wide[pd.to_numeric(wide[0], errors="coerce").notna()]
    wide[1] = wide[1].ffill()
    parts = []
    for election, first in (("Gubernur", 3), ("Wali Kota", 8)):
        part = wide[[1, 2, *range(first, first + 5)]].set_axis(["Kecamatan", "Kelurahan", *COUNTS], axis=1)
        parts.append(part.assign(Pemilihan=election))
    return recap, pd.concat(parts)


def main(warehouse: str, roll: str) -> None:
    """Print need, balances and mistakes."""
    table = voters(roll)
    recap, counts = stock(warehouse)
    need = table.groupby(["Kecamatan", "Kelurahan"], sort=False).agg(
        TPS=("TPS", "size"), DPT=("Jumlah", "sum"), Cadangan=("Cadangan", "sum")
    )
    need["Kebutuhan"] = need["DPT"] + need["Cadangan"]
    joined = counts.merge(need.reset_index(), on=["Kecamatan", "Kelurahan"], how="left", indicator=True)
    for column in COUNTS:
        joined[column] = joined[column].astype(int)
    per_kecamatan = joined.groupby(["Pemilihan", "Kecamatan"], sort=False)[
        ["TPS", "DPT", "Cadangan", "Kebutuhan", *COUNTS]
    ].sum()
    per_kecamatan["Kurang kirim"] = (per_kecamatan["Kebutuhan"] - per_kecamatan["Diterima"]).clip(lower=0)
    per_kecamatan["Permintaan"] = (per_kecamatan["Kebutuhan"] - per_kecamatan["Baik"]).clip(lower=0)
    city = need.sum()
    print(per_kecamatan.to_string())
    print(city.to_string())
    print(recap.assign(Hitung=(recap["DIPESAN"] - recap["BAIK"]).clip(lower=0)).to_string())
    print("L + P bukan Jumlah:", table[table["L"] + table["P"] != table["Jumlah"]].to_string())
    print("Rincian bukan diterima:", joined[joined["Baik"] + joined["Rusak"] + joined["Salah"] != joined["Diterima"]])
    print("Tidak di DPT:", joined[joined["_merge"] != "both"])
    print("TPS ganda:", table[table.duplicated(["Kecamatan", "Kelurahan", "TPS"])])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
