"""Where words go: the result to stdout or a file, talk to stderr."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from logistik.cli.staged import Staged, refuse
from logistik.core.errors import LogistikError, reason
from logistik.core.layout import STYLES, Line, plain, printable

NARROWEST, WIDEST = 60, 160
T = TypeVar("T")


class Beside(NamedTuple):
    """A file that is delivered, and the option that named it; `asked` is the name as typed, where it is another."""

    path: Path
    content: str | bytes
    option: str = "-o"
    asked: Path | None = None

    @property
    def encoded(self) -> bytes:
        """The bytes that will stand in the file."""
        return self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "replace")


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
    beside: Beside | None = None,
) -> T:
    """Put the result in its file or show it, and record it; if anything of that fails, nothing is left behind.

    Args:
        text: the result; bytes are only ever for a file.
        output: its file; None for the screen.
        record: writes the record.
        inputs: files that are never overwritten.
        lines: the styled form for the screen, where there is one.
        beside: another file that belongs to the result.
    """
    files = [Beside(Path(output), text, "-o")] if output is not None else []
    if beside is not None:
        files.append(beside)
    return put(files, record, inputs, (lambda: _print(text, lines)) if output is None else None)


def put(
    files: Sequence[Beside],
    record: Callable[[], T],
    inputs: Iterable[Path] = (),
    show_: Callable[[], None] | None = None,
) -> T:
    """Put files in their places together, record them, and show what is for the screen; all of it or nothing."""
    _refuse_twice(files)
    protected, staged = list(inputs), list[Staged]()
    try:
        for each in files:
            if each.asked is not None:
                refuse(each.asked, protected, each.option)
            staged.append(Staged(each.path, each.content, protected, each.option))
        for file in staged:
            file.commit()
        done = record()
        if show_ is not None:
            show_()
    except BaseException:
        for file in reversed(staged):
            file.undo()
        raise
    for file in staged:
        file.keep()
    return done


def _refuse_twice(files: Sequence[Beside]) -> None:
    for at, one in enumerate(files):
        for other in files[:at]:
            if _is_same(other.path, one.path):
                both = f"{other.option} dan {one.option}" if other.option != one.option else f"Dua {one.option}"
                raise LogistikError(f"{both} menyebut berkas yang sama.", hint="Pilih dua nama yang berbeda.")


def _print(text: str | bytes, lines: Sequence[Line]) -> None:
    if isinstance(text, bytes):
        raise LogistikError("Hasil ini bukan teks untuk layar.", hint="Sebutkan berkasnya dengan -o.")
    if lines:
        show(lines)
    else:
        emit(text)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) if one.exists() and other.exists() else one.resolve() == other.resolve()
    except OSError:  # a name that the system does not take; writing says so
        return False
