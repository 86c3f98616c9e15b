"""The report for people: head, tables of need and stock, findings, counts and the next step."""

from collections import Counter
from collections.abc import Sequence

from logistik.core.balances import Balance
from logistik.core.findings import Finding
from logistik.core.gap import gap
from logistik.core.layout import Column, Line, paragraph, table
from logistik.core.report import Report
from logistik.core.vocabulary import LEVEL_TITLES, Level, Stock
from logistik.core.wording import listed, number, slug
from logistik.render import aside
from logistik.render.cartons import cartons
from logistik.render.packed import has_packing, packed
from logistik.render.shown import Shown
from logistik.render.words import MARKS, ROLES, known, short_title, state_of, title_of

WIDE = 118
"""From this width on need and stock share one table."""

STATIONS_TOLD = 3
"""Of a fault in single TPS so many are told, unless the TPS are asked for."""

_NEED = (
    Column(("TPS",)),
    Column(("DPT",)),
    Column(("Cadangan",)),
    Column(("Kebutuhan",)),
)
_STOCK = (
    Column(("Dipesan",)),
    Column(("Diterima",)),
    Column(("Baik",)),
    Column(("Rusak",)),
    Column(("Salah", "daerah")),
    Column(("Kurang", "kirim")),
    Column(("Permin-", "taan"), style="ask"),
    Column(("Kele-", "bihan")),
)


def render(report: Report, shown: Shown) -> list[Line]:
    """The whole report in lines of at most `shown.width` columns."""
    width = shown.width
    lines = [*_head(report, shown, width)]
    voting = [balance for balance in report.balances if balance.stock is Stock.VOTING]
    elections = list(dict.fromkeys(balance.election for balance in report.balances))
    counted = any(balance.received is not None for balance in voting)
    per_election = {election: [each for each in voting if each.election == election] for election in elections}
    if counted and width >= WIDE and shown.level is not Level.TPS:
        for election, balances in per_election.items():
            lines += [[], [(title_of(election), "title")], *_joined(balances, shown, width)]
            lines += _notes(balances, width)
    elif elections:
        is_told_below = shown.level is Level.TPS and has_packing(report)
        lines += _needs(per_election, shown._replace(level=None) if is_told_below else shown, width)
        for election, balances in per_election.items():
            if counted:
                lines += [[], [(f"Stok {title_of(election)}", "title")], *_stock(balances, shown, width)]
                lines += _notes(balances, width)
    lines += _revote(report, width)
    lines += cartons(report, shown)
    lines += packed(report, shown)
    lines += _findings(report.findings, shown, width)
    lines += aside.set_aside(report, width)
    lines += _close(report, width)
    return lines


def _head(report: Report, shown: Shown, width: int) -> list[Line]:
    facts = [
        ("Kantor", shown.office.kantor.nama or "belum diisi di logistik.toml ([kantor] nama)"),
        ("Per", state_of(report, shown.rules)),
        ("Rule set", f"{report.ruleset} · cadangan {shown.rules.reserve.percent()} per TPS, dibulatkan ke atas"),
    ]
    lines: list[Line] = [[("AUDIT LOGISTIK SURAT SUARA", "title")]]
    longest = max((len(source.path) for source in report.inputs), default=0)
    for label, text in facts:
        lines += paragraph(text, width, " " * 10, first=label.ljust(10))
    for place, source in enumerate(report.inputs):
        roles = [sheet.role for sheet in source.sheets if sheet.role]
        used = listed([f"{roles.count(role)} lembar {ROLES.get(role, role)}" for role in dict.fromkeys(roles)])
        label = "Masukan" if place == 0 else ""
        lines.append(
            [
                (label.ljust(10), ""),
                (source.path.ljust(longest) + "  ", ""),
                (source.sha256[:12], "dim"),
                (f"  {used}".rstrip(), ""),
            ]
        )
    for place, override in enumerate(report.overrides):
        label = "Diubah" if place == 0 else ""
        text = f"{override.key} = {override.value} (semula {override.instead_of})"
        lines += paragraph(text, width, " " * 10, style="warning", first=label.ljust(10))
    lines += aside.weights(report, width)
    return lines


