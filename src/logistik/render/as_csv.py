"""The balances as CSV: one row per region, election and stock, for Excel or for typing into Silog."""

import csv
import io
import re

from logistik.core.balances import Balance
from logistik.core.report import Report
from logistik.render.shown import Shown

_FORMULA = re.compile("(^|[;\t\r\n])(?=[=+\\-@\t\r\n＝＋－＠])")
"""Where a spreadsheet would begin a formula: also after a `;`, at which Excel splits in Indonesian settings."""

_REGION = ("level", "provinsi", "kota", "dapil", "kecamatan", "kelurahan", "tps")
_FIGURES = tuple(name for name in Balance._fields if name != "region")


def render(report: Report, _: Shown) -> str:
    """CSV with a header row; unknown figures are blank, names never become formulas."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow((*_REGION, *_FIGURES))
    for balance in report.balances:
        names = (getattr(balance.region, name) for name in _REGION)
        figures = (getattr(balance, name) for name in _FIGURES)
        writer.writerow([_safe(value) for value in (*names, *figures)])
    return buffer.getvalue()


def _safe(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _FORMULA.sub(r"\1'", value) if isinstance(value, str) else value
