"""A letter of invented figures: what a template is tried with."""

from datetime import date

from logistik.core.regions import Region
from logistik.core.vocabulary import Level, Stock
from logistik.documents.model import Adjustment, Basis, Form, Letter, Row

_DAY = date(2024, 11, 13)
_KOTA = Region(Level.KOTA, "Kota Contoh", "Provinsi Contoh", "Kota Contoh", None, None, None, None)


def example_letter(*, provisional: bool = False) -> Letter:
    """A city's letter for 53 sheets out of 1,000, with all that a letter can have."""
    rows = (_row(_part("Utara"), 600, 30, 4), _row(_part("Selatan"), 400, 20, 1))
    whole = _row(_KOTA, 1000, 48, 5)
    return Letter(
        election="gubernur",
        title="Gubernur dan Wakil Gubernur",
        stock=Stock.VOTING,
        number="",
        day=_DAY,
        sender="KPU Kota Contoh",
        recipient="Ketua KPU Provinsi Contoh",
        through="Pejabat Pembuat Komitmen KPU Kota Contoh",
        copies=("Ketua Bawaslu Kota Contoh", "Kepala Kepolisian Resor Kota Contoh"),
        whole=whole,
        rows=rows,
        details=rows,
        adjustments=(Adjustment("Ditutup antarwilayah", -2, "Contoh penjelasan selisih 2 lembar."),),
        damage=(),
        request=53,
        request_low=50 if provisional else 53,
        movable=2,
        provisional=provisional,
        coverable=0,
        net=53,
        bases=("Contoh dasar pertama", "Contoh dasar kedua Nomor 1 tanggal 1 Oktober 2024"),
        minutes=(),
        form=Form(
            head=("KPU KOTA CONTOH", "Jalan Contoh Nomor 1"),
            place="Contoh",
            signatory="Ketua KPU Kota Contoh",
            signatory_name="Nama Contoh",
            classification="Segera",
            attachments="4 (empat) lampiran",
            delivery=(("Tempat pengiriman", "Gudang Contoh"), ("Paling lambat", ""), ("Narahubung", "")),
            paper="A4",
        ),
        basis=Basis("logistik", "pilkada-2024", "Contoh", _DAY, (), (), (), (), (), ()),
        missing=(),
    )


def _part(name: str) -> Region:
    return Region(Level.KECAMATAN, name, "Provinsi Contoh", "Kota Contoh", None, name, None, None)


def _row(region: Region, base: int, short: int, damaged: int) -> Row:
    good = base - short - damaged
    return Row(
        region, base, base, base, base, base - short, good, 0, damaged, 0, 0, 0, 0, short, 0, short + damaged
    )  # fmt: skip
