"""The catalogue of codes: whole, unique, and printed by `logistik rule`."""

import json
import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from logistik import checks
from logistik.checks.meta import CheckMeta
from logistik.checks.registry import metas
from logistik.core.vocabulary import Severity
from tests.tools import ROOT, Runner

METAS = metas()


@pytest.mark.parametrize("meta", METAS, ids=[meta.code for meta in METAS])
def test_every_text_of_a_code_is_filled(meta: CheckMeta) -> None:
    texts = (meta.summary, meta.what, meta.why, meta.example, meta.fix, meta.basis, meta.since)
    assert all(text == text.strip() != "" and text.isprintable() for text in texts)
    assert not meta.summary.endswith(".")
    assert all(text.endswith(".") for text in (meta.what, meta.why, meta.fix, meta.basis))


@pytest.mark.parametrize("meta", METAS, ids=[meta.code for meta in METAS])
def test_a_code_is_lg_and_three_digits_and_a_name_is_a_slug(meta: CheckMeta) -> None:
    assert re.fullmatch(r"LG[1-8][0-9]{2}", meta.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", meta.name)
    assert meta.severity in tuple(Severity)


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [meta.code for meta in METAS]
    assert codes == sorted(set(codes))
    assert len({meta.name for meta in METAS}) == len(METAS)
    assert len({meta.summary for meta in METAS}) == len(METAS)


def test_rule_lists_every_code_with_its_severity_and_name(logistik: Runner) -> None:
    ran = logistik("rule")
    severity = {"error": "galat", "warning": "peringatan", "info": "info"}
    assert ran.status == 0
    firsts = [line.replace(":", "").split()[:3] for line in ran.out.splitlines() if line.startswith("LG")]
    assert firsts == [[meta.code, severity[meta.severity], meta.name] for meta in METAS]
    assert all(meta.summary in " ".join(ran.out.split()) for meta in METAS)


@pytest.mark.parametrize("word", ["LG601", "lg601", "surat-suara-kurang", "Surat-Suara-Kurang"])
def test_rule_explains_a_code_or_a_name(word: str, logistik: Runner) -> None:
    ran = logistik("rule", word)
    assert ran.status == 0
    assert ran.out.startswith("LG601 surat-suara-kurang  galat, sejak 0.1\n")
    text = " ".join(ran.out.split())
    for heading in (
        "Yang diperiksa Permintaan = dasar",
        "Mengapa penting",
        "Contoh",
        "Cara memperbaiki",
        "Dasar UU 1/2015",
    ):
        assert heading in text


@pytest.mark.parametrize("meta", METAS, ids=[meta.code for meta in METAS])
def test_rule_prints_every_text_of_a_code_within_the_width(meta: CheckMeta, logistik: Runner) -> None:
    ran = logistik("rule", meta.code)
    text = " ".join(ran.out.split())
    assert all(
        " ".join(each.split()) in text
        for each in (meta.summary, meta.what, meta.why, meta.example, meta.fix, meta.basis)
    )
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("word", ["LG999", "LG", "601", "surat"])
def test_an_unknown_code_is_an_error_that_says_where_to_look(word: str, logistik: Runner) -> None:
    ran = logistik("rule", word)
    assert (ran.status, ran.out) == (2, "")
    assert f"Kode '{word}' tidak ada" in ran.err
    assert "logistik rule" in ran.err


def test_every_code_that_a_module_can_give_is_in_the_catalogue() -> None:
    modules = [import_module(f"{checks.__name__}.{module.name}") for module in iter_modules(checks.__path__)]
    given = {each.code for module in modules for each in vars(module).values() if isinstance(each, CheckMeta)}
    assert {"LG101", "LG105", "LG106", "LG601", "LG640", "LG641", "LG642"} <= given
    assert given == {meta.code for meta in METAS}


def test_the_page_of_the_catalogue_is_current(logistik: Runner) -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert logistik("rule", "--all", "--format", "markdown").out == page, "run `make docs`"
    for meta in METAS:
        assert f"\n### {meta.code} {meta.name}\n" in page
        assert f"](#{meta.code.lower()}-{meta.name})" in page


def test_the_catalogue_as_json_holds_every_text_of_every_code(logistik: Runner) -> None:
    document = logistik("rule", "--all", "--format", "json").json
    assert list(document) == ["schema", "rules"]
    assert document["schema"] == "logistik.rules/1"
    assert document["rules"] == [json.loads(json.dumps(meta._asdict())) for meta in METAS]


def test_one_code_as_json_is_a_catalogue_of_one(logistik: Runner) -> None:
    (told,) = logistik("rule", "lp-bukan-jumlah", "--format", "json").json["rules"]
    assert (told["code"], told["severity"], told["since"]) == ("LG403", "error", "0.1")
    assert set(told) == {"code", "name", "severity", "summary", "what", "why", "example", "fix", "basis", "since"}


def test_all_codes_in_words_are_what_each_of_them_is(logistik: Runner) -> None:
    together = logistik("rule", "--all").out
    assert together == "\n\n".join(logistik("rule", meta.code).out for meta in METAS)


def test_the_catalogue_goes_into_a_file_too(logistik: Runner) -> None:
    assert logistik("rule", "--all", "--format", "markdown", "-o", "kode.md").out == ""
    assert (logistik.folder / "kode.md").read_bytes() == (ROOT / "docs" / "rules.md").read_bytes()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["LG403", "--all"], "KODE dan --all tidak dapat dipakai bersama"),
        (["--format", "json"], "--format json perlu KODE atau --all"),
        (["--format", "markdown"], "--format markdown perlu KODE atau --all"),
        (["--all", "--format", "html"], "--format 'html' tidak dikenal"),
        (["LG999", "--format", "json"], "Kode 'LG999' tidak ada"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_words_that_do_not_go_together_are_an_error(words: list[str], says: str, logistik: Runner) -> None:
    ran = logistik("rule", *words)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err
