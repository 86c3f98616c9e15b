"""A new workspace: `logistik.toml` and the workbooks to be filled in, for the office and the regions that are known."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError, reason
from logistik.core.office import Office
from logistik.core.regions import RegionKey, Regions
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import Level
from logistik.documents.docx.flaws import NAME
from logistik.ingest.book import Book, read_book
from logistik.render.templates import packing
from logistik.services.audit import active_rules
from logistik.services.inputs import expand, shown_path
from logistik.services.new_files import put
from logistik.services.selection import select
from logistik.settings import starter
from logistik.settings.workspace import FILE_NAME, Workspace, find

DPT, STOCK, CARTONS, PACKING, TEMPLATE = "dpt.xlsx", "gudang.xlsx", "koli.xlsx", "pengesetan.xlsx", NAME
CARTON_ROWS = 600
"""Rows for cartons at the least; a city with more voters gets more."""


class Answers(NamedTuple):
    """What the office said about itself; blank where it said nothing.

    `dpt` are files as typed, relative to the current folder; `stations` are the rows of the template for the DPT;
    `template` asks for the Word template of the letter too, and in a workspace that is there for nothing else.
    """

    kantor: str = ""
    kota: str = ""
    provinsi: str = ""
    ruleset: str = ""
    elections: tuple[str, ...] = ()
    dpt: tuple[str, ...] = ()
    stations: int = 1000
    template: bool = False


class Voters(NamedTuple):
    """The voter list that was found: its files, how the workspace calls them, and the regions in it."""

    names: tuple[str, ...] = ()
    book: Book | None = None
    problem: str = ""

    @property
    def kelurahan(self) -> tuple[tuple[str, str], ...]:
        """Kecamatan and kelurahan in the order of the list."""
        regions = self.book.regions if self.book else Regions(None, None, {}, {})
        found = (regions.region(key) for key in regions.walk() if key.level is Level.KELURAHAN)
        return tuple((region.kecamatan or "", region.kelurahan or "") for region in found)

    def boxes(self, rules: RuleSet) -> tuple[packing.Box, ...]:
        """Every TPS in the order of the list with its voters and reserve; one that is listed twice counts once."""
        found: dict[tuple[RegionKey, str], packing.Box] = {}
        if self.book is None:
            return ()
        for station in self.book.stations:
            region = self.book.regions.region(station.kelurahan)
            reserve = None if station.voters is None else rules.reserve.rounded_up(station.voters)
            box = packing.Box(region.kecamatan or "", region.kelurahan or "", station.tps, station.voters, reserve)
            found.setdefault((station.kelurahan, station.tps), box)
        return tuple(found.values())


class Prepared(NamedTuple):
    """What was made and what was kept, for the office, its elections and its voter list."""

    folder: Path
    made: tuple[str, ...]
    kept: tuple[str, ...]
    rules: RuleSet
    elections: tuple[str, ...]
    voters: Voters


def existing_settings(folder: Path) -> Workspace | None:
    """The workspace, if the folder itself has a `logistik.toml`; LogistikError if that cannot be used."""
    file = folder / FILE_NAME
    try:
        is_there = file.exists() or file.is_symlink()
    except OSError as error:  # a name that the system does not take
        raise LogistikError(
            f"Folder {folder.as_posix()} tidak dapat dipakai: {reason(error)}.", hint="Pilih nama atau tempat lain."
        ) from None
    return find(folder) if is_there else None


def checked_elections(names: Sequence[str], rules: RuleSet) -> tuple[str, ...]:
    """The elections in the order of the ballot; LogistikError for one that the rule set does not have."""
    for name in names:
        if name not in rules.elections:
            raise LogistikError(
                f"Jenis pemilihan '{name}' tidak ada di rule set {rules.name}.",
                hint=f"Yang ada: {', '.join(rules.elections)}.",
            )
    return tuple(name for name in rules.elections if name in names)


def prepare(answers: Answers, folder: Path, current: Path) -> Prepared:
    """Make what the folder does not have yet; what is there is kept as it is, and used.

    Args:
        answers: what the office said; a `logistik.toml` that is there already counts where it said nothing.
        folder: the workspace.
        current: the current folder, to which the answered files are relative.

    Raises:
        LogistikError: the folder cannot be used, the settings there or the voter list cannot be read, or there
            was nothing to make.
    """
    existing = existing_settings(folder)
    if folder.exists() and not folder.is_dir():
        raise LogistikError(f"{folder.as_posix()} bukan folder.", hint="Sebutkan folder, atau nama folder baru.")
    workspace = existing or Workspace(folder.resolve(), Office())
    office = workspace.office
    rules = active_rules(answers.ruleset or None, office).ruleset
    if answers.template and existing:
        return Prepared(folder, (_only_template(folder),), (), rules, office.pemilihan, Voters())
    voters = _voters(answers, workspace, current, rules)
    regions = voters.book.regions if voters.book else None
    kota = answers.kota or office.kantor.kota or (regions.kota if regions else None) or ""
    provinsi = answers.provinsi or office.kantor.provinsi or (regions.provinsi if regions else None) or ""
    kantor = answers.kantor or office.kantor.nama
    chosen = checked_elections(answers.elections or office.pemilihan, rules)
    chosen = chosen or (tuple(rules.usual_elections(kota)) if kota else ())
    first = starter.Starter(kantor, kota, provinsi, chosen, voters.names or (DPT,), (STOCK,), (CARTONS,), (PACKING,))
    wanted = [FILE_NAME, *([] if voters.names else [DPT]), STOCK, CARTONS, PACKING, *[TEMPLATE] * answers.template]
    contents = {name: _content(name, first, rules, voters, answers.stations) for name in _missing(folder, wanted)}
    if not contents:
        raise LogistikError(
            f"Tidak ada yang dibuat: {', '.join(wanted)} sudah ada.",
            hint="Untuk templat baru, pindahkan dulu yang lama, atau sebutkan folder lain: logistik init FOLDER",
        )
    made = put(folder, contents)
    kept = [name for name in (*wanted, *voters.names) if name not in made]
    return Prepared(folder, tuple(made), tuple(dict.fromkeys(kept)), rules, chosen, voters)


def _only_template(folder: Path) -> str:
    from logistik.documents.docx.template import own_template

    if not (_missing(folder, [TEMPLATE]) and put(folder, {TEMPLATE: own_template()})):
        raise LogistikError(
            f"Tidak ada yang dibuat: {TEMPLATE} sudah ada.", hint="Untuk templat baru, pindahkan dulu yang lama."
        )
    return TEMPLATE


def _missing(folder: Path, names: Sequence[str]) -> list[str]:
    return [name for name in names if not ((folder / name).exists() or (folder / name).is_symlink())]


def _content(name: str, first: starter.Starter, rules: RuleSet, voters: Voters, stations: int) -> bytes:
    if name == FILE_NAME:
        return starter.text(first, rules).encode()
    if name == TEMPLATE:
        from logistik.documents.docx.template import own_template

        return own_template()
    if name == DPT:
        from logistik.render.templates import roll

        return roll.render(first.nama, stations, rules.max_voters_per_tps.value)
    elections = first.pemilihan or tuple(rules.elections)
    if name == CARTONS:
        return _cartons(first.nama, elections, rules, voters)
    if name == PACKING:
        return _packing(first.nama, elections, rules, voters, stations)
    from logistik.render.templates import stock

    return stock.render(
        stock.Warehouse(
            office=first.nama,
            elections=elections,
            revote=tuple(each for each in elections if rules.revote_sheets(each) is not None),
            categories=rules.damage_categories.value,
            kelurahan=voters.kelurahan,
        )
    )


def _cartons(office: str, elections: tuple[str, ...], rules: RuleSet, voters: Voters) -> bytes:
    """The book of cartons, with room for a fifth more than the need fills."""
    from logistik.render.templates import cartons

    need = sum(box.voters + box.reserve for box in voters.boxes(rules) if box.voters and box.reserve)
    per_carton = (rules.elections[each].sheets_per_carton.value for each in elections)
    rows = max(CARTON_ROWS, sum(need * 6 // (5 * sheets) for sheets in per_carton))
    kecamatan = tuple(dict.fromkeys(each for each, _ in voters.kelurahan))
    return cartons.render(cartons.Cartons(office, elections, kecamatan, rows))


def _packing(office: str, elections: tuple[str, ...], rules: RuleSet, voters: Voters, stations: int) -> bytes:
    return packing.render(packing.Packing(office, elections, voters.boxes(rules), stations, rules.reserve))


def _voters(answers: Answers, workspace: Workspace, current: Path, rules: RuleSet) -> Voters:
    """The voter list that was named, else that of the settings, else the `dpt.xlsx` of the folder.

    One that nobody named now may still be empty: then the workbooks are made without its regions.
    """
    if answers.dpt:
        names = [shown_path(path, workspace.root) for path in expand(answers.dpt, current)]
        return Voters(tuple(names), _read(answers.dpt, current, workspace, rules))
    try:
        found = [path for path in expand(workspace.office.dpt or (DPT,), workspace.root) if path.is_file()]
    except LogistikError:  # a pattern that matches nothing
        found = []
    if not found:
        return Voters()
    names = [shown_path(path, workspace.root) for path in found]
    try:
        return Voters(tuple(names), _read([str(path) for path in found], current, workspace, rules))
    except LogistikError as error:
        return Voters(tuple(names), problem=error.message)


def _read(files: Sequence[str], current: Path, workspace: Workspace, rules: RuleSet) -> Book:
    alone = workspace._replace(office=workspace.office._replace(dpt=(), gudang=()))
    chosen = select((), files, current, alone, rules)
    book = read_book(chosen.dpt, (), chosen.recaps, chosen.reports, workspace.office)
    if not book.stations:
        raise LogistikError(
            f"{', '.join(files)}: belum ada baris TPS yang dapat dipakai.",
            hint="DPT perlu satu baris untuk setiap TPS, dengan kelurahan/desa, nomor TPS, dan jumlah pemilih.",
        )
    return book
