"""What was understood of the files, for people: each sheet's role, columns, first rows, what is left out, a map."""

from collections.abc import Sequence

from logistik.core.layout import Column, Line, paragraph, table
from logistik.core.vocabulary import ELECTION_TITLES, Field, Role
from logistik.core.wording import listed, number
from logistik.ingest.fields import COUNTS, word_for
from logistik.ingest.records import CellTrouble
from logistik.ingest.row_kinds import LeftOut, RowKind
from logistik.ingest.seen import ColumnSeen, FileSeen, SheetSeen, TableSeen, alias_lines
from logistik.ingest.stated_totals import ControlTotal
from logistik.ingest.suggestions import Candidates, Head, Suggestion
from logistik.ingest.table_reading import FirstRow
from logistik.render.inspection_notes import fact, notes
from logistik.render.inspection_words import ROLES, meaning, span, why, why_none
from logistik.render.sheet_map import draw

_MOST_TOTALS = 6
_MOST_PLACES = 6
_WIDEST_NAME = 18
_LACKS = {
    Field.KELURAHAN: "kelurahan/desa: tidak ada kolomnya dan tidak disebut di judul, jadi barisnya tidak dipakai",
    Field.ELECTION: "jenis pemilihan: tidak disebut di kolom, di judul kolom, di judul tabel, atau di nama lembar",
}
"""What is said where a table has no word for a field that its rows need."""


def render(files: Sequence[FileSeen], width: int, *, has_aliases: bool = False) -> list[Line]:
    """The whole inspection in lines of at most `width`; lines to be pasted are never broken."""
    lines: list[Line] = [[("APA YANG DIPAHAMI", "title")]]
    for file in files:
        lines += [[], [(file.path, "title")]]
        if file.error is not None:
            lines += paragraph(f"Tidak dapat dibaca: {file.error.message}", width, "  ", "error")
            lines += paragraph(file.error.hint, width, "    ", "dim", first="  > ")
        for sheet in file.sheets:
            lines += _sheet(sheet, width)
    return [*lines, *_settle(files, has_aliases=has_aliases), *_close(files, width)]


def _sheet(sheet: SheetSeen, width: int) -> list[Line]:
    is_none = sheet.is_blank or sheet.is_aside
    role = ROLES.get(sheet.role, sheet.role) if sheet.role else why_none(sheet) if is_none else "tidak dikenali"
    style = "head" if sheet.role else "dim" if is_none else "warning"
    hidden = " (tersembunyi)" if sheet.is_hidden else ""
    lines: list[Line] = [[], [(f"Lembar {sheet.grid.sheet}{hidden}: ", "head"), (role, style)]]
    lines += notes(sheet, width)
    if is_none:
        return lines
    if sheet.candidates is not None:
        lines += _without_table(sheet, sheet.candidates, width)
    elif sheet.is_by_name:
        lines += fact("Karena", why_none(sheet), width)
    several = len(sheet.tables) > 1
    for place, seen in enumerate(sheet.tables, 1):
        if several:
            lines += [[], [(f"  Tabel {place} dari {len(sheet.tables)}: {ROLES.get(seen.role, seen.role)}", "head")]]
        lines += _table(seen, width)
    lines += _left_out(sheet.left_out, width)
    drawn = draw(sheet, width)
    return [*lines, [], [("  Peta", "head")], *drawn] if drawn else lines