def _rows(balances: Sequence[Balance], shown: Shown) -> tuple[list[Balance], list[Balance]]:
    """The rows to list and the total under them: by default the parts of the largest region shown."""
    highest = min(balances, key=lambda balance: balance.region.level.depth)
    top = [balance for balance in balances if balance.region.level is highest.region.level]
    if len(top) > 1:
        return top, []
    deeper = sorted({each.region.level for each in balances} - {highest.region.level}, key=lambda level: level.depth)
    wanted = shown.level if shown.level in deeper else deeper[0] if deeper else None
    if shown.level is not None and shown.level.depth <= highest.region.level.depth:
        wanted = None
    return [balance for balance in balances if balance.region.level is wanted], [highest]


def _name(balance: Balance, *, is_total: bool) -> str:
    region = balance.region
    if region.level is Level.TPS:
        return f"{region.tps} {region.kelurahan}"
    return (region.name or "Kabupaten/kota") if not is_total else (region.name or "Jumlah")


def _need_cells(balance: Balance) -> list[str]:
    return [
        known(balance.polling_stations),
        known(balance.voters) + ("*" if balance.polling_stations_without_voters else ""),
        known(balance.reserve),
        known(balance.required) + ("*" if balance.polling_stations_without_voters else ""),
    ]


def _stock_cells(balance: Balance) -> list[str]:
    return [
        known(balance.ordered),
        known(balance.received),
        known(balance.good),
        known(balance.damaged),
        known(balance.swapped),
        known(balance.short),
        known(balance.request) + ("*" if balance.provisional and balance.request is not None else ""),
        known(balance.surplus),
    ]


def _head_column(balances: Sequence[Balance]) -> Column:
    level = balances[0].region.level
    return Column((LEVEL_TITLES[level],), is_text=True)


def _table(
    balances: Sequence[Balance], shown: Shown, width: int, columns: tuple[Column, ...], cells: tuple[str, ...]
) -> list[Line]:
    rows, total = _rows(balances, shown)
    made = {"need": _need_cells, "stock": _stock_cells}
    body = [
        [_name(balance, is_total=balance in total), *(cell for part in cells for cell in made[part](balance))]
        for balance in [*rows, *total]
    ]
    return table((_head_column(rows or total), *columns), body, width, totals=len(total) if rows else 0)


def _joined(balances: Sequence[Balance], shown: Shown, width: int) -> list[Line]:
    return _table(balances, shown, width, (*_NEED, *_STOCK), ("need", "stock"))


def _stock(balances: Sequence[Balance], shown: Shown, width: int) -> list[Line]:
    counted = shown._replace(level=Level.KELURAHAN) if shown.level is Level.TPS else shown
    return _table(balances, counted, width, _STOCK, ("stock",))


