"""Questions on a terminal: one line each, a default in brackets, asked again until the answer can be used."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from logistik.cli.output import say
from logistik.core.errors import LogistikError

T = TypeVar("T")


def is_terminal() -> bool:
    """Whether somebody can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def ask(question: str, read: Callable[[str], T], default: str = "") -> T:
    """The answer as `read` understands it; where it raises a LogistikError that is said, and asked again.

    Raises:
        typer.Abort: the input has ended.
    """
    while True:
        sys.stdout.write(f"{question} [{default}]: " if default else f"{question}: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stdout.write("\n")
            raise typer.Abort
        try:
            return read(line.strip() or default)
        except LogistikError as error:
            say(f"  {error.message} {error.hint}".rstrip())
