"""The line that says what takes long: only on a terminal, only when it does, and gone at the end."""

import io
from collections.abc import Iterator

import pytest

from logistik.cli.progress import LARGE, WIDEST, Progress


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True

    @property
    def screen(self) -> str:
        """What stands on the line: each carriage return goes back to its beginning."""
        line = ""
        for text in self.getvalue().split("\r"):
            line = text + line[len(text) :]
        return line.rstrip()


def clock(*seconds: float) -> Iterator[float]:
    """A clock that shows these times one after the other."""
    return iter(seconds)


def test_quick_work_says_nothing() -> None:
    terminal = Terminal()
    with Progress(quiet=False, stream=terminal, clock=clock(0, 0.1, 1.4).__next__) as progress:
        progress("Membaca dpt.xlsx", 9000)
        progress("Memeriksa")
    assert terminal.getvalue() == ""


def test_long_work_says_the_step_and_the_next_takes_its_place() -> None:
    terminal = Terminal()
    with Progress(quiet=False, stream=terminal, clock=clock(0, 2, 3).__next__) as progress:
        progress("Membaca gudang.xlsx")
        assert terminal.screen == "Membaca gudang.xlsx ..."
        progress("Memeriksa")
        assert terminal.screen == "Memeriksa ..."
    assert terminal.screen == ""
    assert terminal.getvalue().endswith("\r")


def test_a_large_file_is_named_before_it_is_read() -> None:
    terminal = Terminal()
    progress = Progress(quiet=False, stream=terminal, clock=clock(0).__next__)
    progress("Membaca dpt.xlsx", LARGE)
    assert terminal.screen == "Membaca dpt.xlsx ..."


def test_a_failure_leaves_nothing_on_the_screen() -> None:
    terminal = Terminal()

    def fails() -> None:
        with Progress(quiet=False, stream=terminal, clock=clock(0, 2).__next__) as progress:
            progress("Membaca gudang.xlsx")
            raise ValueError("rusak")

    with pytest.raises(ValueError, match="rusak"):
        fails()
    assert terminal.screen == ""


@pytest.mark.parametrize(("options", "stream"), [({"quiet": True}, Terminal()), ({"quiet": False}, io.StringIO())])
def test_nobody_who_does_not_look_is_told(options: dict[str, bool], stream: io.StringIO) -> None:
    with Progress(**options, stream=stream, clock=clock(0, 9).__next__) as progress:
        progress("Membaca dpt.xlsx", LARGE)
    assert stream.getvalue() == ""


def test_a_name_cannot_command_the_terminal_or_break_the_line() -> None:
    terminal = Terminal()
    progress = Progress(quiet=False, stream=terminal, clock=clock(0).__next__)
    progress(f"Membaca a\x1b[2J\n{'b' * 200}.xlsx", LARGE)
    assert terminal.screen.startswith("Membaca a·[2J·bbb")
    assert len(terminal.screen) == WIDEST
