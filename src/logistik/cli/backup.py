"""`logistik backup`: the record in one file, to be kept elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from logistik.cli.options import Quiet
from logistik.cli.output import say
from logistik.core.wording import listed, number
from logistik.services.backup import back_up
from logistik.services.history import root_of


def backup(
    file: Annotated[
        str,
        typer.Argument(
            metavar="BERKAS",
            help=".db: ledger saja; .zip: ledger beserta surat, pindaian, dan salinan berkasnya.",
            show_default=False,
        ),
    ],
    quiet: Quiet = False,
) -> int:
    """Simpan salinan ledger yang utuh ke berkas baru, dan periksa salinan itu."""
    folder = Path.cwd()
    done = back_up(root_of(folder), folder / file)
    with_files = f" dan {number(len(done.files))} berkas" if done.files else ""
    say(f"Tersimpan di {file}: {number(done.entries)} catatan{with_files}; rantainya utuh.", quiet=quiet)
    if done.left_out:
        say(f"Tidak ikut, karena hilang atau di luar folder kerja: {listed(done.left_out)}.", quiet=quiet)
    say(f"Jangkar catatan nomor {done.head.number}: {done.head.anchor}", quiet=quiet)
    return 0