def _table(seen: TableSeen, width: int) -> list[Line]:
    lines = fact("Karena", why(seen), width)
    headed = f"kolom di baris {span(seen.header_rows)}" if seen.header_rows else "kolom disebut di logistik.toml"
    lines += fact("Judul", headed, width)
    if seen.shift:
        side = "kanan" if seen.shift > 0 else "kiri"
        lines += fact("Geser", f"angkanya berada {abs(seen.shift)} kolom di {side} judulnya", width, "warning")
    if seen.context:
        lines += fact("Konteks", f"dari judul di atasnya atau nama lembar: {_context(seen)}", width)
    unknown = f"; {number(seen.without_voters)} tanpa jumlah pemilih" if seen.without_voters else ""
    lines += fact("Data", f"{number(seen.data_rows)} baris{unknown}", width, "" if seen.data_rows else "warning")
    if seen.role is Role.PACKING and seen.has_voters:
        lines += fact("DPT", "pemilih di lembar ini dipakai hanya kalau tidak ada DPT lain", width)
    if seen.restored:
        said = f"{number(seen.restored)} angka yang berubah menjadi pecahan dibaca kembali sebagai ribuan"
        lines += fact("Ribuan", said, width, "warning")
    if seen.lacks:
        lines += fact("Kurang", listed([_LACKS[field] for field in seen.lacks]), width, "warning")
    if seen.needs_list:
        said = "kecamatan dan kelurahan baru dapat dibedakan dengan DPT; sebutkan juga berkas DPT-nya"
        lines += fact("Wilayah", said, width, "warning")
    if seen.troubles:
        cells = [_unusable(each) for each in seen.troubles]
        said = f"{number(len(cells))} tidak dapat dipakai sebagai hitungan: {listed(cells)}"
        lines += fact("Sel", said, width, "error")
    lines += [[], *_columns(seen.columns, width), *_unsettled(seen, width)]
    lines += _first_rows(seen, width)
    return [*lines, *_totals(seen.control_totals, width)]


def _unusable(each: CellTrouble) -> str:
    likely = "" if each.trouble.likely is None else f" (mungkin {number(each.trouble.likely)})"
    return f"{each.location.cell} '{each.trouble.raw}'{likely}"


def _context(seen: TableSeen) -> str:
    said = []
    for name, text in seen.context.items():
        shown = ELECTION_TITLES.get(text, text) if name == Field.ELECTION else text.upper() if text == "psu" else text
        said.append(f"{word_for(name)} {shown}")
    return listed(said)


def _columns(columns: Sequence[ColumnSeen], width: int) -> list[Line]:
    body = [
        [each.column.cell, each.column.header, meaning(each), _confidence(each), _because(each)] for each in columns
    ]
    heads = [Column((title,), is_text=title != "Yakin") for title in ("Sel", "Judul kolom", "Menjadi", "Yakin")]
    if any(row[-1] for row in body):
        heads.append(Column(("Keterangan",), is_text=True))
    return _indented(table(heads, [row[: len(heads)] for row in body], width - 2))


def _confidence(each: ColumnSeen) -> str:
    return f"{each.sureness.confidence:.0%}" if each.column.key else "–"


def _because(each: ColumnSeen) -> str:
    if each.is_personal:
        return "tidak dipakai; data pribadi"
    if each.is_doubled:
        return "rangkap; yang pertama yang dipakai"
    if each.column.key is not None:
        return "" if each.sureness.confidence == 1 else each.sureness.because
    near = [f"{near.meaning} ({near.likeness:.0%})" for near in each.head.near] if each.head else []
    return f"tidak dipakai; mirip {' atau '.join(near)}" if near else "tidak dipakai"


def _indented(lines: Sequence[Line]) -> list[Line]:
    return [[("  ", ""), *line] for line in lines]


def _first_rows(seen: TableSeen, width: int) -> list[Line]:
    """The first rows as read, in as many tables beside each other as the width needs, each with the row's number."""
    if not seen.first:
        return []
    order = {each.column.key.name: each.column.position for each in reversed(seen.columns) if each.column.key}
    order |= {each.column.key.category.lower(): each.column.position for each in seen.columns
              if each.column.key and each.column.key.category}  # fmt: skip
    names = [name for name in dict.fromkeys(name for row in seen.first for name in row.values) if _is_used(name, seen)]
    names.sort(key=lambda name: order.get(name, -1))
    columns = [_values(name, seen.first) for name in names]
    lines: list[Line] = [[], [("  Baris pertama, sebagaimana dibaca", "head")]]
    rows = [number(row.row + 1) for row in seen.first]
    start = 0
    while start < len(columns):
        end, room = start, width - 2 - max(5, *map(len, rows))
        while end < len(columns) and (end == start or _width(*columns[end]) + 2 <= room):
            room -= _width(*columns[end]) + 2
            end += 1
        some = columns[start:end]
        body = [[row, *(values[at] for _, values in some)] for at, row in enumerate(rows)]
        lines += [[]] if start else []
        lines += _indented(table((Column(("Baris",)), *(column for column, _ in some)), body, width - 2))
        start = end
    return lines


def _is_used(name: str, seen: TableSeen) -> bool:
    """Whether a field has a value in one of the rows, or a column of its own."""
    return any(row.values.get(name) not in (None, "") for row in seen.first) or any(
        each.column.key is not None and each.column.key.name == name for each in seen.columns
    )


