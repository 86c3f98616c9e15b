"""What can be wrong with a template of the letter, as values."""

from typing import NamedTuple

NAME = "surat.docx"
"""What the template is called in the package, and in a workspace that asks for one."""


class Flaw(NamedTuple):
    """Something wrong with a template: a name for the fault, what it is, what to do, and where it stands."""

    name: str
    message: str
    hint: str
    place: str


class Checked(NamedTuple):
    """A template looked through: its flaws, the variables it prints, and those that it leaves out and may."""

    flaws: tuple[Flaw, ...]
    printed: tuple[str, ...]
    unused: tuple[str, ...]
