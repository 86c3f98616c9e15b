"""The lists of a work order for one election: what moves, step by step, what is missing, which boxes stay closed."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from logistik.core.regions import Region
from logistik.core.wording import number
from logistik.documents.blocks import ORDINALS, Cell, Column, Content, Heading, Kind, Line, Paragraph, Table
from logistik.documents.transfer_model import ElectionMoves, LeftAlone, Missing, Moved, Reason

T = TypeVar("T")
_BOX = "☐"
_EMPTY = "*"
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


def election_content(each: ElectionMoves) -> list[Content]:
    """All lists of an election that have a row."""
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
        Column(("Paraf",), Kind.OPEN),
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
