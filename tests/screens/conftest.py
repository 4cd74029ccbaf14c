"""Lets tests of the screens be coroutines, and gives each the kiosk's own surroundings."""

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from clubhouse.cards import issue_card
from clubhouse.house import House
from clubhouse.people import Person
from screens import words
from tests.houses import ACTOR, add
from tests.screens.painting import paint_at_rest


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run(pyfuncitem.obj(**arguments))
    return True


@pytest.fixture(scope="session", autouse=True)
def _painted_at_rest() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        paint_at_rest(patch)
        yield


@pytest.fixture(autouse=True)
def _english_with_symbols(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whether the runner's own terminal has symbols is not what these tests are about.
    monkeypatch.delenv("CLUBHOUSE_ASCII", raising=False)
    monkeypatch.setattr("screens.app._is_plain_terminal", lambda: False)
    words.use_language("en")


@pytest.fixture
def rosa(house: House) -> Person:
    """Rosa Alvarez, a member who has never been here and whose card `rosas_card` is."""
    return add(house)


@pytest.fixture
def rosas_card(house: House, rosa: Person) -> str:
    """What is on Rosa's card."""
    return issue_card(house, ACTOR, rosa).code
