"""The minutes of handing the ballots of a kecamatan over to its PPK: its need, and room for what is handed over."""

from collections.abc import Sequence

from logistik.documents.blocks import ORDINALS, Cell, Column, Content, Facts, Heading, Kind, Line, Paragraph, Table
from logistik.documents.minutes import closing, figure, numbered, opening
from logistik.documents.minutes_model import Minutes, Needed
from logistik.documents.regions import region_title
from logistik.documents.words import OPEN

_BY_HAND = (
    "Kolom Diserahkan diisi dengan tangan menurut hasil pengesetan: jumlah lembar baru diketahui setelah surat suara "
    "dikemas per TPS."
)
_AS_PACKED = (
    "Kolom Diserahkan adalah jumlah lembar di dalam kotak TPS menurut daftar pengesetan; cocokkan lagi sebelum "
    "ditandatangani."
)
_NOT_PACKED = "Tanda – berarti masih ada TPS yang belum dikemas; jumlahnya diisi setelah pengesetan selesai."
_NO_REVOTE = (
    "Surat suara pemungutan suara ulang (PSU) tidak diserahkan dengan berita acara ini; tetap disimpan oleh "
    "penyelenggara yang menetapkannya dan hanya dipakai untuk pemungutan suara ulang."
)


def handover_content(minutes: Minutes) -> list[Content]:
    """The body: for each election a table of kelurahan, the goods that are counted by hand, and both who sign."""
    kecamatan = region_title(minutes.region)
    receiver = f"Panitia Pemilihan {kecamatan}"
    sender = minutes.form.signatory
    content: list[Content] = [
        Heading("BERITA ACARA SERAH TERIMA SURAT SUARA", level=1),
        numbered(minutes.number),
        opening(
            minutes.form,
            minutes.day,
            f"{sender} menyerahkan kepada {receiver} dan {receiver} menerima surat suara untuk {kecamatan} "
            "sebagai berikut:",
        ),
    ]
    for election in dict.fromkeys(each.election for each in minutes.needed):
        own = [each for each in minutes.needed if each.election == election]
        content += [Heading(f"Pemilihan {own[0].title}"), _table(own, minutes)]
    return [
        *content,
        Paragraph(_delivery(minutes)),
        Facts((("Jumlah koli", OPEN), ("Jumlah kotak suara", OPEN), ("Keadaan segel", OPEN))),
        Paragraph(_NO_REVOTE),
        *closing(
            minutes.city,
            (f"Yang menyerahkan, {sender}", minutes.form.signatory_name),
            (f"Yang menerima, Ketua {receiver}", ""),
        ),
    ]


def _delivery(minutes: Minutes) -> str:
    """Where the column of what is handed over comes from."""
    if not minutes.is_packed:
        return _BY_HAND
    is_whole = all(each.delivered is not None for each in minutes.needed)
    return _AS_PACKED if is_whole else f"{_AS_PACKED} {_NOT_PACKED}"


def _table(needed: Sequence[Needed], minutes: Minutes) -> Table:
    columns = (
        ORDINALS,
        Column(("Kelurahan/Desa",), Kind.TEXT),
        Column(("TPS",)),
        Column(("Pemilih", "(DPT)")),
        Column(("Cadangan",)),
        Column(("Kebutuhan",)),
        Column(("Diserahkan",)),
    )
    whole = next(each for each in needed if each.region == minutes.region)
    parts = [each for each in needed if each.region != minutes.region]
    rows = tuple(
        Line((str(at), each.region.name or "", *_cells(each, minutes)))
        for at, each in enumerate(parts, 1)
    )  # fmt: skip
    return Table(
        columns, rows, ("", minutes.region.name or "Jumlah", *_cells(whole, minutes)), f"Serah terima {whole.title}"
    )


def _cells(each: Needed, minutes: Minutes) -> tuple[Cell, ...]:
    known = map(figure, (each.polling_stations, each.voters, each.reserve, each.required))
    return *known, each.delivered if minutes.is_packed else ""
