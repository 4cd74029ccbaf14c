"""When the day turns while the kiosk runs, open visits of the day before are closed as estimates, and told kindly."""

from clubhouse.attendance import scan
from clubhouse.house import House
from clubhouse.people import Person
from tests.houses import SetClock, actions_on_disk, visits_on_disk
from tests.screens.kiosks import kiosk


async def test_midnight_passes(house: House, clock: SetClock, rosa: Person, rosas_card: str) -> None:
    scan(house, rosas_card)
    clock.set("2026-11-23 23:59:59")  # so that the next minute begins after one second
    async with kiosk(house) as running:
        await running.shows("1 person is here.", "Monday, 23 November")
        assert visits_on_disk(house)[0][2] is None
        clock.set("2026-11-24 00:00:20")
        await running.until(lambda: visits_on_disk(house)[0][2] == "estimate", "the day's end")
        assert visits_on_disk(house) == [("2026-11-23T13:47:00Z", "2026-11-23T21:00:00Z", "estimate")]
        assert actions_on_disk(house)[-1] == "close_day"
        await running.shows("Tuesday, 24 November")
        await running.until(lambda: "is here" not in running.flat(), "nobody here")
        clock.set("2026-11-24 08:30")
        await running.come(rosas_card)
        await running.shows(
            "Good morning, Rosa. You are signed in, 8:30.",
            "On Monday, 23 November there was no sign-out, so we wrote 16:00.",
        )


async def test_a_kiosk_that_was_off_for_days_closes_them_at_start(
    house: House, clock: SetClock, rosas_card: str
) -> None:
    scan(house, rosas_card)
    clock.forward(days=12)
    async with kiosk(house) as running:
        await running.until(lambda: visits_on_disk(house)[0][2] == "estimate", "the day's end")
        assert "is here" not in running.flat()
        await running.come(rosas_card)
        await running.shows("On Monday, 23 November there was no sign-out, so we wrote 16:00.")


async def test_a_visit_of_today_stays_open_at_start(house: House, clock: SetClock, rosas_card: str) -> None:
    scan(house, rosas_card)
    clock.set("2026-11-23 22:00")
    async with kiosk(house) as running:
        await running.shows("1 person is here.")
        await running.settle()
        assert visits_on_disk(house)[0][1:] == (None, None)
