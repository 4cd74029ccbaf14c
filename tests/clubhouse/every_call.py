"""The sample calls of all tables of operations, by the name of the operation and what is special about the call."""

from collections.abc import Callable

from clubhouse.people import Person
from tests.clubhouse.asking_operations import ASKING
from tests.clubhouse.calls import Call, in_part
from tests.clubhouse.day_operations import DAY_WRITES
from tests.clubhouse.desk_operations import DESK_WRITES
from tests.clubhouse.employment_operations import EMPLOYMENT_WRITES, OWN_WRITES
from tests.clubhouse.older_operations import OLDER
from tests.clubhouse.people_operations import PEOPLE_READS, PEOPLE_WRITES
from tests.clubhouse.program_operations import PROGRAM_WRITES
from tests.clubhouse.report_operations import REPORT_WRITES
from tests.clubhouse.scene import Scene
from tests.clubhouse.test_operations import WRITES


def _field(name: str) -> Callable[[Scene], Person]:
    return lambda scene: getattr(scene.work, name)


CALLS: dict[str, Call] = {
    **{
        name: Call(lambda house, scene, _, act=act: act(house, scene))
        for name, (act, _) in WRITES.items()
        if not name.startswith("views.")
    },
    **{
        f"{each.name} {each.of}".strip(): Call(in_part("day", each.act), lambda scene: scene.day.guest)
        for each in (*DAY_WRITES, *DESK_WRITES, *REPORT_WRITES)
    },
    **{f"{each.name} {each.of}".strip(): Call(in_part("program", each.act)) for each in PROGRAM_WRITES},
    **{
        f"employment.{each.name} {each.of}".strip(): Call(in_part("work", each.act), _field(each.own or "holder"))
        for each in (*EMPLOYMENT_WRITES, *OWN_WRITES)
    },
    **{
        f"{each.name} {each.of}".strip(): Call(in_part("people", each.act))
        for each in (*PEOPLE_WRITES, *PEOPLE_READS, *OLDER)
    },
    **ASKING,
}
"""By whom each may be done stands in docs/permissions.md."""
