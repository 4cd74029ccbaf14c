"""The short form of a slow proof, which the suite takes, and the long form, which `-m long` takes."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

LONG = "long"
"""The mark of a long form, and the name of its profile."""


def cases(few: int, many: int, **said: Any) -> settings:
    """A property is tried with a few cases in the suite, and with many in its long form."""
    return settings(max_examples=many if settings.get_current_profile_name() == LONG else few, **said)


def with_one_house(few: int, many: int, **said: Any) -> settings:
    """The same where all cases are of one house, which none of them changes for the next."""
    return cases(few, many, suppress_health_check=[HealthCheck.function_scoped_fixture], **said)


def long(*values: Any) -> Any:
    """A case of a parametrised test that only its long form takes."""
    return pytest.param(*values, marks=pytest.mark.long)


def some(every: Any, sample: Any) -> list[Any]:
    """All of these cases; the suite takes the sample, which must be of them, and the long form the others."""
    every, sample = list(every), list(sample)
    assert [each for each in sample if each not in every] == []
    return [each if each in sample else long(*(each if isinstance(each, tuple) else (each,))) for each in every]
