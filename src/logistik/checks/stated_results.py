"""LG506 hasil-tertulis-berbeda: results typed in the sheet that differ from the sums."""

from collections.abc import Iterator

from logistik.checks.case import Case, title
from logistik.checks.meta import Check, CheckMeta, differs, gathered
from logistik.core.balances import Balance, figures
from logistik.core.findings import Finding
from logistik.core.places import ColumnKey
from logistik.core.vocabulary import Field, Severity, Stock
from logistik.core.wording import number
from logistik.ingest.book import Entry
from logistik.ingest.names import words
from logistik.ingest.records import StockRow

META = CheckMeta(
    code="LG506",
    name="hasil-tertulis-berbeda",
    severity=Severity.ERROR,
    summary="Kurang Kirim, Permintaan, atau Kelebihan yang tertulis berbeda dari hitungan",
    what="Hasil yang sudah ditulis di berkas dibandingkan: kebutuhan = DPT + cadangan per TPS; kurang kirim = dasar - diterima (kolom Kurang atau Kekurangan saja boleh juga permintaan); permintaan = dasar - baik - susulan; kelebihan = baik + susulan - dasar; tidak pernah di bawah 0. Selisih boleh bertanda, terhadap pesanan, kebutuhan, atau surat jalan.",
    why="Angka yang ditulis tangan sering hanya kekurangan kirim; rusak dan salah daerah terlupa.",
    example="Permintaan tertulis 265, padahal 418: 128 rusak dan 25 salah daerah belum masuk.",
    fix="Perbaiki angka di sel itu, atau kosongkan; yang dipakai hasil hitungan.",
)
_FIGURES = (
    (Field.STATED_REQUIRED, "Kebutuhan", "required"),
    (Field.STATED_SHORT, "Kurang Kirim", "short"),
    (Field.STATED_REQUEST, "Permintaan", "request"),
    (Field.STATED_SURPLUS, "Kelebihan", "surplus"),
    (Field.STATED_DIFFERENCE, "Selisih", "short"),
)

_AGAINST_LABEL = (Field.STATED_SHORT, Field.STATED_SURPLUS, Field.STATED_DIFFERENCE)
"""In a sorting sheet these compare the count with the label of a carton (LG515)."""


def check(case: Case) -> Iterator[Finding]:
    """Stated results of rows that alone make up their region's count."""
    spots = []
    for entry in case.entries():
        balance = case.balance_of(entry)
        if balance is None or balance.polling_stations_without_voters or not case.is_alone(entry):
            continue
        for field, label, attribute in _FIGURES:
            if entry.row.is_held_against_label and field in _AGAINST_LABEL:
                continue
            own = _by_sheet(case, entry, balance)
            said, computed = entry.row.stated.get(field), getattr(own, attribute)
            if field is Field.STATED_DIFFERENCE:
                computed = _difference(said, balance)
            if said is None or computed is None or said in (computed, getattr(balance, attribute)):
                continue
            header = _header(entry.row, field, label)
            if field is Field.STATED_SHORT and said in (own.request, balance.request) and _may_be_request(header):
                continue
            spots.append(
                (
                    (entry.row.block, field),
                    META.at(
                        entry.row.at(field),
                        f"{title(entry.row.election, entry.row.stock)}, {balance.region}: {differs(header, said, computed)}"
                        + _forgotten(said, balance, label),
                        region=balance.region,
                        election=balance.election,
                        raw=said,
                        expected=computed,
                    ),
                )
            )
    yield from gathered(spots, lambda count: f"Hasil tertulis berbeda dari hitungan di {number(count)} baris")


def _by_sheet(case: Case, entry: Entry, balance: Balance) -> Balance:
    """The balance as the sheet alone has it: the ledger's letters stand in no column of the warehouse."""
    if entry.holding not in case.answered:
        return balance
    found = figures(balance.base, entry.count, 0, sealed=balance.stock is Stock.REVOTE, need_is_partial=False)
    return balance._replace(short=found.short, request=found.request, surplus=found.surplus)


def _header(row: StockRow, field: Field, label: str) -> str:
    """What the sheet itself calls the column, without the head of its group; our label where it is the same."""
    at = row.block.columns.get(row.key(field), row.block.columns.get(ColumnKey(field)))
    header = "" if at is None else row.block.headers.get(at, "")
    header = header.partition(" / ")[2] if row.wide_election or row.wide_stock else header
    return header if words(header) not in ("", words(label)) else label


def _may_be_request(header: str) -> bool:
    """Whether a shortage is not said to be one of the delivery: offices call the whole request so too."""
    return "kirim" not in words(header).split()


def _difference(said: int | None, balance: Balance) -> int | None:
    """What Selisih should be.

    Sheets use it for received or good against the order, the need or the delivery note, with either sign. If it
    is any of these it is right, else it should be received less base.
    """
    targets = [each for each in (balance.base, balance.required, balance.noted) if each is not None]
    held = [each for each in (balance.received, balance.good) if each is not None]
    if said in {sign * (mine - theirs) for mine in held for theirs in targets for sign in (1, -1)}:
        return said
    return None if balance.received is None or balance.base is None else balance.received - balance.base


def _forgotten(said: int, balance: Balance, label: str) -> str:
    """The usual reason for a request that is too low."""
    if label == "Permintaan" and said == balance.short and balance.damaged:
        swapped = f" dan {number(balance.swapped)} salah daerah" if balance.swapped else ""
        return f"; {number(balance.damaged)} rusak{swapped} belum masuk"
    return ""


CHECK = Check((META,), check)
