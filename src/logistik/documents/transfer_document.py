"""The work order for moving ballots as a document of blocks, which every format prints, and as JSON."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from logistik.core.regions import Region
from logistik.core.vocabulary import Level
from logistik.core.wording import long_date, number
from logistik.documents.annexes import NOT_A_SIGNATURE
from logistik.documents.blocks import (
    ORDINALS,
    Cell,
    Column,
    Content,
    Document,
    Facts,
    Head,
    Heading,
    Kind,
    Line,
    Notice,
    Numbered,
    Paper,
    Paragraph,
    Part,
    Remarks,
    Seal,
    Signatures,
    Table,
)
from logistik.documents.regions import region_title
from logistik.documents.transfer_model import (
    SCHEMA,
    WAREHOUSE,
    ElectionMoves,
    LeftAlone,
    Missing,
    Moved,
    Reason,
    Warehouse,
    WorkOrder,
)
from logistik.documents.words import OPEN, full_day

T = TypeVar("T")
_BOX = "☐"
_EMPTY = "*"
_UNIT = "lembar"
_NO_LEGAL_DOCUMENT = "Perintah kerja petugas gudang, bukan berita acara. Surat suara PSU tidak dipindahkan."
_HOW = (
    "Selesaikan langkah 1 sebelum langkah 2: gudang baru cukup setelah kelebihan TPS masuk.",
    "Hitung lembar saat diambil dan sekali lagi saat diterima, oleh orang lain; centang, lalu paraf.",
    "Jumlah tidak cocok atau kotak ternyata tersegel: jangan dipindahkan, tulis di catatan, lalu teruskan.",
    "Setelah selesai, perbaiki daftar pengesetan, lalu jalankan logistik audit dan logistik transfer lagi.",
)
_REASONS = {
    Reason.SEALED: (
        "Tersegel, tidak dibuka",
        "Pembukaan kotak ini keputusan KPU bersama Bawaslu, bukan petugas gudang.",
    ),
    Reason.DOUBTFUL: (
        "Hitung ulang dulu",
        "Isinya tercatat dengan angka yang berbeda atau tidak terbaca; tidak diambil dan tidak diisi sebelum dihitung.",
    ),
    Reason.VOTERS_UNKNOWN: (
        "Jumlah pemilih belum pasti",
        "Kebutuhan TPS ini belum diketahui dari DPT; tidak diambil dan tidak diisi.",
    ),
}


def transfer_document(order: WorkOrder) -> Document:
    """The work order: a first page that adds up, then for each election what is to be moved, step by step."""
    first: list[Content] = [Head(order.form.head)]
    if order.is_draft:
        doubtful = sum(len(each.left(Reason.DOUBTFUL)) for each in order.elections)
        first.append(
            Notice(f"DRAF: {number(doubtful)} kotak harus dihitung ulang dulu; setelah itu rencana ini dapat berubah.")
        )
    first += [*_opening(order), *_closing(order)]
    parts = [Part(each.election, each.title, tuple(_election(each))) for each in order.elections if not each.is_empty]
    return Document(
        name="transfer",
        title=f"Perintah Kerja Pemindahan Surat Suara, {region_title(order.region)}",
        author=order.form.head[0],
        parts=(Part("perintah-kerja", "Perintah kerja", tuple(first)), *parts),
        day=order.day,
        draft=order.is_draft,
        footer=f"Perintah kerja, {long_date(order.day)}  |  audit {order.audit[:12]}  |  ledger nomor {order.entry}",
        paper=Paper(order.form.paper),
    )


def as_json(order: WorkOrder) -> str:
    """The work order as the contract `logistik.transfer/1`."""
    said = {
        "schema": SCHEMA,
        "audit": order.audit,
        "region": order.region._asdict(),
        "draft": order.is_draft,
        "moves": [
            {
                "election": each.election,
                "from": _place(move.source),
                "to": _place(move.target),
                "sheets": move.sheets,
            }
            for each in order.elections
            for move in each.moves
        ],
        "uncovered": [
            {
                "election": each.election,
                "region": missing.region._asdict(),
                "sheets": missing.sheets,
                "voters": missing.voters,
                "reserve": missing.reserve,
            }
            for each in order.elections
            for missing in each.uncovered
        ],
        "left_alone": [
            {
                "election": each.election,
                "region": box.region._asdict(),
                "reason": box.reason.value,
                "counts": list(box.counts),
                "packed": box.packed,
                "required": box.required,
                "difference": box.difference,
            }
            for each in order.elections
            for box in each.left_alone
        ],
        "warehouse": [
            {
                "election": each.election,
                "stock": each.warehouse.stock,
                "packed": each.warehouse.packed,
                "elsewhere": each.warehouse.elsewhere,
                "rest": each.warehouse.rest,
                "in": each.warehouse.incoming,
                "out": each.warehouse.outgoing,
            }
            for each in order.elections
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def _place(region: Region | None) -> dict[str, Any] | str:
    return WAREHOUSE if region is None else region._asdict()


def _opening(order: WorkOrder) -> list[Content]:
    content: list[Content] = [
        Heading("PERINTAH KERJA PEMINDAHAN SURAT SUARA", level=1),
        Facts((("Wilayah", region_title(order.region)), ("Keadaan", full_day(order.day)))),
        Paragraph(_NO_LEGAL_DOCUMENT),
    ]
    if order.elections:
        content.append(_summary(order.elections))
    if not any(each.moves for each in order.elections):
        content.append(Paragraph("Tidak ada yang perlu dipindahkan."))
    missing = sum(missing.sheets for each in order.elections for missing in each.uncovered)
    if missing:
        content.append(
            Notice(
                f"{number(missing)} lembar belum tertutup, rinciannya di bawah; pastikan stok, lalu: logistik request"
            )
        )
    if order.region.level is Level.KOTA and order.elections:
        content += [Heading("Sisa gudang"), _warehouse(order.elections)]
    content += [Paragraph(note) for note in _notes(order)]
    return content


def _closing(order: WorkOrder) -> list[Content]:
    said = f"Catatan ledger nomor {order.entry}, keadaan {full_day(order.day)}"
    seal = Seal((said, f"Audit {order.audit}"), f"logistik audit {order.audit}", NOT_A_SIGNATURE)
    if not any(each.moves for each in order.elections):
        return [seal]
    people = ("Petugas gudang", "Penghitung kedua", f"Saksi, Bawaslu {order.city}".strip())
    return [
        Numbered("Cara kerja:", _HOW),
        Remarks("Catatan", height=2),
        Signatures(tuple((title, f"( {OPEN} )") for title in people)),
        seal,
    ]


def _notes(order: WorkOrder) -> list[str]:
    """What the figures rest on where the files leave it open."""
    notes = [f"{title}: daftar pengesetan belum memuat pemilihan ini." for title in order.unlisted]
    for each in order.elections:
        own = each.warehouse
        if own.rest is None:
            notes.append(
                f"{each.title}: stok baik belum diketahui, jadi sisa gudang dianggap tidak ada. Hitung dulu stoknya "
                "sebelum meminta."
            )
        elif own.rest < 0:
            notes.append(
                f"{each.title}: menurut catatan, yang dikemas {number(-own.rest)} lembar lebih banyak daripada stok "
                "baik dan susulan. Periksa keduanya; sisa gudang dianggap tidak ada."
            )
        if order.region.level is not Level.KOTA and own.outgoing > max(0, own.rest or 0):
            notes.append(f"{each.title}: gudang baru cukup setelah kelebihan TPS kecamatan lain masuk.")
    strays = [
        f"{number(each.warehouse.elsewhere)} lembar {each.title}"
        for each in order.elections
        if each.warehouse.elsewhere
    ]
    if strays:
        notes.append(
            f"Dikemas untuk TPS yang tidak ada di DPT: {', '.join(strays)}. Cari kotaknya; lembarnya belum dihitung "
            "sebagai sisa gudang."
        )
    return notes


def _summary(elections: Sequence[ElectionMoves]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Baris",)),
        Column(("Antar", "TPS")),
        Column(("Ke", "gudang")),
        Column(("Dari", "gudang")),
        Column(("Jumlah", _UNIT)),
        Column(("Belum", "tertutup")),
    )
    rows = tuple(Line((each.title, *_sums(each))) for each in elections)
    total = ("Jumlah", *(sum(column) for column in zip(*map(_sums, elections), strict=True)))
    return Table(columns, rows, total if len(rows) > 1 else None, "Ringkasan")


def _sums(each: ElectionMoves) -> tuple[int, ...]:
    """The rows to be done, the sheets between TPS, into the warehouse, out of it and together, and those missing."""
    between = sum(move.sheets for move in each.moves if move.source and move.target)
    incoming = sum(move.sheets for move in each.moves if move.target is None)
    outgoing = sum(move.sheets for move in each.moves if move.source is None)
    missing = sum(missing.sheets for missing in each.uncovered)
    return len(each.moves), between, incoming, outgoing, between + incoming + outgoing, missing


def _warehouse(elections: Sequence[ElectionMoves]) -> Table:
    columns = (
        Column(("Surat suara",), Kind.TEXT),
        Column(("Baik dan", "susulan")),
        Column(("Sudah", "dikemas")),
        Column(("Sisa",)),
        Column(("Masuk",)),
        Column(("Keluar",)),
        Column(("Sisa", "sesudah")),
    )
    rows = (Line((each.title, *_rest(each.warehouse))) for each in elections)
    return Table(columns, tuple(rows), None, "Sisa gudang")


def _rest(own: Warehouse) -> tuple[Cell, ...]:
    after = None if own.rest is None else own.rest + own.incoming - own.outgoing
    return own.stock, own.packed + own.elsewhere, own.rest, own.incoming, own.outgoing, after


def _election(each: ElectionMoves) -> list[Content]:
    content: list[Content] = [Heading(f"Surat suara {each.title}", level=1)]
    before = [move for move in each.moves if move.source is not None]
    after = [move for move in each.moves if move.source is None]
    for step, title, moves in ((1, "dari kotak TPS", before), (2, "dari gudang", after)):
        for kecamatan, own in _by(lambda move: _end(move).kecamatan or "", moves):
            content.append(Heading(f"Langkah {step}, {title}: Kecamatan {kecamatan}"))
            content.append(_moves(own, f"Langkah {step} {kecamatan}"))
    if any(move.is_first for move in each.moves):
        content.append(Paragraph(f"{_EMPTY} Kotak ini belum dikemas."))
    if each.uncovered:
        content += [
            Heading("Belum tertutup stok"),
            Paragraph("Untuk pemilih didahulukan di semua TPS, baru cadangan."),
            _uncovered(each.uncovered),
        ]
    for reason, (title, why) in _REASONS.items():
        if boxes := each.left(reason):
            content += [Heading(title), Paragraph(why), _left_alone(boxes, title)]
    return content


def _end(move: Moved) -> Region:
    """Where people go to for a move: the box that is opened first."""
    end = move.source or move.target
    if end is None:
        raise ValueError(move)
    return end


def _by(key: Callable[[T], str], items: Iterable[T]) -> list[tuple[str, list[T]]]:
    """The items by a key, in the order in which the keys first come."""
    found: dict[str, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return list(found.items())


def _moves(moves: Sequence[Moved], name: str) -> Table:
    columns = (
        ORDINALS,
        Column(("Dari",), Kind.TEXT),
        Column(("Ke",), Kind.TEXT),
        Column(("Lem-", "bar")),
        Column(("Di-", "ambil"), Kind.ORDINAL),
        Column(("Di-", "terima"), Kind.ORDINAL),
        Column(("Paraf",), Kind.TEXT),
    )
    rows, at = [], 0
    for kelurahan, own in _by(lambda move: _end(move).kelurahan or "", moves):
        rows.append(Line(("", kelurahan, "", sum(move.sheets for move in own), "", "", "")))
        for move in own:
            at += 1
            cells = (_from(move), _to(move), move.sheets, _BOX, _BOX, "")
            rows.append(Line((str(at), *cells), 1))
    return Table(columns, tuple(rows), ("", "Jumlah", "", sum(move.sheets for move in moves), "", "", ""), name)


def _from(move: Moved) -> str:
    return f"TPS {move.source.tps}" if move.source else "Gudang"


def _to(move: Moved) -> str:
    """The end of a move; its kelurahan only where that is another than the row stands under."""
    if move.target is None:
        return "Gudang"
    away = move.source is not None and move.source.kelurahan != move.target.kelurahan
    return f"TPS {move.target.tps}{f' {move.target.kelurahan}' if away else ''}{_EMPTY * move.is_first}"


def _uncovered(uncovered: Sequence[Missing]) -> Table:
    columns = (
        ORDINALS,
        Column(("Kecamatan / TPS",), Kind.TEXT),
        Column(("Kurang untuk", "pemilih")),
        Column(("Kurang", "cadangan")),
        Column(("Jumlah", "kurang")),
    )
    rows, at = [], 0
    for kecamatan, own in _by(lambda each: each.region.kecamatan or "", uncovered):
        rows.append(Line(("", kecamatan, *_lacking(own))))
        for each in own:
            at += 1
            rows.append(Line((str(at), f"TPS {each.region.tps} {each.region.kelurahan}", *_lacking([each])), 1))
    return Table(columns, tuple(rows), ("", "Jumlah", *_lacking(uncovered)), "Belum tertutup")


def _lacking(uncovered: Sequence[Missing]) -> tuple[int, int, int]:
    voters, reserve = sum(each.voters for each in uncovered), sum(each.reserve for each in uncovered)
    return voters, reserve, voters + reserve


def _left_alone(boxes: Sequence[LeftAlone], name: str) -> Table:
    columns = (
        ORDINALS,
        Column(("TPS",), Kind.TEXT),
        Column(("Kecamatan",), Kind.TEXT),
        Column(("Isi", "tercatat")),
        Column(("Kebutuhan",)),
        Column(("Selisih",)),
    )
    rows = (
        Line(
            (
                str(at),
                f"TPS {each.region.tps} {each.region.kelurahan}",
                each.region.kecamatan or "",
                _counts(each.counts),
                each.required,
                each.difference,
            )
        )
        for at, each in enumerate(boxes, 1)
    )
    return Table(columns, tuple(rows), None, name)


def _counts(counts: Sequence[int]) -> Cell:
    """What was written down: a figure, or all those that differ."""
    return " / ".join(map(number, counts)) if len(counts) > 1 else next(iter(counts), None)
