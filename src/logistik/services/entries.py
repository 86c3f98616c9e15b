"""One entry in full, and two audits side by side, as the screen shows them."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from logistik.core.comparison import Comparison, compare
from logistik.core.correspondence import Standing
from logistik.core.errors import LogistikError
from logistik.core.history import Record, moves_of, standings_of
from logistik.core.movements import Move
from logistik.core.report import Report
from logistik.core.rules import Fraction, RuleSet
from logistik.ledger.chain import Entry
from logistik.services.history import find_record, record, require_ledger
from logistik.services.record import AUDIT, read_report
from logistik.settings import rulesets


class Shown(NamedTuple):
    """An entry and what belongs to it: the letter or move that it is or tells of, and the other entries on that."""

    entry: Entry
    record: Record
    letter: Standing | None = None
    move: Move | None = None
    others: tuple[Record, ...] = ()


def find_entry(root: Path, word: str) -> Shown:
    """The entry that a word means: its number, a letter's number, a code, or the beginning of a hash.

    Raises:
        LogistikError: there is no ledger, no such entry, or several; or the ledger cannot be used.
    """
    entries = require_ledger(root).entries()
    records = [record(entry) for entry in entries]
    found = find_record(records, word)
    subject = found.subject
    if subject is None:
        return Shown(_entry(entries, found), found)
    others = tuple(each for each in records if each != found and each.subject == subject)
    letter, move = standings_of(records).get(subject), moves_of(records).get(subject)
    return Shown(_entry(entries, found), found, letter, move, others)


def _entry(entries: Sequence[Entry], found: Record) -> Entry:
    return next(entry for entry in entries if entry.number == found.number)


def compare_audits(root: Path, words: Sequence[str]) -> tuple[Record, Record, Comparison]:
    """Two recorded audits, the earlier one first as named, and what changed.

    One word compares that audit with the last one, none the last two.

    Raises:
        LogistikError: no ledger, no such entry, an entry that is no audit, or fewer than two audits.
    """
    entries = require_ledger(root).entries()
    records = [record(entry) for entry in entries]
    audits = [each for each in records if each.kind == AUDIT]
    if len(audits) + len(words) < 2 or not audits:
        raise LogistikError(
            f"Perlu dua audit untuk dibandingkan; yang tercatat {len(audits)}.",
            hint="Jalankan audit lagi sesudah berkasnya berubah, lalu: logistik diff",
        )
    first, second = [*_chosen(records, words), *audits[len(words) - 2 :]][:2]
    by_number = {entry.number: entry for entry in entries}
    before, after = (read_report(by_number[each.number]) for each in (first, second))
    return first, second, compare(before, after)


def tool_of(entry: Entry) -> str:
    """The version that wrote an entry, as the entry says; empty if it does not."""
    try:
        said = json.loads(entry.payload)["tool"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return said if isinstance(said, str) else ""


def rules_of(report: Report) -> RuleSet:
    """The rules that a recorded report was made under: its rule set, with the values that it says were overridden.

    Only those that a report prints are laid over it; the settings of today say nothing about an old audit.
    """
    rules = rulesets.load(report.ruleset).ruleset
    for override in report.overrides:
        if override.key == "reserve_rate":
            rules = rules._replace(reserve_rate=rules.reserve_rate._replace(value=Fraction(override.value)))
        elif override.key == "voting_day":
            day = type(report.as_of).fromisoformat(override.value)
            rules = rules._replace(voting_day=rules.voting_day._replace(value=day))
    return rules


def _chosen(records: Sequence[Record], words: Sequence[str]) -> list[Record]:
    found = [find_record(records, word) for word in words]
    for each in found:
        if each.kind != AUDIT:
            raise LogistikError(
                f"Catatan nomor {each.number} bukan audit; hanya audit yang dapat dibandingkan.",
                hint="Lihat nomornya: logistik log",
            )
    return found