def _values(name: str, rows: Sequence[FirstRow]) -> tuple[Column, list[str]]:
    is_count = name in {*COUNTS, Field.STATION_COUNT, Field.CARTON_COUNT} or name not in tuple(Field)
    texts = []
    for row in rows:
        value = row.values.get(name)
        texts.append("–" if value in (None, "") else number(value) if isinstance(value, int) else str(value))
    title = word_for(name) if name in tuple(Field) else name
    first, _, rest = title.partition(" ")
    cut = [text if len(text) <= _WIDEST_NAME else text[: _WIDEST_NAME - 1] + "…" for text in texts]
    return Column((first, rest) if rest else (first,), is_text=not is_count), cut


def _width(column: Column, texts: Sequence[str]) -> int:
    return max(map(len, (*column.head, *texts)))


def _totals(totals: Sequence[ControlTotal], width: int) -> list[Line]:
    if not totals:
        return []
    wrong = [total for total in totals if not total.agrees]
    said = f"{number(len(totals))} baris jumlah; " + (
        f"{number(len(wrong))} berbeda dari barisnya" if wrong else "tidak ada yang berbeda dari barisnya"
    )
    lines: list[Line] = [[], [("  Jumlah yang dicocokkan", "head")]]
    lines += paragraph(said, width, "  ", "error" if wrong else "")
    shown = sorted([*wrong, *(total for total in totals if total.agrees)][:_MOST_TOTALS], key=lambda total: total.row)
    for total in shown:
        figures = [
            f"{each.header} {number(each.stated)}"
            + ("" if each.computed == each.stated else f" (hitungan {_computed(each.computed)})")
            for each in total.figures
            if total.agrees or each.computed != each.stated
        ]
        first = f"  Baris {number(total.row + 1)} {total.label}: "
        style = "" if total.agrees else "error"
        lines += paragraph(first.strip() + " " + listed(figures, most=4), width, "    ", style, first="  ")
    if len(totals) > len(shown):
        lines.append([(f"  … dan {number(len(totals) - len(shown))} baris jumlah lagi", "dim")])
    return lines


def _computed(value: int | None) -> str:
    return "tidak pasti" if value is None else number(value)


def _left_out(found: Sequence[LeftOut], width: int) -> list[Line]:
    if not found:
        return []
    reasons: dict[tuple[RowKind, str], list[LeftOut]] = {}
    for each in found:
        reasons.setdefault((each.kind, each.reason), []).append(each)
    lines: list[Line] = [[], [("  Tidak ikut sebagai data", "head")]]
    for (kind, reason), places in reasons.items():
        rows = listed([each.rows for each in places], most=_MOST_PLACES)
        style = "error" if kind is RowKind.STRAY else ""
        lines += paragraph(f"baris {rows}: {reason}", width, "    ", style, first="  ")
    return lines


def _without_table(sheet: SheetSeen, found: Candidates, width: int) -> list[Line]:
    lines = fact("Karena", why_none(sheet), width)
    looked = (
        "DPT: kelurahan/desa, tps, jumlah pemilih (atau laki-laki dan perempuan); stok: diterima (atau baik) dan "
        "satu hitungan lain atau wilayah; koli: no koli dan isi label; pengesetan: tps dan satu kolom per pemilihan; "
        "rekap: wilayah dan jumlah pemilih"
    )
    lines += fact("Dicari", looked, width)
    if not found.rows:
        said = "kalau lembar ini memang tabel tanpa judul kolom, sebutkan kolomnya di [[tanpa_judul]] logistik.toml"
        return lines + fact("Saran", said, width)
    for place, (role, lack) in enumerate(found.lacks):
        label = "" if place else "Kurang"
        lines += fact(label, f"untuk {ROLES.get(role, role)}: {lack or 'susunannya'}", width)
    heads = [Column((title,), is_text=True) for title in ("Sel", "Judul kolom", "Isi", "Mungkin")]
    body = [[each.cell, each.text, "angka" if each.holds_numbers else "teks", _candidate(each)] for each in found.heads]
    if body:
        lines += [[], *_indented(table(heads, body, width - 2))]
    for tried, reason in found.refused:
        lines += fact("Dicoba", f"{listed([line.toml for line in tried.lines])}: belum menjadi "
                       f"{ROLES[tried.role]}, karena {reason}", width)  # fmt: skip
    if found.suggestion is None:
        lines += fact("Saran", "tidak ada baris logistik.toml yang dapat menjadikannya tabel: kolom yang kurang itu "
                       "memang tidak ada di lembar ini, atau isinya tidak cocok", width)  # fmt: skip
    else:
        lines += fact("Saran", f"dapat dibaca sebagai {ROLES[found.suggestion.role]} dengan baris logistik.toml di "
                       f"bawah ini{_caution(found.suggestion)}", width)  # fmt: skip
    return lines


