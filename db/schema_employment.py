"""The step of the schema for paid work: employers, placements, terms, jobs, hours, coverage, and reported months."""

EMPLOYMENT = """
CREATE TABLE employers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  contact TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (date(closed_on) IS closed_on)
) STRICT;

CREATE TABLE placements (
  id INTEGER PRIMARY KEY,
  employer_id INTEGER NOT NULL REFERENCES employers (id),
  job TEXT NOT NULL CHECK (job <> ''),
  place TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes BETWEEN 0 AND 10080),
  looked_after_by INTEGER REFERENCES people (id),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  closed_on TEXT CHECK (date(closed_on) IS closed_on),
  CHECK (closed_on >= opened_on)
) STRICT;

CREATE TABLE placement_times (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  times TEXT NOT NULL CHECK (json_valid(times)),
  replaced_at TEXT
) STRICT;
CREATE UNIQUE INDEX placement_times_since ON placement_times (placement_id, since) WHERE replaced_at IS NULL;

CREATE TABLE placement_wages (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  replaced_at TEXT
) STRICT;
CREATE UNIQUE INDEX placement_wages_since ON placement_wages (placement_id, since) WHERE replaced_at IS NULL;

CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  planned_last_day TEXT NOT NULL CHECK (date(planned_last_day) IS planned_last_day),
  last_day TEXT CHECK (date(last_day) IS last_day),
  undone_at TEXT,
  CHECK (planned_last_day >= first_day),
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX terms_of_placement ON terms (placement_id, first_day) WHERE undone_at IS NULL;
CREATE INDEX terms_of_person ON terms (person_id, first_day) WHERE undone_at IS NULL;
CREATE INDEX terms_held ON terms (planned_last_day) WHERE last_day IS NULL AND undone_at IS NULL;
CREATE INDEX terms_over ON terms (last_day) WHERE undone_at IS NULL;
CREATE TRIGGER terms_stay BEFORE UPDATE OF placement_id, person_id, first_day ON terms BEGIN
  SELECT RAISE(ABORT, 'a term is taken back and begun anew, never moved');
END;

CREATE TABLE next_in_line (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  placement_id INTEGER REFERENCES placements (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX next_in_line_once ON next_in_line (person_id, coalesce(placement_id, 0)) WHERE ended_at IS NULL;
CREATE INDEX next_in_line_waiting ON next_in_line (id) WHERE ended_at IS NULL;

CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('supported', 'independent')),
  employer TEXT NOT NULL CHECK (employer <> ''),
  job TEXT NOT NULL CHECK (job <> ''),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes BETWEEN 0 AND 10080),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  last_day TEXT CHECK (date(last_day) IS last_day),
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX jobs_of_person ON jobs (person_id, first_day);
CREATE INDEX jobs_over ON jobs (last_day);

CREATE TABLE work_days (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER REFERENCES placements (id),
  job_id INTEGER REFERENCES jobs (id),
  day TEXT NOT NULL CHECK (date(day) IS day),
  what TEXT NOT NULL CHECK (what IN ('worked', 'covered', 'closed')),
  person_id INTEGER REFERENCES people (id),
  for_id INTEGER REFERENCES people (id),
  starts_at TEXT,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  state TEXT NOT NULL CHECK (state IN ('logged', 'confirmed')),
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  at TEXT NOT NULL,
  ended_at TEXT,
  replaced_by INTEGER REFERENCES work_days (id),
  CHECK ((placement_id IS NULL) <> (job_id IS NULL)),
  CHECK ((what = 'closed') = (person_id IS NULL)),
  CHECK ((what = 'closed') = (minutes = 0)),
  CHECK (what = 'worked' OR job_id IS NULL),
  CHECK (what = 'covered' OR for_id IS NULL),
  CHECK (for_id <> person_id),
  CHECK (ended_at IS NOT NULL OR replaced_by IS NULL)
) STRICT;
CREATE INDEX work_days_of_day ON work_days (day, placement_id) WHERE ended_at IS NULL;
CREATE INDEX work_days_of_person ON work_days (person_id, day) WHERE ended_at IS NULL;
CREATE INDEX work_days_of_placement ON work_days (placement_id, day) WHERE ended_at IS NULL;
CREATE INDEX work_days_to_confirm ON work_days (day) WHERE ended_at IS NULL AND state = 'logged';
CREATE INDEX work_days_replaced ON work_days (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE UNIQUE INDEX work_days_one_closing ON work_days (placement_id, day) WHERE ended_at IS NULL AND what = 'closed';
CREATE TRIGGER work_days_stay
BEFORE UPDATE OF placement_id, job_id, day, what, person_id, for_id, starts_at, minutes, correction, at ON work_days
BEGIN
  SELECT RAISE(ABORT, 'hours are replaced by a new row, never written over');
END;

CREATE TABLE coverage_requests (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  day TEXT NOT NULL CHECK (date(day) IS day),
  person_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  taken_by INTEGER REFERENCES people (id),
  taken_at TEXT,
  ended_at TEXT,
  CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
  CHECK (taken_by <> person_id)
) STRICT;
CREATE UNIQUE INDEX coverage_requests_once ON coverage_requests (placement_id, day, coalesce(person_id, 0))
  WHERE ended_at IS NULL;
CREATE INDEX coverage_requests_of_day ON coverage_requests (day) WHERE ended_at IS NULL;
CREATE INDEX coverage_requests_taken ON coverage_requests (taken_by, day) WHERE ended_at IS NULL;

CREATE TABLE coverage_offers (
  request_id INTEGER NOT NULL REFERENCES coverage_requests (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (request_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_offers_of_person ON coverage_offers (person_id);

CREATE TABLE reported_months (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (strftime('%Y-%m', month || '-01') IS month),
  placement_id INTEGER REFERENCES placements (id),
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reported_months_once ON reported_months (month, coalesce(placement_id, 0));
"""
