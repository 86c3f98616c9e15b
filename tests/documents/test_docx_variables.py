"""The page of the template's variables says what the templates know."""

from tests.tools import ROOT, Runner


def test_the_page_of_the_variables_is_current(logistik: Runner) -> None:
    page = (ROOT / "docs" / "templat.md").read_text("utf-8")
    assert logistik("template", "variables").out == page, "run `make docs`"


def test_every_variable_is_told_to_programs_too(logistik: Runner) -> None:
    told = {each["name"]: each for each in logistik("template", "variables", "--format", "json").json["variables"]}
    assert told["tabel"]["parts"]["permintaan"] == "permintaan"
    assert [name for name, each in told.items() if each["needed"]][:2] == ["tanggal", "nomor"]


def test_a_check_without_a_file_says_what_is_missing(logistik: Runner) -> None:
    ran = logistik("template", "check")
    assert (ran.status, ran.out) == (2, "")
    assert "Templat yang diperiksa belum disebut" in ran.err
