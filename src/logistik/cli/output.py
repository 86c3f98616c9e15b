"""Where words go: the result to stdout or a file, talk to stderr."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from logistik.cli.staged import Staged
from logistik.core.errors import LogistikError, reason
from logistik.core.layout import STYLES, Line, plain, printable

NARROWEST, WIDEST = 60, 160
T = TypeVar("T")


def talk_in_utf8() -> None:
    """UTF-8 on both streams, also when Windows redirects them in its own code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def say(text: str, *, quiet: bool = False) -> None:
    """Talk that is not the result."""
    if not quiet:
        print(printable(text), file=sys.stderr)


def fail(message: str, hint: str = "") -> None:
    """Why there is no result, and what to do."""
    say(f"Galat: {message}")
    if hint:
        say(f"       {hint}")


def terminal_width() -> int:
    """Columns of the terminal, 80 when there is none."""
    import shutil

    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def show(lines: Sequence[Line]) -> None:
    """Print styled lines: in colour on a terminal, plain when redirected or where NO_COLOR is set."""
    if (
        sys.stdout is not None
        and sys.stdout.isatty()
        and "NO_COLOR" not in os.environ
        and os.environ.get("TERM") != "dumb"
    ):
        _show_in_colour(lines)
    else:
        emit(plain(lines))


def _show_in_colour(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((printable(text), STYLES.get(style, "")) for text, style in line)))


def emit(text: str) -> None:
    """Write the result to stdout; a reader that has gone away is not an error."""
    if sys.stdout is None:
        raise LogistikError("Hasil tidak dapat ditulis: keluaran standar tertutup.", hint="Pakai -o BERKAS.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise LogistikError(f"Hasil tidak dapat ditulis: {reason(error)}.", hint="Periksa ruang disk.") from None


def deliver(
    text: str | bytes,
    output: str | None,
    record: Callable[[], T],
    inputs: Iterable[Path] = (),
    lines: Sequence[Line] = (),
) -> T:
    """Record, then show the result or put it in its file; if either fails, neither is left behind.

    `lines` is the styled form for the screen, where there is one. Bytes are only ever for a file.
    """
    if output is None:
        if isinstance(text, bytes):
            raise LogistikError("Hasil ini bukan teks untuk layar.", hint="Sebutkan berkasnya dengan -o.")
        done = record()
        if lines:
            show(lines)
        else:
            emit(text)
        return done
    content = text if isinstance(text, bytes) else text.encode(errors="replace")
    staged = Staged(Path(output), content, inputs)
    try:
        done = record()
    except BaseException:
        staged.drop()
        raise
    staged.commit()
    return done
