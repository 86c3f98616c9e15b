"""Workbooks as people really type them: every form reads as the truth, or says where it does not."""

import pytest

from tests.forms.form import Form
from tests.forms.layouts_of_packing import PACKING_FORMS
from tests.forms.layouts_of_stock import STOCK_FORMS
from tests.forms.layouts_of_voters import VOTER_FORMS
from tests.forms.names_and_parts import FAULT_FORMS, NAME_FORMS, PART_FORMS
from tests.forms.numbers_of_stock import NUMBER_FORMS
from tests.tools import Runner

FORMS = (*VOTER_FORMS, *STOCK_FORMS, *PACKING_FORMS, *NUMBER_FORMS, *NAME_FORMS, *PART_FORMS, *FAULT_FORMS)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_reads_as_the_truth_and_raises_what_it_must(logistik: Runner, form: Form) -> None:
    form.check(form.audit(logistik))


def test_no_two_forms_are_called_the_same() -> None:
    assert len({form.about for form in FORMS}) == len(FORMS)
