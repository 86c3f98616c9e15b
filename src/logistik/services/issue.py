"""A letter leaves the office: recorded once, its content frozen, its number unique."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from logistik.core.codes import code_of
from logistik.core.correspondence import is_same_number
from logistik.core.errors import LogistikError
from logistik.core.office import Office
from logistik.core.report import Report
from logistik.core.vocabulary import Level, Stock
from logistik.core.wording import number
from logistik.documents.model import Letter, Request
from logistik.ledger.chain import Entry
from logistik.ledger.store import Ledger
from logistik.readers.source import read_bytes
from logistik.services.keeping import FILES, INPUTS, keep, keep_inputs
from logistik.services.letters import ISSUE, KINDS, Known, content_hash, known_from
from logistik.services.payloads import payload_of


class OvertakenError(LogistikError):
    """Another letter was recorded between the audit and this one: the audit has to be made again, then it may go."""


def plain(letter: Letter) -> dict[str, Any]:
    """A letter as the plain data that the ledger keeps and hashes."""
    data: dict[str, Any] = json.loads(json.dumps(_named(letter), ensure_ascii=False, default=_text))
    return data


def _named(value: Any) -> Any:
    """Dataclasses and NamedTuples as tables with their keys."""
    if hasattr(value, "__dataclass_fields__"):
        return {name: _named(getattr(value, name)) for name in value.__dataclass_fields__}
    if hasattr(value, "_asdict"):
        return {name: _named(each) for name, each in value._asdict().items()}
    return [_named(each) for each in value] if isinstance(value, tuple) else value


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def code_for(letter: Letter) -> str:
    """The code that stands on every page of an issued letter: the beginning of its content's hash."""
    return code_of(content_hash(plain(letter)))


def the_letter(request: Request) -> Letter:
    """The one letter of a request; LogistikError if there are several or none."""
    if len(request.letters) == 1:
        return request.letters[0]
    if not request.letters:
        raise LogistikError("Tidak ada surat yang dapat dikeluarkan.", hint="Lihat: logistik request")
    names = ", ".join(letter.name for letter in request.letters)
    raise LogistikError(
        f"Ada {len(request.letters)} surat ({names}); hanya satu yang dapat dikeluarkan sekali jalan.",
        hint="Pilih dengan --jenis, dan kalau perlu --peruntukan pemilihan atau psu.",
    )


def prepared(letter: Letter, office: Office, number_: str, day: date | None, *, despite_surplus: bool) -> Letter:
    """The letter with its number and date, if it may leave the office.

    Raises:
        LogistikError: it is provisional, asks for more than the decision allows, or is a kecamatan's request above
            what the kabupaten/kota lacks in all.
    """
    if letter.provisional:
        raise LogistikError(
            "Surat ini masih DRAF: ada yang belum disortir atau belum diketahui, jadi belum dapat dikeluarkan.",
            hint="Selesaikan sortir dan DPT-nya, jalankan audit lagi, lalu ulangi.",
        )
    _within_the_decision(letter, office)
    if letter.whole.region.level is not Level.KOTA and not despite_surplus:
        _within_the_net_need(letter)
    missing = tuple(each for each in letter.missing if not (number_ and each.what == "Nomor surat"))
    return replace(letter, number=number_, day=day or letter.day, missing=missing)


def _within_the_decision(letter: Letter, office: Office) -> None:
    controls = office.kendali
    if controls is None or letter.whole.region.level is not Level.KOTA:
        return
    fixed = (controls.psu if letter.stock is Stock.REVOTE else controls.surat_suara).get(letter.election)
    base = letter.whole.base or 0  # a letter asks for something, so its base is known
    if fixed is not None and base > fixed.jumlah:
        raise LogistikError(
            f"Dasar permintaan {number(base)} lembar di atas jumlah yang ditetapkan, "
            f"{number(fixed.jumlah)} lembar; surat tidak dapat dikeluarkan.",
            hint="Periksa Dipesan di berkas stok dan [kendali] logistik.toml; yang di atas ketetapan perlu keputusan "
            "baru.",
        )


def _within_the_net_need(letter: Letter) -> None:
    if letter.net is not None and letter.request > letter.net:
        raise LogistikError(
            f"Permintaan {number(letter.request)} lembar lebih banyak daripada kebutuhan bersih kabupaten/kota, "
            f"{number(letter.net)} lembar; selisihnya dapat ditutup dari kelebihan di wilayah lain.",
            hint="Kalau surat ini tetap harus keluar, tambahkan --despite-surplus.",
        )


def issue(
    root: Path,
    letter: Letter,
    report: Report,
    files: Mapping[Path, bytes],
    now: datetime,
    *,
    despite_surplus: bool,
    template: Path | None = None,
) -> Entry:
    """Record a letter as issued, with copies of its files and of the inputs behind it, its Word template too.

    Raises:
        OvertakenError: another letter was recorded since the audit.
        LogistikError: the number is taken, an input changed, or nothing can be written.
    """
    content = plain(letter)
    digest = content_hash(content)
    inputs = keep_inputs(root, letter.basis.inputs)
    if template is not None:
        inputs += (keep(root, INPUTS, template, read_bytes(template, template.name)),)
    kept = [keep(root, FILES, path, each) for path, each in files.items()]

    def compose(entries: Sequence[Entry]) -> str:
        known = known_from(entries)
        if known.through != report.letters_through:
            raise OvertakenError("Surat lain dicatat sejak audit ini, jadi jumlahnya mungkin sudah diminta.", "Ulangi.")
        refuse_number(letter.number, known)
        return payload_of(
            {
                "audit": letter.basis.audit,
                "code": code_of(digest),
                "content": digest,
                "number": letter.number or None,
                "date": letter.day.isoformat(),
                "despite_surplus": despite_surplus,
                "letter": content,
                "files": [each._asdict() for each in kept],
                "inputs": [each._asdict() for each in inputs],
            }
        )

    return Ledger(root).append(ISSUE, compose, now, KINDS)


def refuse_number(number_: str, known: Known) -> None:
    """LogistikError where another letter has the number, also one that was cancelled."""
    taken = next((each for each in known.letters if number_ and is_same_number(each.number, number_)), None)
    if taken is not None:
        raise LogistikError(
            f"Nomor {number_} sudah dipakai surat lain (kode {taken.issued.code}).",
            hint="Satu nomor untuk satu surat, juga kalau surat itu dibatalkan.",
        )
