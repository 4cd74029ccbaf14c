"""How often something comes, as it stands in the form and is read from it: words, and never the text of a rule."""

from datetime import date

import pytest

from clubhouse.errors import BadInput
from screens.desk.event_fields import AS_IT_IS, often_said, often_words

TODAY = date(2026, 11, 23)
IMPORTED = "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"


def test_a_rule_that_words_make_stands_in_words() -> None:
    assert often_words("FREQ=WEEKLY;BYDAY=FR") == "every friday"
    assert often_said("every friday", "", TODAY) == "FREQ=WEEKLY;BYDAY=FR"


def test_what_comes_once_says_nothing() -> None:
    assert often_words("") == ""
    assert often_said("", "", TODAY) == ""


def test_a_rule_that_no_words_make_stays_as_it_is_until_other_words_are_typed() -> None:
    assert often_words(IMPORTED) == AS_IT_IS
    assert often_said(" As it is ", IMPORTED, TODAY) == IMPORTED
    assert often_said("last friday", IMPORTED, TODAY) == "FREQ=MONTHLY;BYDAY=-1FR"


def test_where_nothing_was_there_is_nothing_to_stay_as_it_is() -> None:
    with pytest.raises(BadInput):
        often_said(AS_IT_IS, "", TODAY)
