"""Rule sets: TOML files in the package, with the office's overrides laid over them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import logistik
from logistik.core.errors import LogistikError
from logistik.core.rules import ActiveRules, Override, RuleSet
from logistik.settings.validation import Validator, unknown_key

DEFAULT = "pilkada-2024"
_FOLDER = Path(logistik.__file__).parent / "rulesets"


def names() -> list[str]:
    """The rule sets that ship with the package, the default first."""
    found = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return sorted(found, key=lambda name: name != DEFAULT)


def load(name: str, overrides: Mapping[str, Any] | None = None) -> ActiveRules:
    """The rule set `name` with the `[aturan]` of `logistik.toml` laid over it.

    Raises:
        LogistikError: no such rule set, or an override that names or holds something impossible.
    """
    path = _FOLDER / f"{name}.toml"
    if name not in names():
        raise LogistikError(
            f"Rule set '{name}' tidak ada. Yang ada: {', '.join(names())}.",
            hint="Lihat `logistik ruleset`.",
        )
    data = tomllib.loads(path.read_text("utf-8"))
    applied = tuple(_apply(data, overrides or {}, ()))
    return ActiveRules(_validator()(data, "logistik.toml [aturan]"), applied)


@cache
def _validator() -> Validator:
    return Validator(RuleSet)


def _apply(data: dict[str, Any], overrides: Mapping[str, Any], path: tuple[str, ...]) -> list[Override]:
    applied = []
    for key, value in overrides.items():
        dotted = ".".join((*path, key))
        if key not in data:
            known = [name for name, item in data.items() if isinstance(item, dict)] or list(data)
            raise LogistikError(
                f"logistik.toml [aturan]: {unknown_key(dotted, known)}.",
                hint="Nama-nama yang dapat diubah ada di `logistik ruleset NAMA`.",
            )
        target = data[key]
        if isinstance(target, dict) and isinstance(value, dict) and "value" not in target:
            if "sender" in target:
                applied += [_replace(target, part, f"{dotted}.{part}", new) for part, new in value.items()]
            else:
                applied += _apply(target, value, (*path, key))
        elif isinstance(target, dict) and "value" in target:
            applied.append(_replace(target, "value", dotted, value))
        else:
            raise LogistikError(
                f"logistik.toml [aturan]: '{dotted}' tidak dapat diubah.",
                hint="Nama-nama yang dapat diubah ada di `logistik ruleset NAMA`.",
            )
    return applied


def _replace(target: dict[str, Any], part: str, dotted: str, value: Any) -> Override:
    before = target.get(part, "")
    target |= {part: value, "status": "override", "basis": "logistik.toml [aturan]", "source": ""}
    return Override(key=dotted, value=str(value), instead_of=str(before))
