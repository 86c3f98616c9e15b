"""Files that we wrote ourselves: a result is no data, and a marked copy stands for its original, never beside it."""

from collections.abc import Sequence

from logistik.core.errors import LogistikError
from logistik.ingest.sheets import is_findings_list
from logistik.readers.source import Source
from logistik.render.words import INPUTS_SHEET, INPUTS_TITLE, copy_of


def refuse_own_results(sources: Sequence[Source]) -> None:
    """Held before anything is counted: `*.xlsx` finds our own files too, and their sheets would count twice.

    Raises:
        LogistikError: one of the files is the workbook of an audit, or a marked copy of another of them.
    """
    originals: dict[str, str] = {}
    for source in sources:
        if any(grid.sheet == INPUTS_SHEET and grid.value(0, 0) == INPUTS_TITLE for grid in source.grids):
            raise LogistikError(
                f"{source.file} adalah hasil audit, bukan data.",
                hint="Sebutkan berkas datanya satu per satu, atau simpan hasil di folder lain.",
            )
        for grid in filter(is_findings_list, source.grids):
            said = str(grid.value(1, 0))
            others = {each.file: copy_of(each.file) for each in sources if each is not source}
            beside = next((file for file, start in others.items() if said.startswith(start)), originals.get(said))
            if beside is not None:
                raise LogistikError(
                    f"{source.file} adalah salinan bertanda dari berkas yang sama dengan {beside}; "
                    "isinya akan terhitung dua kali.",
                    hint="Sebutkan salah satu saja, atau simpan salinan di folder lain.",
                )
            originals[said] = source.file
