"""LG526 jumlah-koli-bukan-surat-jalan and LG528 koli-bukan-stok: the cartons against what was signed and counted."""

from collections.abc import Iterator, Sequence

from logistik.checks.cartons import CartonKey, cartons_of, signed_for, stated
from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta
from logistik.core.counts import add
from logistik.core.findings import Finding
from logistik.core.places import Location
from logistik.core.regions import CITY
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import number
from logistik.ingest.records import CartonRow

NUMBER = CheckMeta(
    code="LG526",
    name="jumlah-koli-bukan-surat-jalan",
    severity=Severity.ERROR,
    summary="Banyaknya koli berbeda dari yang ditandatangani di surat jalan",
    what="Banyaknya koli di daftar koli dibandingkan dengan surat jalan: [kendali.koli] dan [kendali.koli_psu] di logistik.toml, kalau tidak ada kolom Jumlah Koli di stok. Tanda terima menurut koli dan jumlah lembar menurut label disebut berdampingan.",
    why="Penerimaan ditandatangani menurut koli; koli yang kurang baru ketahuan sesudah sortir kalau tidak dicocokkan.",
    example="268 koli ditandatangani, 267 tercatat; 534.000 lembar menurut label.",
    fix="Hitung kolinya di gudang; cari nomor yang tidak ada (LG521) atau ganda (LG520), lalu perbaiki daftar atau surat jalannya.",
)
SHEETS = CheckMeta(
    code="LG528",
    name="koli-bukan-stok",
    severity=Severity.ERROR,
    summary="Jumlah lembar semua koli berbeda dari stok",
    what="Jumlah isi label dibandingkan dengan Surat Jalan di stok, jumlah hasil hitung dengan Diterima, masing-masing hanya kalau setiap koli punya angkanya.",
    why="Stok dan daftar koli menghitung barang yang sama; selisih sebesar isi satu koli berarti satu koli terlewat atau ganda.",
    example="Isi label 267 koli berjumlah 532.475, Surat Jalan 534.475 (selisih 2.000): mungkin 1 koli tidak tercatat.",
    fix="Cocokkan daftar koli dengan stok, mulai dari nomor yang hilang atau ganda.",
)


def check(case: Case) -> Iterator[Finding]:
    """Cartons against the delivery note, then sheets against the stock."""
    if not case.book.cartons:
        return
    cartons = cartons_of(case)
    keys = [(election, stock) for election in case.elections for stock in Stock]
    for key in keys:
        yield from _number(case, key, cartons.get(key, []))
    for key in keys:
        if key in cartons:
            yield from _sheets(case, key, cartons)


def _number(case: Case, key: CartonKey, rows: Sequence[CartonRow]) -> Iterator[Finding]:
    signed, told = signed_for(case, key), stated(case, key)
    if signed is None and told is None:
        return
    expected = signed.jumlah if signed is not None else told.cartons if told is not None else 0
    found = sum(row.cartons for row in rows)
    if signed is not None:
        by = f" menurut {signed.nomor}" if signed.nomor else " menurut [kendali]"
    else:
        by = " menurut Jumlah Koli di stok"
    if found != expected:
        labels = add(*(row.noted for row in rows)) if rows else None
        sheets = "" if labels is None else f"; {number(labels)} lembar menurut label"
        cells = told.places if told is not None else ()
        last = rows[-1] if rows else case.book.cartons[0].row
        yield NUMBER.at(
            last.at(Field.CARTONS),
            f"{title(*key)}: {number(expected)} koli ditandatangani{by}, {number(found)} tercatat{sheets}",
            related=cells,
            election=key[0],
            raw=found,
            expected=expected,
        )
    elif told is not None and told.cartons != expected:
        yield NUMBER.at(
            told.places[0],
            f"{title(*key)}: {number(expected)} koli ditandatangani{by} dan tercatat di daftar koli, Jumlah Koli di stok "
            f"{number(told.cartons)}",
            related=told.places[1:],
            election=key[0],
            raw=told.cartons,
            expected=expected,
        )


def _sheets(case: Case, key: CartonKey, cartons: dict[CartonKey, list[CartonRow]]) -> Iterator[Finding]:
    balance = case.balances.get((CITY, *key))
    rows = cartons[key]
    if balance is None:
        return
    labels, counts = add(*(row.noted for row in rows)), add(*(row.received for row in rows))
    pairs = (
        ("isi label", labels, "Surat Jalan", balance.noted, Field.NOTED),
        ("hasil hitung", counts, "Diterima", balance.received, Field.RECEIVED),
    )
    for what, summed, name, held, field in pairs:
        if summed is None or held is None or summed == held:
            continue
        places: list[Location] = case.places((CITY, *key), field)
        yield SHEETS.at(
            places[0] if places else rows[0].at(field),
            f"{title(*key)}: {what} {number(sum(row.cartons for row in rows))} koli berjumlah {number(summed)} lembar, {name} di stok "
            f"{number(held)} (selisih {number(abs(summed - held))}){_cause(case, key, cartons, held - summed)}",
            related=[*places[1:], rows[0].at(field)],
            region=balance.region,
            election=key[0],
            raw=summed,
            expected=held,
        )


def _cause(case: Case, key: CartonKey, cartons: dict[CartonKey, list[CartonRow]], missing: int) -> str:
    """What the difference looks like; sheets that the stock has beyond the cartons are positive."""
    revote = add(*(row.noted for row in cartons.get((key[0], Stock.REVOTE), ())))
    rules = case.rules.elections.get(key[0])
    whole, rest = divmod(abs(missing), rules.sheets_per_carton.value) if rules is not None else (0, 0)
    guesses = []
    if whole and not rest:
        fault = "tidak tercatat di daftar" if missing > 0 else "tercatat dua kali"
        guesses.append(f"{number(whole)} koli {fault}")
    if revote and missing == revote and key[1] is Stock.VOTING:
        guesses.append("koli PSU ikut terhitung di stok")
    return f"; mungkin {' atau '.join(guesses)}" if guesses else ""


CHECK = Check((NUMBER, SHEETS), check)
