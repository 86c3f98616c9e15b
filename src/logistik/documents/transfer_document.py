"""The work order for moving ballots as a document of blocks, which every format prints."""

from collections.abc import Sequence

from logistik.core.vocabulary import Level
from logistik.core.wording import long_date, number
from logistik.documents.annexes import NOT_A_SIGNATURE
from logistik.documents.blocks import (
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
from logistik.documents.transfer_lists import election_content
from logistik.documents.transfer_model import (
    ElectionMoves,
    Reason,
    Warehouse,
    WorkOrder,
)
from logistik.documents.words import OPEN, full_day

_UNIT = "lembar"
_NO_LEGAL_DOCUMENT = "Perintah kerja petugas gudang, bukan berita acara. Surat suara PSU tidak dipindahkan."
_HOW = (
    "Selesaikan langkah 1 sebelum langkah 2: gudang baru cukup setelah kelebihan TPS masuk.",
    "Hitung lembar saat diambil dan sekali lagi saat diterima, oleh orang lain; centang, lalu paraf.",
    "Jumlah tidak cocok atau kotak ternyata tersegel: jangan dipindahkan, tulis di catatan, lalu teruskan.",
    "Setelah selesai, perbaiki daftar pengesetan, lalu jalankan logistik audit dan logistik transfer lagi.",
)


def transfer_document(order: WorkOrder) -> Document:
    """The work order: a first page that adds up, then for each election what is to be moved, step by step."""
    first: list[Content] = [Head(order.form.head)]
    if order.is_draft:
        doubtful = sum(len(each.left(Reason.DOUBTFUL)) for each in order.elections)
        first.append(
            Notice(f"DRAF: {number(doubtful)} kotak harus dihitung ulang dulu; setelah itu rencana ini dapat berubah.")
        )
    first += [*_opening(order), *_closing(order)]
    parts = [
        Part(each.election, each.title, tuple(election_content(each))) for each in order.elections if not each.is_empty
    ]
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
