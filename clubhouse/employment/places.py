"""Where people work: placements and members' own jobs, told alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import db.employers
import db.jobs
import db.people
import db.placements
from clubhouse.house import House
from db.jobs import Job, JobKind
from db.people import Person
from db.placements import Placement


class WorkKind(StrEnum):
    """The kinds of paid work, as accreditation names them."""

    TE = "TE"
    GROUP_TE = "group TE"
    SE = "SE"
    IE = "IE"


@dataclass(frozen=True)
class WorkPlace:
    """One placement or job, as a list shows it."""

    kind: WorkKind
    employer: str
    job: str
    placement_id: int | None
    job_id: int | None


class Names:
    """Employers, placements and people of one list, each read once. Use it inside one snapshot."""

    def __init__(self, house: House) -> None:
        """Reads the employers and placements, which are few."""
        self._house = house
        self.employers = {each.id: each for each in db.employers.every(house.store)}
        self.placements = {each.id: each for each in db.placements.every(house.store)}
        self._people: dict[int, Person] = {}
        self._places: dict[int, WorkPlace] = {}
        self._jobs: dict[int, WorkPlace] = {}

    def learn(self, person_ids: Iterable[int]) -> None:
        """Read all of these people at once, where a list has many."""
        self._people.update((person.id, person) for person in db.people.among(self._house.store, person_ids))

    def person(self, person_id: int) -> Person:
        """The person with that id, who is on file."""
        if person_id not in self._people:
            person = db.people.get(self._house.store, person_id)
            assert person is not None
            self._people[person_id] = person
        return self._people[person_id]

    def place(self, placement_id: int | None, job_id: int | None) -> WorkPlace:
        """The placement or the job, one of which is named."""
        return self.placement(placement_id) if placement_id is not None else self.job(job_id or 0)

    def placement(self, placement_id: int) -> WorkPlace:
        """The placement with that id."""
        if placement_id not in self._places:
            found = self.placements[placement_id]
            self._places[placement_id] = place_of(found, self.employers[found.employer_id].name)
        return self._places[placement_id]

    def job(self, job_id: int) -> WorkPlace:
        """The job with that id."""
        if job_id not in self._jobs:
            job = db.jobs.get(self._house.store, job_id)
            assert job is not None
            self._jobs[job_id] = place_of_job(job)
        return self._jobs[job_id]


def place_of(placement: Placement, employer: str) -> WorkPlace:
    """A placement at the employer of that name."""
    kind = WorkKind.GROUP_TE if placement.is_group else WorkKind.TE
    return WorkPlace(kind, employer, placement.job, placement.id, None)


def place_of_job(job: Job) -> WorkPlace:
    """A member's own job."""
    kind = WorkKind.SE if job.kind is JobKind.SUPPORTED else WorkKind.IE
    return WorkPlace(kind, job.employer, job.job, None, job.id)
