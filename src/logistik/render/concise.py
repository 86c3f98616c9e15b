"""One finding a line, in the order of the sheets: for `grep`, `wc -l` and a walk through the workbook."""

from logistik.core.findings import Finding
from logistik.core.layout import one_line
from logistik.core.places import cell_position
from logistik.core.report import Report
from logistik.core.wording import number
from logistik.render.shown import Shown

_NOWHERE = "-"


def render(report: Report, _: Shown) -> str:
    """`file!sheet!cell: CODE message`; nothing else, so that no finding prints nothing and each line is one."""
    order = {
        (source.path, sheet): (place, at)
        for place, source in enumerate(report.inputs)
        for at, sheet in enumerate([None, *(sheet.name for sheet in source.sheets)])
    }

    def key(finding: Finding) -> tuple[object, ...]:
        place = finding.location
        if place is None:
            return ((-1, 0), "", "", (-1, -1), finding.code)
        known = order.get((place.file, place.sheet), (len(report.inputs), 0))
        return (known, place.file, place.sheet or "", cell_position(place.cell or ""), finding.code)

    return "".join(f"{_line(finding)}\n" for finding in sorted(report.findings, key=key))


def _line(finding: Finding) -> str:
    where = str(finding.location) if finding.location else _NOWHERE
    places = f" ({number(finding.count)} tempat)" if finding.count > 1 else ""
    return one_line(f"{where}: {finding.code} {finding.message}{places}")
