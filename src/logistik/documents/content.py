"""What a letter says, in order, as blocks; each format only lays them out."""

from dataclasses import dataclass

from logistik.core.regions import Region
from logistik.core.vocabulary import LEVEL_TITLES, Level, Stock
from logistik.core.wording import number
from logistik.documents.model import Letter, Row
from logistik.documents.words import OPEN, amount, long_day, or_open


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead, one line each, centred."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Right:
    """A line or block at the right: place and date, signature."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, aligned at the colon."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together as they are: an address."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered list, with a heading or none."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Heads (one string a line), rows, and under a rule the total."""

    heads: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The bridge from base to request: label, sign and sheets."""

    steps: tuple[tuple[str, int], ...]
    result: tuple[str, int]


Content = Head | Right | Facts | Block | Paragraph | Numbered | Table | Sum


def letter_content(letter: Letter, audit: str) -> list[Content]:
    """The letter from its head to the audit's hash, in the order of an Indonesian surat dinas."""
    content: list[Content] = [
        Head(letter.head),
        Right((f"{or_open(letter.place)}, {long_day(letter.day)}",)),
        Facts(
            (
                ("Nomor", OPEN),
                ("Sifat", letter.classification),
                ("Lampiran", or_open(letter.attachments)),
                ("Hal", subject(letter)),
            )
        ),
        Block(_address(letter)),
        Paragraph("Dengan hormat,"),
    ]
    if letter.provisional:
        low = "" if letter.request_low is None else f", paling sedikit {number(letter.request_low)} lembar"
        content.append(
            Paragraph(
                f"DRAF SEMENTARA: masih ada yang belum disortir atau belum diketahui{low}. Belum untuk ditandatangani."
            )
        )
    content += [
        Numbered("Berdasarkan:", letter.bases),
        Paragraph(_asking(letter)),
        _table(letter),
        Paragraph("Perhitungan permintaan (lembar):"),
        _bridge(letter),
        Paragraph(_made_of(letter)),
    ]
    content += [Paragraph(text) for text in _against_the_parts(letter)]
    if letter.coverable > 0:
        content.append(
            Paragraph(
                "Kebutuhan bersih seluruh kabupaten/kota lebih kecil dari permintaan ini: "
                f"{number(letter.coverable)} lembar dapat ditutup dari kelebihan di wilayah lain."
            )
        )
    content.append(
        Paragraph(
            "Surat suara yang rusak dan salah daerah disimpan terkunci dan akan dimusnahkan atau dikembalikan dengan "
            "berita acara, sehingga surat suara yang dapat dipakai tidak melebihi jumlah yang ditetapkan."
        )
    )
    if letter.delivery:
        content.append(Facts(letter.delivery))
    content += [
        Paragraph("Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih."),
        Right((f"{letter.signatory},", "", "", "", letter.signatory_name or f"( {OPEN} )")),
    ]
    if letter.copies:
        content.append(Numbered("Tembusan:", letter.copies))
    content.append(Paragraph(f"Audit {audit[:12]}. Angka di surat ini dapat dicocokkan dengan catatan audit tersebut."))
    return content


def _against_the_parts(letter: Letter) -> list[str]:
    """Why the request is not the sum of the rows' requests, where it is not."""
    covered = min(max(0, letter.movable), sum(row.surplus or 0 for row in letter.rows))
    above = max(0, letter.movable) - covered
    said = []
    if covered:
        said.append(
            f"Permintaan menurut wilayah berjumlah {number(covered)} lembar lebih banyak daripada ini; "
            "selisihnya ditutup dengan memindahkan kelebihan antarwilayah."
        )
    if above:
        said.append(
            f"Kebutuhan menurut wilayah berjumlah {number(above)} lembar di atas jumlah yang ditetapkan; "
            "bagian itu tidak diminta dan perlu keputusan baru."
        )
    if letter.movable < 0:
        said.append(f"{number(-letter.movable)} lembar dari jumlah yang ditetapkan belum dibagi ke wilayah.")
    return said


