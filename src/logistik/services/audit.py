"""The audit: from files and settings to a report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from logistik.checks.case import Case
from logistik.checks.registry import run_all
from logistik.core.balances import (
    Balance,
    BalanceKey,
    Need,
    level_counts,
    needs,
    revote_balance,
    station_balance,
    voting_balances,
)
from logistik.core.choice import Asked
from logistik.core.correspondence import Answered, Standing
from logistik.core.counts import Count
from logistik.core.errors import LogistikError
from logistik.core.movements import Move
from logistik.core.office import Office
from logistik.core.packing import Packed
from logistik.core.regions import CITY, RegionKey
from logistik.core.report import Input, Report, SheetUsed, summarise
from logistik.core.rules import ActiveRules, RuleSet
from logistik.core.vocabulary import Field, Level, Stock
from logistik.core.wording import listed
from logistik.ingest.book import Book, HoldingKey, doubted, read_book
from logistik.ingest.carton_ranges import with_ranges
from logistik.ingest.station_columns import unnamed_stations
from logistik.services.cartons import told_cartons
from logistik.services.choice import described, read_choice, read_waivers, settle
from logistik.services.evidence import damage_of, sources_of
from logistik.services.inputs import Progress, expand, shown_path, silent
from logistik.services.letters import Known, letters_of, placed
from logistik.services.movements import files_of, moves_of
from logistik.services.packing import packing_of, with_packing
from logistik.services.selection import Selection, select
from logistik.settings import rulesets
from logistik.settings.workspace import FILE_NAME, Workspace, find


class Order(NamedTuple):
    """What the user asked to be audited. Files as typed, relative to the current folder.

    `must_know_letters` is false where the audit is to run although the ledger cannot be read.
    """

    files: tuple[str, ...] = ()
    dpt: tuple[str, ...] = ()
    ruleset: str | None = None
    as_of: date | None = None
    jenis: tuple[str, ...] = ()
    with_stations: bool = False
    choice: Asked = Asked()
    must_know_letters: bool = True


class Audit(NamedTuple):
    """A finished audit with the settings that it was made under, and the files that repeat another's content.

    `case` is what the report was made of; it knows every TPS, also where the report does not list them.

    `kept` are the files of issued letters and the minutes of what left; `knows_letters` is false where the ledger could
    not be read, so that nothing outstanding was taken off.
    """

    report: Report
    workspace: Workspace
    rules: RuleSet
    case: Case
    repeated: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    knows_letters: bool = True

    @property
    def files(self) -> list[Path]:
        """Every file that was opened or that the record vouches for: none of them is ever overwritten."""
        names = (*(each.path for each in self.report.inputs), *self.repeated, *self.kept)
        return [self.workspace.root / name for name in names]


def run_audit(order: Order, folder: Path, today: date, progress: Progress = silent) -> Audit:
    """Audit the files of `order`, or those that `logistik.toml` names.

    Args:
        order: the files and options.
        folder: the current folder, to which the files are relative.
        today: the day, unless the order or `logistik.toml` sets another.
        progress: told what is done next.

    Raises:
        LogistikError: nothing to audit, a file that cannot be used, stock without a voter list.
    """
    given = expand((*order.files, *order.dpt), folder)
    workspace = find(given[0].parent if given else folder, folder)
    rules = active_rules(order.ruleset, workspace.office)
    choice, waivers = read_choice(order.choice, workspace.office), read_waivers(workspace.office)
    chosen = select(order.files, order.dpt, folder, workspace, rules.ruleset, progress)
    progress("Memeriksa", 0)
    book = read_book(
        chosen.dpt, chosen.stock, chosen.recaps, chosen.reports, workspace.office, chosen.cartons, chosen.packing
    )
    _require_roll(book)
    elections = _elections(book, rules.ruleset, workspace.office, order.jenis)
    known, moves = _recorded(workspace, must=order.must_know_letters)
    letters = [each for each in known.letters if each.issued.ruleset == rules.ruleset.name]
    case = make_case(book, rules.ruleset, workspace.office, elections, chosen.same, letters)
    as_of = order.as_of or workspace.office.as_of or today
    inputs = _inputs(chosen, workspace)
    settled = settle(run_all(case), choice, waivers, as_of, [source.path for source in inputs])
    balances = tuple(case.balances.values())
    if order.with_stations:
        balances += tuple(_station_balances(case))
    report = Report(
        ruleset=rules.ruleset.name,
        as_of=as_of,
        inputs=inputs,
        options=_options(order, workspace, folder) | described(choice, settled),
        overrides=rules.overrides,
        balances=balances,
        findings=settled.findings,
        summary=summarise(balances, settled.findings),
        set_aside=settled.set_aside,
        damage=tuple(damage_of(case)),
        sources=tuple(sources_of(case)),
        letters_through=known.through,
        cartons=tuple(told_cartons(case)),
    )
    repeated, kept = tuple(second for _, second in chosen.same), (*known.files, *files_of(moves))
    return Audit(report, workspace, rules.ruleset, case, repeated, kept, knows_letters=known.through >= 0)


def _recorded(workspace: Workspace, *, must: bool) -> tuple[Known, tuple[Move, ...]]:
    """The letters and moves of the workspace; none, and -1, where the ledger cannot be read and need not be."""
    try:
        return letters_of(workspace.root), moves_of(workspace.root)
    except LogistikError:
        if must:
            raise
        return Known((), -1), ()


def active_rules(name: str | None, office: Office) -> ActiveRules:
    """The rule set asked for, else the office's, else the default; with the office's overrides."""
    return rulesets.load(name or office.ruleset or rulesets.DEFAULT, office.aturan)


def make_case(
    book: Book,
    rules: RuleSet,
    office: Office,
    elections: Sequence[str],
    same_files: tuple[tuple[str, str], ...] = (),
    letters: Sequence[Standing] = (),
) -> Case:
    """Balance the book: needs, counts per level, and the results of every region, election and stock."""
    answered, unplaced = placed(letters, book.regions)
    required = needs(((station.kelurahan, station.voters) for station in book.stations), rules.reserve)
    sizes = {election: each.sheets_per_carton.value for election, each in rules.elections.items()}
    book = book._replace(
        holdings=doubted(book.holdings, partial(_base, required, rules, office)),
        cartons=with_ranges(book.cartons, sizes),
    )
    counts: dict[tuple[str, Stock], Mapping[RegionKey, Count]] = {}
    balances: dict[BalanceKey, Balance] = {}
    for election in elections:
        own = _own_counts(book, election, Stock.VOTING, office)
        counts[election, Stock.VOTING] = level_counts(own, book.regions, required)
        revote = _own_counts(book, election, Stock.REVOTE, office)
        if revote:
            counts[election, Stock.REVOTE] = revote
    voting = {
        election: voting_balances(
            election, book.regions, required, counts[election, Stock.VOTING], _of(answered, election, Stock.VOTING)
        )
        for election in elections
    }
    for region in book.regions.walk():
        for election in elections:
            balances[region, election, Stock.VOTING] = voting[election][region]
            if region == CITY:
                kept = rules.revote_sheets(election)
                stock = counts.get((election, Stock.REVOTE), {}).get(CITY)
                if kept is not None or stock is not None:
                    balances[CITY, election, Stock.REVOTE] = revote_balance(
                        election,
                        book.regions,
                        kept,
                        stock or Count(),
                        answered.get((CITY, election, Stock.REVOTE), Answered()),
                    )
    packing = packing_of(book, elections)
    if book.packing_sheets:
        balances = with_packing(balances, book, packing)
    return Case(
        book,
        rules,
        office,
        tuple(elections),
        required,
        counts,
        balances,
        same_files,
        answered,
        tuple(unplaced),
        packing,
    )


def _of(answered: Mapping[BalanceKey, Answered], election: str, stock: Stock) -> dict[RegionKey, Answered]:
    return {key[0]: each for key, each in answered.items() if key[1:] == (election, stock)}


def _base(required: Mapping[RegionKey, Need], rules: RuleSet, office: Office, key: HoldingKey) -> int:
    """Sheets that a region was to get at the most: the decision for the city, else its need; 0 where it is unknown."""
    region, election, stock = key
    if stock is Stock.REVOTE:
        return rules.revote_sheets(election) or 0
    need = required.get(region, Need())
    fixed = office.kendali.surat_suara.get(election) if office.kendali and region == CITY else None
    if need.polling_stations_without_voters and not fixed:
        return 0
    return max(need.required, fixed.jumlah if fixed else 0)


def _own_counts(book: Book, election: str, stock: Stock, office: Office) -> dict[RegionKey, Count]:
    """The rows of one election and stock; where no row states the order, the decision in `[kendali]` does."""
    own = {
        region: holding.combined.count
        for (region, each, of), holding in book.holdings.items()
        if each == election and of is stock
    }
    controls = office.kendali
    fixed = (controls.psu if stock is Stock.REVOTE else controls.surat_suara).get(election) if controls else None
    city = own.get(CITY, Count())
    if fixed and city.ordered is None:
        own[CITY] = city._replace(ordered=fixed.jumlah)
    return own


def _station_balances(case: Case) -> Iterable[Balance]:
    for station in case.book.stations:
        key = station.key
        region = case.book.regions.region(key)
        for election in case.elections:
            balance = station_balance(region, election, station.voters, case.rules.reserve)
            packed = case.packing.get((key, election), Packed())
            yield balance._replace(packed=packed.sheets) if case.has_packing else balance


def _require_roll(book: Book) -> None:
    """Without one row per TPS there is no need to compute; say what was given instead."""
    if book.stations:
        return
    if book.recaps:
        table = book.recaps[0].table
        place = table.block.cell(table.title_row, table.header.columns[0].position)
        if column := unnamed_stations(table):
            is_mixed = column.key is not None and column.key.name == Field.REGION
            raise LogistikError(
                f"{place._replace(cell=column.cell)}: kolom '{column.header}' tampaknya berisi nomor TPS, tetapi "
                "judulnya bukan TPS.",
                hint=f"Ganti judulnya menjadi '{column.header} / TPS'."
                if is_mixed
                else f"Ganti judulnya menjadi TPS, atau tulis di [alias.kolom] logistik.toml: "
                f'"{column.header}" = "tps".',
            )
        raise LogistikError(
            f"{place}: daftar ini rekap per wilayah, bukan satu baris per TPS.",
            hint="Cadangan dibulatkan ke atas di setiap TPS, jadi perlu DPT per TPS. Berikan dengan --dpt.",
        )
    if book.rolls:
        first = next((stray for roll in book.rolls for stray in roll.strays), None)
        where = str(first.block.cell(first.row, first.column)) if first else book.tables[0].grid.file
        why = f": {first.lacks}" if first else ": tidak ada baris TPS di bawah judulnya"
        raise LogistikError(
            f"{where}{why}.", hint="Setiap baris DPT perlu kelurahan/desa, nomor TPS, dan jumlah pemilih."
        )
    raise LogistikError(
        "DPT belum diberikan: stok saja tidak dapat diperiksa.",
        hint="Tambahkan --dpt dpt.xlsx, berikan berkas DPT bersama berkas stok, atau isi `dpt` di logistik.toml.",
    )


def _elections(book: Book, rules: RuleSet, office: Office, jenis: tuple[str, ...]) -> list[str]:
    """The configured elections, else those in the stock, else those of the rule set for this region."""
    known = list(rules.elections)
    for name in (*office.pemilihan, *jenis):
        if name not in known:
            raise LogistikError(
                f"Jenis pemilihan '{name}' tidak ada di rule set {rules.name}.", hint=f"Yang ada: {', '.join(known)}."
            )
    if office.pemilihan:
        return [name for name in known if name in office.pemilihan]
    if book.elections:
        found = [name for name in known if name in book.elections]
        if not found:
            raise LogistikError(
                f"Pemilihan di stok ({listed(book.elections)}) tidak ada di rule set {rules.name}.",
                hint="Pilih rule set yang sesuai dengan --ruleset; lihat `logistik ruleset`.",
            )
        return found
    usual = rules.usual_elections(book.regions.kota or "")
    return [name for name in known if name in (*usual, *jenis)]


def _inputs(chosen: Selection, workspace: Workspace) -> tuple[Input, ...]:
    found = [
        Input(
            source.file,
            source.sha256,
            source.bytes,
            tuple(SheetUsed(grid.sheet, chosen.roles.get((source.file, grid.sheet))) for grid in source.grids),
        )
        for source in chosen.sources
    ]
    if workspace.file is not None:
        found.append(Input(FILE_NAME, sha256(workspace.content).hexdigest(), len(workspace.content)))
    return tuple(found)


def _options(order: Order, workspace: Workspace, folder: Path) -> dict[str, Any]:
    return {
        "files": [shown_path(path, workspace.root) for path in expand(order.files, folder)],
        "dpt": [shown_path(path, workspace.root) for path in expand(order.dpt, folder)],
        "ruleset": order.ruleset,
        "as_of": order.as_of.isoformat() if order.as_of else None,
        "level": Level.TPS.value if order.with_stations else None,
    }
