-- A small house as version 1 of the schema kept it. Once a later version is out, this file never changes.

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'staff', 'volunteer')),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  shown_as TEXT NOT NULL DEFAULT 'first_name'
    CHECK (shown_as IN ('first_name', 'nickname', 'initials', 'hidden')),
  since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),
  ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
  paused_at TEXT,
  pause_reason TEXT NOT NULL DEFAULT '',
  CHECK (first_name <> '')
) STRICT;
CREATE INDEX people_names ON people (first_name, last_name);

CREATE TABLE name_letters (
  letters TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (letters, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_letters_person ON name_letters (person_id);

CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  issued_at TEXT NOT NULL,
  replaced_at TEXT,
  CHECK (replaced_at >= issued_at)
) STRICT;
CREATE UNIQUE INDEX cards_one_in_use ON cards (person_id) WHERE replaced_at IS NULL;
CREATE INDEX cards_person ON cards (person_id);

CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  in_at TEXT NOT NULL,
  in_how TEXT NOT NULL CHECK (in_how IN ('scan', 'name', 'paper')),
  out_at TEXT,
  out_how TEXT CHECK (out_how IN ('scan', 'key', 'paper', 'estimate', 'told')),
  undone_at TEXT,
  CHECK (out_at >= in_at),
  CHECK ((out_at IS NULL) = (out_how IS NULL))
) STRICT;
CREATE UNIQUE INDEX visits_one_open ON visits (person_id) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_open_by_day ON visits (day) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_of_person ON visits (person_id, in_at) WHERE undone_at IS NULL;
CREATE INDEX visits_of_day ON visits (day, in_at) WHERE undone_at IS NULL;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  station TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  was TEXT CHECK (was IS NULL OR json_valid(was)),
  became TEXT CHECK (became IS NULL OR json_valid(became)),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject);
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_adds BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO _sqlite_migrations VALUES (1, 'clubhouse', '0001_ground', '2026-10-01 12:00:00.000000+00:00');
PRAGMA user_version = 1;

INSERT INTO settings VALUES
  ('name', 'Harbor House'),
  ('timezone', 'America/New_York'),
  ('closing-time', '16:30'),
  ('active-days', '60');

INSERT INTO people VALUES
  (1, 'M0001', 'member', 'Rosa', 'Álvarez', 'Rosie', 'nickname', '2019-04-01', NULL, NULL, ''),
  (2, 'M0002', 'member', '李', '小龙', '', 'first_name', '2021-09-13', NULL, NULL, ''),
  (3, 'M0003', 'member', 'Ngozi', 'O''Connor', '', 'initials', '2015-01-05', '2024-06-28', NULL, ''),
  (4, 'M-17b', 'member', 'Jean-Luc', 'Nguyễn', '', 'hidden', '2023-02-02', NULL, '2026-11-20T15:02:11Z', 'Asked to talk with Sam before the next visit'),
  (5, 'S0001', 'staff', 'Sam', 'Lee', '', 'first_name', '2014-08-18', NULL, NULL, ''),
  (6, 'V0001', 'volunteer', 'Łucja', '', '', 'first_name', '2026-10-05', NULL, NULL, '');

INSERT INTO name_letters VALUES
  ('alvarez', 1),
  ('alvarez rosa', 1),
  ('alvarezrosa', 1),
  ('jean luc nguyen', 4),
  ('jean lucnguyen', 4),
  ('lee', 5),
  ('lee sam', 5),
  ('lucja', 6),
  ('ngozi oconnor', 3),
  ('nguyen', 4),
  ('nguyen jean luc', 4),
  ('nguyenjean luc', 4),
  ('oconnor', 3),
  ('oconnor ngozi', 3),
  ('rosa alvarez', 1),
  ('rosaalvarez', 1),
  ('rosie alvarez', 1),
  ('sam lee', 5),
  ('小龙', 2),
  ('小龙 李', 2),
  ('小龙李', 2),
  ('李 小龙', 2),
  ('李小龙', 2);

INSERT INTO cards VALUES
  (1, 'CHBDEFGHIJKLNRTUVCBDEFGHIJTKL', 1, '2026-10-01T13:00:00Z', '2026-10-19T14:10:05Z'),
  (2, 'CHCVUTRNLKJIHGFEDBCVUTRNLKTHH', 1, '2026-10-19T14:10:05Z', NULL),
  (3, 'CHHHJKLNRTCCBBDDEEFFGGHHIIDTD', 2, '2026-10-01T13:00:00Z', NULL),
  (4, 'CHJDKVUTRNCBEFGHILNRTUVCBDIVL', 3, '2026-10-01T13:00:00Z', NULL),
  (5, 'CHNRTUVCBDEFGHIJKLCVBUDTERDGT', 5, '2026-10-01T13:00:00Z', NULL);

