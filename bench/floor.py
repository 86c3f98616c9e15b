"""The floor: what any program of this kind has to load, plus the native reader opening the same files.

`literal` imports the five packages by name only; typer's siblings pydantic and rich then load next to nothing. `used`
also loads what every user of them needs: a model class and a console.
"""

import sqlite3
import sys

import pydantic
import python_calamine
import rich
import typer

LOADED: list[object] = [pydantic, python_calamine, rich, sqlite3, typer]


def main(kind: str, files: list[str]) -> None:
    """Read every sheet of every file."""
    if kind == "used":
        from pydantic import BaseModel
        from rich.console import Console

        LOADED.extend((BaseModel, Console))
    for file in files:
        book = python_calamine.CalamineWorkbook.from_path(file)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