def _needs(per_election: dict[str, list[Balance]], shown: Shown, width: int) -> list[Line]:
    """The tables of need; elections with the same roll share one."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for election, balances in per_election.items():
        groups.setdefault(tuple((each.region, each.required) for each in balances), []).append(election)
    lines: list[Line] = []
    for elections in groups.values():
        balances = per_election[elections[0]]
        names = listed([short_title(election) for election in elections])
        each = "untuk masing-masing pemilihan: " if len(elections) > 1 else ""
        lines.append([])
        lines += paragraph(f"Kebutuhan {each}{names}", width, style="title")
        lines += _table(balances, shown, width, _NEED, ("need",))
        unknown = max(balance.polling_stations_without_voters or 0 for balance in balances)
        if unknown:
            lines += paragraph(
                f"* {number(unknown)} TPS tanpa jumlah pemilih; angkanya batas bawah.", width, "  ", "warning", first=""
            )
    return lines


def _notes(balances: Sequence[Balance], width: int) -> list[Line]:
    lines: list[Line] = []
    highest = min(balances, key=lambda balance: balance.region.level.depth)
    parts = [each for each in balances if each.region.level.depth == highest.region.level.depth + 1]
    lines += paragraph(_on_its_way(balances), width, style="dim") if _on_its_way(balances) else []
    is_counted = bool(parts) and all(each.request is not None for each in (highest, *parts))
    covered = gap(highest, parts).moved if is_counted and highest.movable is not None else 0
    if covered > 0:
        lines += paragraph(
            f"Permintaan per wilayah {number(covered)} lembar lebih banyak daripada permintaan keseluruhan: "
            "sebanyak itu tertutup bila kelebihan dipindahkan antarwilayah.",
            width,
            style="dim",
        )
    if any(balance.provisional and balance.request is not None for balance in balances):
        low = known(highest.request_low)
        lines += paragraph(
            f"* Sementara; permintaan keseluruhan paling sedikit {low}.", width, "  ", "warning", first=""
        )
    return lines


def _on_its_way(balances: Sequence[Balance]) -> str:
    """What came later and what letters have asked for, which no column shows; blank where there is neither."""
    told = []
    for label, figure in (("Susulan yang baik", "later"), ("Sudah diminta dan belum datang", "outstanding")):
        named = [f"{each.region} {number(sheets)}" for each in balances if (sheets := getattr(each, figure))]
        if named:
            told.append(f"{label}: {listed(named)}.")
    return " ".join([*told, "Sudah dikurangkan dari permintaan."]) if told else ""


def _revote(report: Report, width: int) -> list[Line]:
    balances = [balance for balance in report.balances if balance.stock is Stock.REVOTE]
    if not balances:
        return []
    title = [("Surat suara pemungutan suara ulang (PSU), stok terpisah", "title")]
    if all(balance.received is None for balance in balances):
        rules = listed([f"{short_title(each.election)} {known(each.required)} lembar" for each in balances], most=8)
        return [[], title, *paragraph(f"Menurut ketentuan: {rules}; belum dihitung.", width)]
    columns = (Column(("PSU",), is_text=True), Column(("Keten-", "tuan")), *_STOCK)
    body = [[short_title(each.election), known(each.required), *_stock_cells(each)] for each in balances]
    told = _on_its_way(balances)
    return [[], title, *table(columns, body, width), *(paragraph(told, width, style="dim") if told else [])]


def _findings(findings: Sequence[Finding], shown: Shown, width: int) -> list[Line]:
    if not findings:
        return []
    lines: list[Line] = [[], [("Temuan", "title")]]
    told: Counter[str] = Counter()
    on_stations = Counter(finding.code for finding in findings if _is_on_a_station(finding))
    for finding in findings:
        if _is_on_a_station(finding):
            told[finding.code] += 1
            left = on_stations[finding.code] - STATIONS_TOLD
            if shown.level is not Level.TPS and told[finding.code] > STATIONS_TOLD and left > 1:
                if told[finding.code] == on_stations[finding.code]:
                    lines.append([(f"  {number(left)} temuan {finding.code} lainnya: --level tps", "dim")])
                continue
        style = finding.severity.value
        place = str(finding.location) if finding.location else ""
        more = finding.count - 1
        others = f" (+{number(more)} tempat)" if more > 0 else ""
        lines.append([(f"{MARKS[finding.severity]} {finding.code}", style), (f"  {place}", "place"), (others, "dim")])
        lines += paragraph(finding.message, width, "  ")
        said, colon, pasted = finding.hint.partition(": alias.")
        lines += paragraph(said + colon[:1], width, "    ", "dim", first="  > ")
        lines += [[(f"    alias.{pasted}", "dim")]] if pasted else []  # a line to be pasted is never broken
    return lines


def _is_on_a_station(finding: Finding) -> bool:
    return finding.region is not None and finding.region.level is Level.TPS


def _request(report: Report) -> str:
    """The command that writes the letters for what was shown."""
    words = ["logistik request"]
    for option in ("kecamatan", "kelurahan"):
        if report.options.get(option):
            words.append(f"--{option} {slug(report.options[option])}")
    return " ".join([*words, *(f"--jenis {name}" for name in report.options.get("jenis") or ())])


def _close(report: Report, width: int) -> list[Line]:
    summary = report.summary
    counts = [
        f"{number(count)} {name}"
        for count, name in ((summary.errors, "galat"), (summary.warnings, "peringatan"), (summary.infos, "info"))
        if count
    ]
    left_out = aside.counts(report)
    said = (listed(counts) if counts else "Tidak ada temuan") + (f"; {left_out}." if left_out else ".")
    if summary.request is None:
        asked, step = "Permintaan belum diketahui.", "lengkapi stok yang belum dihitung, lalu audit lagi"
    elif summary.request:
        asked, step = f"Permintaan seluruhnya {number(summary.request)} lembar.", _request(report)
        if any(each.packed for each in report.balances) and any(map(_is_on_a_station, report.findings)):
            step = f"logistik transfer, lalu {step}"
    else:
        asked, step = "Tidak ada yang perlu diminta.", "simpan hasil ini untuk rapat"
    if report.findings:
        step += f"; penjelasan temuan: logistik rule {report.findings[0].code}"
    lines: list[Line] = [[]]
    lines += paragraph(f"{said} {asked}", width, style="total")
    lines += paragraph(f"Langkah berikut: {step}", width)
    return lines
