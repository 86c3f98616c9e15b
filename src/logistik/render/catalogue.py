"""The catalogue of codes: JSON for programs (`logistik.rules/1`), Markdown for `docs/rules.md`."""

import json
import re
from collections.abc import Sequence

from logistik.checks.meta import CheckMeta
from logistik.core.vocabulary import SEVERITY_TITLES

SCHEMA = "logistik.rules/1"

_MARKUP = re.compile(r"([\\*_{}\[\]<>#|~])")
_GROUPS = {
    "LG1": "Berkas dan pengaturan",
    "LG2": "Susunan lembar",
    "LG3": "Sel",
    "LG4": "DPT",
    "LG5": "Stok",
    "LG6": "Rekonsiliasi",
    "LG7": "Ledger",
    "LG8": "Dokumen",
}


def texts(meta: CheckMeta) -> tuple[tuple[str, str], ...]:
    """The five texts of a code with their headings."""
    return (
        ("Yang diperiksa", meta.what),
        ("Mengapa penting", meta.why),
        ("Contoh", meta.example),
        ("Cara memperbaiki", meta.fix),
        ("Dasar", meta.basis),
    )


def as_json(metas: Sequence[CheckMeta]) -> str:
    """The codes as JSON, one value a line."""
    return (
        json.dumps({"schema": SCHEMA, "rules": [meta._asdict() for meta in metas]}, ensure_ascii=False, indent=2) + "\n"
    )


def as_markdown(metas: Sequence[CheckMeta]) -> str:
    """The codes as a page: a table of all of them where they are several, then each with its texts."""
    parts = ["# Kode temuan", "<!-- Ditulis oleh `logistik rule --all --format markdown`; jangan disunting. -->"]
    if len(metas) > 1:
        parts.append("\n".join(["| Kode | Berat | Arti |", "| --- | --- | --- |", *map(_line, metas)]))
    group = ""
    for meta in metas:
        if len(metas) > 1 and meta.code[:3] != group:
            group = meta.code[:3]
            parts.append(f"## {group}xx {_GROUPS[group]}")
        parts.append(f"### {meta.code} {meta.name}")
        parts.append(f"*{SEVERITY_TITLES[meta.severity].capitalize()}, sejak {meta.since}.* {_escaped(meta.summary)}.")
        parts += [f"**{label}.** {_escaped(text)}" for label, text in texts(meta)]
    return "\n\n".join(parts) + "\n"


def _line(meta: CheckMeta) -> str:
    anchor = f"#{meta.code.lower()}-{meta.name}"
    return f"| [{meta.code}]({anchor}) | {SEVERITY_TITLES[meta.severity]} | {_escaped(meta.summary)} |"


def _escaped(text: str) -> str:
    """Text whose signs are not markup; what stands between backquotes stays as it is."""
    parts = text.split("`")
    return "`".join(part if place % 2 else _MARKUP.sub(r"\\\1", part) for place, part in enumerate(parts))
