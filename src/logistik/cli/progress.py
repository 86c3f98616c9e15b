"""A line on the terminal that says what takes so long, and goes away when it is done."""

import sys
import time
from collections.abc import Callable
from typing import Self, TextIO

from logistik.core.layout import printable

PATIENCE = 1.5
"""Seconds that need no explanation."""
LARGE = 2 << 20
"""Bytes of a file that will take longer than that."""
WIDEST = 79


class Progress:
    """Called with what comes next and the bytes of the file that it is about; silent where nobody looks.

    It is written between two steps, when the work has already taken long or will: no thread, no signal.
    """

    def __init__(
        self, *, quiet: bool, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._is_shown = not quiet and self._stream is not None and self._stream.isatty()
        self._started = clock()
        self._width = 0

    def __call__(self, doing: str, size: int = 0) -> None:
        """Say it, if it is worth saying."""
        if self._is_shown and (size >= LARGE or self._clock() - self._started >= PATIENCE):
            self._write(printable(f"{doing} ...")[:WIDEST].replace("\n", "·"))

    def __enter__(self) -> Self:
        """From here on."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing on the screen."""
        if self._width:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def _write(self, text: str) -> None:
        self._stream.write(f"\r{text.ljust(self._width)}")
        self._stream.flush()
        self._width = len(text)
