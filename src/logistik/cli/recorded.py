"""What is said when something stands in the ledger."""

from pathlib import Path

from logistik.cli.output import say
from logistik.ledger.chain import Entry
from logistik.services.clock import clock_went_back


def say_recorded(root: Path, entry: Entry, text: str, *, quiet: bool) -> None:
    """Say what was recorded; a clock that went back is said even to those who want quiet."""
    if told := clock_went_back(root, entry):
        say(told)
    say(text, quiet=quiet)
