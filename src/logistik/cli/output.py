"""Where words go: the result to stdout or a file, talk to stderr."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from logistik.core.errors import LogistikError
from logistik.core.layout import STYLES, Line, plain

NARROWEST, WIDEST = 60, 160


def talk_in_utf8() -> None:
    """UTF-8 on both streams, also when Windows redirects them in its own code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def say(text: str, *, quiet: bool = False) -> None:
    """Talk that is not the result."""
    if not quiet:
        print(text, file=sys.stderr)


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
    if sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb":
        _show_in_colour(lines)
    else:
        emit(plain(lines))


def _show_in_colour(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((text, STYLES.get(style, "")) for text, style in line)))


def emit(text: str) -> None:
    """Write the result to stdout; a reader that has gone away is not an error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write(path: Path, text: str) -> None:
    """Write the result to a file, whole or not at all.

    Raises:
        LogistikError: the folder does not exist or cannot be written, or the file is open elsewhere.
    """
    import tempfile

    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as stream:
            temporary = Path(stream.name)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise LogistikError(
            f"{path.as_posix()} tidak dapat ditulis: {error.strerror or error}.",
            hint="Periksa foldernya; kalau berkas itu terbuka di program lain, tutup dulu.",
        ) from None
