"""`logistik export`: the whole ledger as JSON Lines."""

from pathlib import Path

from logistik.cli.options import Output
from logistik.cli.output import deliver
from logistik.services.export import export as export_lines
from logistik.services.history import recorded_files, root_of


def export(output: Output = None) -> int:
    """Tulis seluruh ledger sebagai JSON Lines, satu catatan sebaris, untuk diperiksa tanpa logistik.

    Bentuknya dijelaskan di docs/ledger.md; docs/verify_ledger.py memeriksanya dengan Python saja.
    """
    root = root_of(Path.cwd())
    deliver(export_lines(root), output, lambda: None, recorded_files(root, output))
    return 0
