"""What the cartons of one election and stock hold together. Cartons are told, never balanced."""

from typing import NamedTuple

from logistik.core.vocabulary import Stock


class OddCarton(NamedTuple):
    """A carton, or a range in one row, whose count is not what its label says; sheets, and its cell as text."""

    number: str
    noted: int
    received: int
    place: str

    @property
    def short(self) -> int:
        """Sheets that are missing."""
        return max(0, self.noted - self.received)

    @property
    def over(self) -> int:
        """Sheets beyond the label."""
        return max(0, self.received - self.noted)


class Cartons(NamedTuple):
    """The cartons of one election and stock.

    `cartons`, `uncounted` and `quarantined` (wet, torn, opened) count cartons, `cartons_noted` those of the delivery
    note; the others are sheets. `noted` is the sum of the labels, None while one of them is not known; `received` that
    of the counted cartons, None while there are none. `short` and `over` add up `odd`, the cartons whose count is not
    what the label says.
    """

    election: str
    stock: Stock
    cartons: int
    cartons_noted: int | None
    noted: int | None
    received: int | None
    uncounted: int
    short: int
    over: int
    quarantined: int
    odd: tuple[OddCarton, ...] = ()