INSERT INTO visits VALUES
  (1, 1, '2026-10-30', '2026-10-30T12:47:05Z', 'scan', '2026-10-30T19:58:40Z', 'key', NULL),
  (2, 2, '2026-10-30', '2026-10-30T12:51:33Z', 'scan', '2026-10-30T20:30:00Z', 'estimate', NULL),
  (3, 5, '2026-10-30', '2026-10-30T12:20:02Z', 'scan', '2026-10-30T21:04:59Z', 'scan', NULL),
  (4, 1, '2026-11-02', '2026-11-02T13:44:18Z', 'scan', '2026-11-02T18:00:00Z', 'told', NULL),
  (5, 1, '2026-11-02', '2026-11-02T13:40:00Z', 'scan', NULL, NULL, '2026-11-02T13:40:09Z'),
  (6, 6, '2026-11-02', '2026-11-02T14:00:00Z', 'paper', '2026-11-02T16:30:00Z', 'paper', NULL),
  (7, 2, '2026-11-23', '2026-11-23T13:46:02Z', 'name', NULL, NULL, NULL);

INSERT INTO audit VALUES
  (1, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 1', NULL, '{"code": "M0001", "first_name": "Rosa", "last_name": "Álvarez"}', ''),
  (2, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 2', NULL, '{"code": "M0002", "first_name": "李", "last_name": "小龙"}', ''),
  (3, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 3', NULL, '{"code": "M0003", "first_name": "Ngozi", "last_name": "O''Connor"}', ''),
  (4, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 4', NULL, '{"code": "M-17b", "first_name": "Jean-Luc", "last_name": "Nguyễn"}', ''),
  (5, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 5', NULL, '{"code": "S0001", "first_name": "Sam", "last_name": "Lee"}', ''),
  (6, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 6', NULL, '{"code": "V0001", "first_name": "Łucja", "last_name": ""}', ''),
  (7, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 1', NULL, '{"person": "M0001"}', ''),
  (8, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 3', NULL, '{"person": "M0002"}', ''),
  (9, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 4', NULL, '{"person": "M0003"}', ''),
  (10, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 5', NULL, '{"person": "S0001"}', ''),
  (11, '2026-10-19T14:10:05Z', 'desk', 'S0001', 'replace_card', 'card 2', '1', '{"person": "M0001"}', ''),
  (12, '2026-10-30T12:20:02Z', 'kiosk', 'S0001', 'sign_in', 'visit 3', NULL, '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (13, '2026-10-30T12:47:05Z', 'kiosk', 'M0001', 'sign_in', 'visit 1', NULL, '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (14, '2026-10-30T12:51:33Z', 'kiosk', 'M0002', 'sign_in', 'visit 2', NULL, '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (15, '2026-10-30T19:58:40Z', 'kiosk', 'M0001', 'sign_out', 'visit 1', '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": "2026-10-30T19:58:40Z", "out_how": "key"}', ''),
  (16, '2026-10-30T20:30:00Z', 'kiosk', 'house', 'close_day', 'visit 2', '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": "2026-10-30T20:30:00Z", "out_how": "estimate"}', ''),
  (17, '2026-10-30T21:04:59Z', 'kiosk', 'S0001', 'sign_out', 'visit 3', '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": "2026-10-30T21:04:59Z", "out_how": "scan"}', ''),
  (18, '2026-11-02T13:40:00Z', 'kiosk', 'M0001', 'sign_in', 'visit 5', NULL, '{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (19, '2026-11-02T13:40:09Z', 'kiosk', 'M0001', 'undo_sign_in', 'visit 5', '{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}', NULL, ''),
  (20, '2026-11-02T13:44:18Z', 'kiosk', 'M0001', 'sign_in', 'visit 4', NULL, '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (21, '2026-11-02T14:00:00Z', 'kiosk', 'S0001', 'add_visit', 'visit 6', NULL, '{"id": 6, "person_id": 6, "day": "2026-11-02", "in_at": "2026-11-02T14:00:00Z", "in_how": "paper", "out_at": "2026-11-02T16:30:00Z", "out_how": "paper"}', 'paper sheet'),
  (22, '2026-11-02T18:00:00Z', 'kiosk', 'M0001', 'tell_leaving', 'visit 4', '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": "2026-11-02T18:00:00Z", "out_how": "told"}', ''),
  (23, '2026-11-20T15:02:11Z', 'desk', 'S0001', 'pause_person', 'person 4', NULL, NULL, 'Asked to talk with Sam before the next visit'),
  (24, '2026-11-23T13:46:02Z', 'kiosk', 'M0002', 'sign_in', 'visit 7', NULL, '{"id": 7, "person_id": 2, "day": "2026-11-23", "in_at": "2026-11-23T13:46:02Z", "in_how": "name", "out_at": null, "out_how": null}', '');
