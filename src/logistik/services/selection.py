"""Which files are opened, and which of their tables count."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from logistik.core.errors import LogistikError
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import Field, Role
from logistik.ingest.book import Recognised, recognise
from logistik.ingest.columns import Vocabulary
from logistik.ingest.records import SheetReport
from logistik.ingest.tables import Table
from logistik.readers.source import Source
from logistik.services.inputs import Progress, expand, load, silent
from logistik.services.own_results import refuse_own_results
from logistik.settings.workspace import Workspace


class Selection(NamedTuple):
    """The tables that count, after the order of precedence, and where they came from."""

    dpt: list[Table]
    stock: list[Table]
    recaps: list[Table]
    reports: list[SheetReport]
    sources: list[Source]
    cartons: list[Table]
    packing: list[Table]
    roles: dict[tuple[str, str], str | None]
    same: tuple[tuple[str, str], ...]


class _Library:
    """The files read so far, each once however often it is named, and the tables in them."""

    def __init__(self, workspace: Workspace, rules: RuleSet, progress: Progress) -> None:
        self._progress = progress
        self._workspace = workspace
        office = workspace.office
        self._vocabulary = Vocabulary.of(office.alias.kolom, rules.damage_categories.value, office.tanpa_judul)
        self._found: dict[str, tuple[Source, Recognised]] = {}
        self._same: dict[tuple[str, str], None] = {}

    def open(self, paths: Sequence[Path]) -> list[Recognised]:
        """What is in these files; LogistikError for one in which there is no table."""
        opened = []
        for source in load(paths, self._workspace.root, self._progress):
            known = self._found.get(source.sha256)
            if known is None:
                recognised = recognise(source.grids, self._vocabulary)
                if not recognised.tables:
                    raise _nothing_in(source, recognised.reports)
                known = self._found[source.sha256] = (source, recognised)
            elif known[0].file != source.file:
                self._same[known[0].file, source.file] = None
            opened.append(known[1])
        return opened

    @property
    def sources(self) -> list[Source]:
        """The files, in the order in which they were first named."""
        return [source for source, _ in self._found.values()]

    @property
    def reports(self) -> list[SheetReport]:
        """What became of every sheet."""
        return [report for _, recognised in self._found.values() for report in recognised.reports]

    @property
    def same(self) -> tuple[tuple[str, str], ...]:
        """Files that repeat another's content."""
        return tuple(self._same)


def _of(role: Role, opened: Iterable[Recognised]) -> list[Table]:
    """The tables of a role, each once however often its file was named."""
    once = {id(recognised): recognised for recognised in opened}
    return [table for recognised in once.values() for table in recognised.of(role)]


def _nothing_in(source: Source, reports: Sequence[SheetReport]) -> LogistikError:
    filled = [grid for grid in source.grids if any(value != "" for row in grid.rows for value in row)]
    if not filled:
        return LogistikError(
            f"{source.file}: semua lembar kosong.", hint="Simpan dulu isinya di Excel, lalu jalankan lagi."
        )
    if people := [report.sheet for report in reports if report.is_by_name]:
        return LogistikError(
            f"{source.file}!{people[0]}: daftar pemilih menurut nama (data pribadi, satu baris satu orang), "
            "bukan jumlah pemilih per TPS.",
            hint="Berikan rekap DPT dengan satu baris per TPS, dan jangan edarkan daftar nama itu.",
        )
    first = filled[0]
    row = next(number for number, values in enumerate(first.rows, 1) if any(value != "" for value in values))
    return LogistikError(
        f"{source.file}!{first.sheet}!A{row}: baris judul tabel tidak ditemukan.",
        hint="DPT perlu kolom TPS dan jumlah pemilih (atau L dan P); stok perlu kolom Diterima atau Baik dan satu "
        "kolom hitungan lain, misalnya Rusak; koli perlu No. Koli dan Isi Label; pengesetan perlu TPS dan satu kolom "
        "per pemilihan. Nama kolom lain dapat didaftarkan di [alias.kolom] logistik.toml; "
        "kalau berkas itu memang tanpa baris judul, sebutkan isi kolomnya di [[tanpa_judul]].",
    )


def select(
    files: Sequence[str],
    lists: Sequence[str],
    folder: Path,
    workspace: Workspace,
    rules: RuleSet,
    progress: Progress = silent,
) -> Selection:
    """Open the files and take the tables that count.

    `lists` (`--dpt`) beat a voter list among the `files`, which beats `logistik.toml`; stock, cartons and packing lists
    among the files beat `logistik.toml` too. Without any voter list the voters that packing lists show are taken.

    Raises:
        LogistikError: nothing to open, a file without any table, one of our own results, or a `--dpt` that is no
            voter list.
    """
    office, library = workspace.office, _Library(workspace, rules, progress)
    given, rolls = library.open(expand(files, folder)), library.open(expand(lists, folder))
    if rolls and not (_of(Role.DPT, rolls) or _of(Role.RECAP, rolls)):
        raise LogistikError(f"{lists[0]} bukan DPT.", hint="--dpt harus berkas dengan satu baris per TPS.")
    used = [*given, *rolls]

    def of(role: Role, named: Sequence[str], own: Sequence[Recognised]) -> list[Table]:
        """The tables of a role among its own files, else in those that `logistik.toml` names."""
        tables = _of(role, own)
        if not tables and named:
            used.extend(found := library.open(expand(named, workspace.root)))
            tables = _of(role, found)
        return tables

    dpt = of(Role.DPT, () if rolls else office.dpt, rolls or given)
    stock = of(Role.STOCK, office.gudang, given)
    cartons, packing = of(Role.CARTONS, office.koli, given), of(Role.PACKING, office.pengesetan, given)
    dpt = dpt or _with_voters(packing)
    if not used:
        raise LogistikError(
            "Belum ada berkas yang diperiksa.",
            hint="Sebutkan berkasnya, misalnya: logistik audit gudang.xlsx --dpt dpt.xlsx",
        )
    refuse_own_results(library.sources)
    recaps = _of(Role.RECAP, used)
    tables = {Role.CARTONS: cartons, Role.PACKING: packing, Role.DPT: dpt, Role.STOCK: stock}
    roles: dict[tuple[str, str], str | None] = {
        (table.grid.file, table.grid.sheet): role for role, found in tables.items() for table in found
    }
    return Selection(dpt, stock, recaps, library.reports, library.sources, cartons, packing, roles, library.same)


def _with_voters(packing: Sequence[Table]) -> list[Table]:
    """Packing lists that also give the voters of each TPS, as voter lists: they serve where there is no other."""
    found = [
        table._replace(header=table.header._replace(role=Role.DPT))
        for table in packing
        if table.position(Field.VOTERS) is not None
        or (table.position(Field.MALE) is not None and table.position(Field.FEMALE) is not None)
    ]
    return found if len(found) == len(packing) else []