def _caution(made: Suggestion) -> str:
    return "; rekap tidak menggantikan DPT, cadangan dihitung per TPS" if made.role is Role.RECAP else ""


def _candidate(head: Head) -> str:
    if head.field is not None:
        return word_for(head.field)
    near = [f"{near.meaning} ({near.likeness:.0%})" for near in head.near]
    return f"mirip {' atau '.join(near)}" if near else "tidak ada yang mirip"


def _settle(files: Sequence[FileSeen], *, has_aliases: bool) -> list[Line]:
    """The lines for `logistik.toml`, whole and at the margin, so that they can be pasted."""
    settling = alias_lines(files)
    lines: list[Line] = []
    if settling:
        where = "Tambahkan di bawah [alias.kolom] di logistik.toml" if has_aliases else "Tempel di akhir logistik.toml"
        lines += [[], [(f"{where}, sesudah artinya dipastikan:", "title")], []]
        lines += [] if has_aliases else [[("[alias.kolom]", "place")]]
        for line in settling:
            if line.likeness is None:
                lines.append([("# Tebakan dari letaknya, bukan dari katanya; pastikan artinya:", "warning")])
            lines.append([(line.toml, "place")])
    return lines


def _unsettled(seen: TableSeen, width: int) -> list[Line]:
    """Columns of numbers that may be sheets and that no word is like: only a person can say what they are."""
    columns = [each.column for each in seen.unknown_counts if each.line is None]
    if not columns:
        return []
    names = listed([f"'{column.header}' ({column.cell})" for column in columns])
    if seen.role is Role.PACKING:
        meant = "Kalau itu surat suara yang dikemas, tulis pemilihannya di [alias.kolom], misalnya gubernur."
    else:
        meant = f"Kalau ikut dihitung, tulis artinya sendiri di [alias.kolom]: {listed(_stock_words(), most=20)}."
    said = (
        f"Kolom {names} berisi angka, tetapi tidak mirip kolom yang dikenal; tidak ada baris yang dapat disarankan. "
        f"{meant}"
    )
    return paragraph(said, width, "  ", "warning")


def _stock_words() -> list[str]:
    return [
        word_for(field)
        for field in (Field.RECEIVED, Field.GOOD, Field.DAMAGED, Field.SWAPPED, Field.UNSORTED, Field.LATER)
    ]


def _close(files: Sequence[FileSeen], width: int) -> list[Line]:
    sheets = [sheet for file in files for sheet in file.sheets]
    roles = [sheet.role for sheet in sheets]
    counts = [f"{roles.count(role)} lembar {ROLES.get(role, role)}" for role in dict.fromkeys(roles) if role]
    missed = sum(not sheet.is_understood for sheet in sheets)
    unread = sum(file.error is not None for file in files)
    persons = sum(bool(sheet.personal) for sheet in sheets)
    is_unfilled = bool(counts) and not any(table.data_rows for sheet in sheets for table in sheet.tables)
    said = listed(counts) if counts else "Tidak ada lembar yang dikenali"
    said += f"; {missed} lembar belum seluruhnya dikenali" if missed else ""
    said += f"; {unread} berkas tidak dapat dibaca" if unread else ""
    said += f"; {persons} lembar memuat data pribadi" if persons else ""
    if alias_lines(files):
        step = "tempel baris di atas ke logistik.toml, lalu lihat lagi"
    elif missed or unread or not counts:
        step = "perbaiki yang belum dikenali, lalu lihat lagi"
    elif is_unfilled:
        step = "isi baris datanya, lalu lihat lagi"
    else:
        step = "logistik audit dengan berkas yang sama"
    return [[], *paragraph(f"{said}.", width, style="total"), *paragraph(f"Langkah berikut: {step}", width)]
