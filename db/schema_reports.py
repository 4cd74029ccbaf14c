"""The step of the schema for exports and figures: indexes by which a report finds its few rows among millions."""

REPORTS = """
CREATE INDEX audit_corrections ON audit (at, subject)
  WHERE action IN ('add_visit', 'correct_visit', 'tell_leaving');
CREATE INDEX visits_estimated ON visits (day) WHERE out_how = 'estimate' AND undone_at IS NULL;
CREATE INDEX sign_ups_of_day ON sign_ups (day) WHERE state = 'joined';
CREATE INDEX people_since ON people (since) WHERE kind = 'member';
"""
