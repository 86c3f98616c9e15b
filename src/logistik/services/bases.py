"""The documents that a letter rests on: confirmed law, and the office's own decisions, contracts and minutes."""

from typing import NamedTuple

from logistik.core.office import Dasar, DasarKind, Office
from logistik.core.rules import RuleSet
from logistik.core.wording import long_date
from logistik.documents.model import Missing
from logistik.documents.words import OPEN, or_open

_EXPECTED: dict[DasarKind, str] = {
    "keputusan": "Keputusan penetapan jumlah surat suara",
    "dpt": "Berita acara penetapan daftar pemilih tetap",
    "kontrak": "Kontrak atau surat pesanan pengadaan surat suara",
    "surat-jalan": "Surat jalan pengiriman surat suara",
    "sortir": "Berita acara hasil penyortiran surat suara",
    "serah-terima": "Berita acara serah terima surat suara kepada Panitia Pemilihan Kecamatan",
}


class Bases(NamedTuple):
    """The list of a letter's "dasar", the signed minutes of sorting among it, and what was not configured."""

    texts: tuple[str, ...]
    minutes: tuple[str, ...]
    missing: tuple[Missing, ...]


def bases_of(election: str, office: Office, rules: RuleSet, *, is_city: bool, to_printer: bool) -> Bases:
    """Confirmed law, then the office's documents for an election in their usual order; nothing that is only assumed.

    A city's letter names the decision, the roll, the delivery note and the minutes of sorting, and to the printer the
    contract; a kecamatan's the decision, the roll and the handover. What the office did not configure is a dotted line.
    """
    laws = [basis.text for basis in rules.legal_bases if basis.status == "confirmed"]
    own = [each for each in office.dasar if each.pemilihan in ("", election)]
    expected: list[DasarKind] = ["keputusan", "dpt"]
    expected += ["surat-jalan", "sortir"] if is_city else ["serah-terima"]
    if is_city and to_printer:
        expected.insert(2, "kontrak")
    texts: list[str] = []
    missing: list[Missing] = []
    for kind, title in _EXPECTED.items():
        found = [each for each in own if each.kind == kind]
        texts += map(_document, found)
        if not found and kind in expected:
            texts.append(f"{title} Nomor {OPEN} tanggal {OPEN}")
            missing.append(Missing(title, f'[[dasar]] jenis = "{kind}"'))
    missing += [
        Missing(f"Nomor atau tanggal: {each.uraian}", "[[dasar]]") for each in own if not each.nomor or not each.tanggal
    ]
    texts += [_document(each) for each in own if each.kind == "lain"]
    signed = [each for each in own if each.kind == "sortir" and each.nomor and each.tanggal]
    return Bases((*laws, *texts), tuple(map(_document, signed)), tuple(missing))


def _document(basis: Dasar) -> str:
    day = long_date(basis.tanggal) if basis.tanggal else OPEN
    return f"{basis.uraian} Nomor {or_open(basis.nomor)} tanggal {day}"
