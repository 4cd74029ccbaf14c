"""Statements about members' own jobs: supported and independent employment."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.store import Store
from db.values import maybe_date


class JobKind(StrEnum):
    """Whose help there is in keeping the job."""

    SUPPORTED = "supported"
    INDEPENDENT = "independent"


@dataclass(frozen=True)
class NewJob:
    """A job that belongs to a member."""

    person_id: int
    kind: JobKind
    employer: str
    job: str
    weekly_minutes: int
    first_day: date


@dataclass(frozen=True)
class Job(NewJob):
    """A job on file."""

    id: int
    last_day: date | None
    """The last day of it; None while it goes on."""

    def holds_on(self, day: date) -> bool:
        """Whether the person has it on that day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


def _list(store: Store, where: str, *values: object) -> list[Job]:
    rows = store.connection.execute(
        f"SELECT person_id, kind, employer, job, weekly_minutes, first_day, id, last_day FROM jobs WHERE {where}",
        values,
    )
    return [
        Job(person, JobKind(kind), employer, job, weekly, date.fromisoformat(first), id_, maybe_date(last))
        for person, kind, employer, job, weekly, first, id_, last in rows
    ]


def get(store: Store, job_id: int) -> Job | None:
    """The job with that id."""
    found = _list(store, "id = ?", job_id)
    return found[0] if found else None


def of_person(store: Store, person_id: int) -> list[Job]:
    """The person's jobs, the earliest first."""
    return _list(store, "person_id = ? ORDER BY first_day, id", person_id)


def between(store: Store, first: date, last: date) -> list[Job]:
    """Every job held on any day from `first` to `last`, the earliest first."""
    return sorted(
        _list(store, "last_day IS NULL AND first_day <= ?", str(last))
        + _list(store, "last_day >= ? AND first_day <= ?", str(first), str(last)),
        key=lambda job: (job.first_day, job.id),
    )


def add(store: Store, job: NewJob) -> int:
    """Put a job on file; returns its id."""
    cursor = store.connection.execute(
        "INSERT INTO jobs (person_id, kind, employer, job, weekly_minutes, first_day) VALUES (?, ?, ?, ?, ?, ?)",
        (job.person_id, job.kind, job.employer, job.job, job.weekly_minutes, str(job.first_day)),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def change(store: Store, job_id: int, to: NewJob) -> None:
    """Replace what is said of a job; it stays the same person's."""
    store.connection.execute(
        "UPDATE jobs SET kind = ?, employer = ?, job = ?, weekly_minutes = ?, first_day = ? WHERE id = ?",
        (to.kind, to.employer, to.job, to.weekly_minutes, str(to.first_day), job_id),
    )


def end(store: Store, job_id: int, last_day: date | None) -> None:
    """The person had it until `last_day`, or with None has it still."""
    store.connection.execute("UPDATE jobs SET last_day = ? WHERE id = ?", (last_day and str(last_day), job_id))
