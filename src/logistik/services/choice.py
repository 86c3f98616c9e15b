"""Which findings count: what the command line and `logistik.toml` say, and the findings parted accordingly."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from logistik.checks.selectors import full_code, selector, severity
from logistik.checks.waivers import METAS, judge, title
from logistik.core.choice import Asked, Choice, How, SetAside, chosen, weighed
from logistik.core.errors import LogistikError
from logistik.core.findings import Finding, sort_key
from logistik.core.office import Office, Pengecualian
from logistik.core.places import Location
from logistik.core.vocabulary import Severity
from logistik.ingest.names import clean
from logistik.settings.workspace import FILE_NAME


class Settled(NamedTuple):
    """All findings of an audit, parted into those that count and those set aside; `unjudged` names waivers."""

    findings: tuple[Finding, ...]
    set_aside: tuple[SetAside, ...]
    unjudged: tuple[str, ...]


def read_choice(asked: Asked, office: Office) -> Choice:
    """The choice of the command line laid over that of `logistik.toml`.

    `--select` starts anew: `pilih` and `abaikan` then do not apply. `--ignore` adds to `abaikan`. A weight of the
    command line replaces those of `logistik.toml` for every code that it covers.

    Raises:
        LogistikError: a code, prefix, name or weight that does not exist.
    """
    own = f"{FILE_NAME} [temuan]"
    picked = [selector(word, f"{own} pilih") for word in office.temuan.pilih]
    passed = [selector(word, f"{own} abaikan") for word in office.temuan.abaikan]
    written = {
        selector(word, f"{own} berat"): severity(weight, f"{own} berat.{word}")
        for word, weight in office.temuan.berat.items()
    }
    if asked.select:
        picked, passed = [selector(word, "--select") for word in asked.select], []
    passed += [selector(word, "--ignore") for word in asked.ignore]
    given = dict(_weight(word) for word in asked.severity)
    kept = {code: weight for code, weight in written.items() if not code.startswith(tuple(given))}
    return Choice(_once(picked), _once(passed), kept | given)


def read_waivers(office: Office) -> tuple[Pengecualian, ...]:
    """The waivers of `logistik.toml` with their codes in full and their places on one line.

    Raises:
        LogistikError: a code that does not exist, or one that speaks of waivers itself.
    """
    found = []
    for place, waiver in enumerate(office.pengecualian):
        where = f"{FILE_NAME}: pengecualian.{place}.kode"
        code = full_code(waiver.kode, where)
        if any(meta.code == code for meta in METAS):
            raise LogistikError(
                f"{where}: {code} tidak dapat dikecualikan.", hint="Perbaiki atau hapus pengecualian yang disebutnya."
            )
        found.append(waiver._replace(kode=code, tempat=clean(waiver.tempat)))
    return tuple(found)


def settle(
    found: Iterable[Finding], choice: Choice, waivers: Sequence[Pengecualian], as_of: date, files: Iterable[str]
) -> Settled:
    """Part the findings: waivers first, on everything that was found, then the choice by code."""
    judged = judge(weighed(found, choice), waivers, as_of, files, Location(FILE_NAME))
    counting, left_out = chosen(weighed((*judged.counting, *judged.about), choice), choice)
    order = list(How)
    aside = sorted((*judged.waived, *left_out), key=lambda each: (order.index(each.how), sort_key(each.finding)))
    return Settled(tuple(counting), tuple(aside), tuple(map(title, judged.unjudged)))


def described(choice: Choice, settled: Settled) -> dict[str, Any]:
    """The choice as the report's options keep it."""
    return {
        "select": list(choice.selected),
        "ignore": list(choice.ignored),
        "severity": {code: weight.value for code, weight in sorted(choice.severities.items())},
        "waivers_not_judged": list(settled.unjudged),
    }


def _weight(word: str) -> tuple[str, Severity]:
    code, equals, weight = word.partition("=")
    if not equals:
        raise LogistikError(f"--severity '{word}' tidak lengkap.", hint="Tulis KODE=BERAT, misalnya LG403=warning.")
    return selector(code, "--severity"), severity(weight, f"--severity {code.strip()}")


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