def subject(letter: Letter) -> str:
    """What the letter is about, in KPU's words: never "tambahan", since the decision is not exceeded."""
    whole = letter.whole
    parts = ["Pemenuhan Kekurangan Kirim"] if whole.short else []
    if whole.damaged or whole.swapped:
        named = " dan ".join(["Rusak"] * bool(whole.damaged) + ["Salah Daerah"] * bool(whole.swapped))
        parts.append(f"Penggantian yang {named}")
    kind = "Surat Suara Pemungutan Suara Ulang (PSU)" if letter.stock is Stock.REVOTE else "Surat Suara"
    detail = f" ({' dan '.join(parts)})" if parts else ""
    return f"Permintaan {kind} Pemilihan {letter.title}{detail}"


def _address(letter: Letter) -> tuple[str, ...]:
    lines = [f"Yth. {letter.recipient}"]
    if letter.through:
        lines.append(f"     melalui {letter.through}")
    return (*lines, "     di tempat")


def region_title(region: Region) -> str:
    """A region with its level: `Kecamatan Balikpapan Kota`."""
    name = region.name or "kabupaten/kota"
    if region.level is Level.KECAMATAN:
        return f"Kecamatan {name}"
    return f"Kelurahan/Desa {name}, Kecamatan {region.kecamatan}" if region.level is Level.KELURAHAN else name


def _asking(letter: Letter) -> str:
    kind = "surat suara pemungutan suara ulang (PSU)" if letter.stock is Stock.REVOTE else "surat suara"
    return (
        f"dan hasil penyortiran dan penghitungan {kind} di {region_title(letter.whole.region)}, bersama ini "
        f"disampaikan permintaan {kind} Pemilihan {letter.title} sebanyak {amount(letter.request)}, "
        "dengan rincian sebagai berikut:"
    )


def _shown(value: int | None) -> str:
    return "–" if value is None else number(value)


def _cells(row: Row) -> tuple[str, ...]:
    return tuple(
        _shown(value) for value in (row.base, row.received, row.short, row.good, row.damaged, row.swapped, row.request)
    )


def _table(letter: Letter) -> Table:
    level = LEVEL_TITLES[letter.rows[0].region.level]
    heads = (
        ("No",),
        (level,),
        ("Dasar",),
        ("Diterima",),
        ("Kurang", "kirim"),
        ("Baik",),
        ("Rusak",),
        ("Salah", "daerah"),
        ("Permin-", "taan"),
    )
    rows = tuple(
        (str(number_), row.region.name or "kabupaten/kota", *_cells(row)) for number_, row in enumerate(letter.rows, 1)
    )
    return Table(heads, rows, ("", letter.whole.region.name or "Jumlah", *_cells(letter.whole)))


def _bridge(letter: Letter) -> Sum:
    whole = letter.whole
    label = (
        "Jumlah yang ditetapkan (dipesan)"
        if whole.ordered is not None
        else "Kebutuhan menurut DPT dan cadangan per TPS"
    )
    steps: list[tuple[str, int]] = [(label, whole.base or 0)]
    usable = (whole.base or 0) - (whole.later or 0) - (whole.outstanding or 0) - letter.request
    sealed = " atau tersegel" if letter.stock is Stock.REVOTE else ""
    steps.append((f"dikurangi surat suara baik{sealed}", -usable))
    if whole.later:
        steps.append(("dikurangi susulan yang baik", -whole.later))
    if whole.outstanding:
        steps.append(("dikurangi yang sudah diminta dan belum datang", -whole.outstanding))
    return Sum(tuple(steps), ("Permintaan", letter.request))


def _made_of(letter: Letter) -> str:
    whole = letter.whole
    parts = [
        f"{name} {number(value)}"
        for name, value in (
            ("kurang kirim", whole.short),
            ("rusak", whole.damaged),
            ("salah daerah", whole.swapped),
            ("belum disortir", whole.unsorted),
        )
        if value
    ]
    return (
        f"Hasil hitung gudang: {', '.join(parts)} lembar."
        if parts
        else "Hasil hitung gudang terlampir di tabel di atas."
    )
