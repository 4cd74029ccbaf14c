"""Members' own jobs, with the house's support (SE) or without it (IE); members may write them down themselves."""

from dataclasses import replace
from datetime import date, timedelta

import db.jobs
import db.work_days
from clubhouse import audit
from clubhouse.employment.privacy import note_look, note_look_at, own_or_keeper
from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.names import clean
from db.jobs import Job, JobKind, NewJob

__all__ = ["Job", "JobKind", "NewJob"]

LONGEST = 60


def add_job(house: House, actor: str, job: NewJob) -> Job:
    """Write down a job. Raises `BadInput`, `NotFound`, `NotAllowed` for somebody else's."""
    with house.store.transaction():
        own_or_keeper(house, actor, job.person_id)
        person_on_file(house, job.person_id)
        job_id = db.jobs.add(house.store, _checked(job))
        return _written(house, actor, "add_job", job_id, None)


def change_job(house: House, actor: str, job_id: int, to: NewJob) -> Job:
    """Say something else of a job; it stays the same person's. Raises `BadInput`, `NotFound`, `NotAllowed`."""
    with house.store.transaction():
        was = _own_job(house, actor, job_id)
        to = _checked(replace(to, person_id=was.person_id))
        rows = db.work_days.of_person(house.store, was.person_id, date.min, to.first_day - timedelta(days=1))
        if any(row.job_id == job_id for row in rows) or (was.last_day and was.last_day < to.first_day):
            raise BadInput("There are hours before that day, or it ended before. Check the first day.")
        db.jobs.change(house.store, job_id, to)
        return _written(house, actor, "change_job", job_id, was)


def end_job(house: House, actor: str, job_id: int, last_day: date | None = None) -> Job:
    """The person had it until `last_day` (today), that day too. Raises `BadInput`, `Refused` for hours after it."""
    with house.store.transaction():
        was, last_day = _own_job(house, actor, job_id), last_day or house.today()
        if last_day < was.first_day:
            raise BadInput(f"It began on {was.first_day}. It cannot end before that day.")
        rows = db.work_days.of_person(house.store, was.person_id, last_day + timedelta(days=1), date.max)
        if any(row.job_id == job_id for row in rows):
            raise Refused("There are hours after that day. Take those away first.")
        db.jobs.end(house.store, job_id, last_day)
        return _written(house, actor, "end_job", job_id, was)


def jobs_of(house: House, actor: str, person_id: int, *, again: bool = False) -> list[Job]:
    """The person's jobs, the earliest first. Raises `NotAllowed` for others'."""
    note_look_at(house, actor, person_id, "jobs", again)
    with house.store.snapshot():
        return db.jobs.of_person(house.store, person_id)


def see_jobs(house: House, actor: str, day: date | None = None, *, again: bool = False) -> list[Job]:
    """Everybody's jobs on `day` (today). Raises `NotAllowed`."""
    day = day or house.today()
    note_look(house, actor, f"jobs on {day}", again)
    with house.store.snapshot():
        return db.jobs.between(house.store, day, day)


def get_job(house: House, job_id: int) -> Job:
    """The job with that number. Raises `NotFound`."""
    with house.store.snapshot():
        job = db.jobs.get(house.store, job_id)
    if job is None:
        raise NotFound(f"There is no job with the number {job_id}.")
    return job


def _own_job(house: House, actor: str, job_id: int) -> Job:
    # Whose it is decides who may; and to who may not, a job that is there is as one that is not.
    job = db.jobs.get(house.store, job_id)
    own_or_keeper(house, actor, job.person_id if job else None)
    return get_job(house, job_id)


def _checked(job: NewJob) -> NewJob:
    employer, title = clean(job.employer), clean(job.job)
    if not employer or not title or len(employer) > LONGEST or len(title) > LONGEST:
        raise BadInput(f"A job needs an employer and what the work is called, of at most {LONGEST} letters each.")
    if not 0 <= job.weekly_minutes <= 7 * 24 * 60:
        raise BadInput("The hours a week are a number from 0 to 168.")
    return replace(job, employer=employer, job=title)


def _written(house: House, actor: str, action: str, job_id: int, was: Job | None) -> Job:
    now = get_job(house, job_id)
    audit.record(house, actor, action, f"job {job_id}", was, now)
    return now
