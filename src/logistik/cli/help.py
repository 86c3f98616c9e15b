"""The help in Indonesian: typer's own words are English, and the screen is not."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

_WORDS = (
    ("Usage:", "Pemakaian:"),
    ("[OPTIONS]", "[OPSI]"),
    ("COMMAND [ARGS]...", "PERINTAH ..."),
    ("Arguments:\n", "Argumen:\n"),
    ("Options:\n", "Opsi:\n"),
    ("Commands:\n", "Perintah:\n"),
    ("Show this message and exit.", "Tampilkan bantuan ini."),
    ("[default: ", "[bawaan: "),
)


def _translated(text: str) -> str:
    for english, indonesian in _WORDS:
        text = text.replace(english, indonesian)
    return text


class Command(TyperCommand):
    """A command whose help speaks Indonesian."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _translated(super().get_help(ctx))


class Group(TyperGroup):
    """The program's own help, likewise."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return _translated(super().get_help(ctx))
