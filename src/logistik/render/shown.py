"""What every format is given beside the report, and what it may give back."""

from collections.abc import Sequence
from typing import NamedTuple

from logistik.core.layout import Line
from logistik.core.office import Office
from logistik.core.rules import RuleSet
from logistik.core.vocabulary import Level


class Shown(NamedTuple):
    """What stands beside the report: the office, the rules, the level whose rows are listed, the columns there are."""

    office: Office
    rules: RuleSet
    level: Level | None = None
    width: int = 100


Rendered = str | bytes | Sequence[Line]
"""Text, the bytes of a file, or styled lines for a person's screen."""
