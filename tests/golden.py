"""Whole outputs kept as files. A missing or different one fails; `LOGISTIK_SNAPSHOTS=write` writes them."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"


def assert_is(name: str, text: str) -> None:
    """Hold an output against the file `snapshots/NAME`."""
    path = FOLDER / name
    if os.environ.get("LOGISTIK_SNAPSHOTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert path.is_file(), f"no snapshot {name}; look at the output, then run with LOGISTIK_SNAPSHOTS=write"
    assert text == path.read_text("utf-8")
