"""What should never be in the file about paid work; looked for with the rest of `db.soundness`."""

EMPLOYMENT_INVARIANTS = {
    "hours of somebody who does not hold the placement": """
        SELECT 'work day ' || id FROM work_days
        WHERE ended_at IS NULL AND placement_id IS NOT NULL AND (what = 'worked' OR for_id IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM terms
          WHERE terms.placement_id = work_days.placement_id
          AND terms.person_id = CASE what WHEN 'worked' THEN work_days.person_id ELSE work_days.for_id END
          AND undone_at IS NULL AND first_day <= day AND (last_day IS NULL OR last_day >= day)
        )""",
    "hours in a job that the person does not have": """
        SELECT 'work day ' || work_days.id FROM work_days JOIN jobs ON jobs.id = job_id
        WHERE ended_at IS NULL
        AND (jobs.person_id <> work_days.person_id OR day < first_day OR day > coalesce(last_day, day))""",
    "hours whose time is no time": """
        SELECT 'work day ' || id FROM work_days WHERE strftime('%Y-%m-%dT%H:%M:%SZ', starts_at) IS NOT starts_at""",
    # No zone is more than 14 hours from UTC, so the day is next to its UTC date.
    "hours that begin on another day": """
        SELECT 'work day ' || id FROM work_days WHERE abs(julianday(day) - julianday(date(starts_at))) > 1""",
    "hours without an audit row": """
        SELECT 'work day ' || work_days.id FROM work_days
        LEFT JOIN audit ON audit.subject = 'work day ' || work_days.id WHERE audit.id IS NULL""",
    "hours whose correction is of another day, job or person": """
        SELECT 'work day ' || was.id FROM work_days AS was JOIN work_days AS now ON now.id = was.replaced_by
        WHERE (was.placement_id, was.job_id, was.day, was.what, was.person_id, was.for_id)
        IS NOT (now.placement_id, now.job_id, now.day, now.what, now.person_id, now.for_id)""",
    "a term without an audit row": """
        SELECT 'term ' || terms.id FROM terms LEFT JOIN audit ON audit.subject = 'term ' || terms.id
        WHERE audit.id IS NULL""",
    "a term outside the time in which the house holds the placement": """
        SELECT 'term ' || terms.id FROM terms JOIN placements ON placements.id = placement_id
        WHERE undone_at IS NULL
        AND (first_day < opened_on OR (closed_on IS NOT NULL AND coalesce(last_day, '9999') >= closed_on))""",
    "somebody who holds a placement twice at the same time": """
        SELECT 'term ' || other.id FROM terms AS one
        JOIN terms AS other ON other.placement_id = one.placement_id AND other.person_id = one.person_id
        WHERE other.id > one.id AND one.undone_at IS NULL AND other.undone_at IS NULL
        AND one.first_day <= coalesce(other.last_day, '9999')
        AND other.first_day <= coalesce(one.last_day, '9999')""",
    "somebody asked to cover what is covered": """
        SELECT 'coverage ' || request_id FROM coverage_offers
        JOIN coverage_requests ON coverage_requests.id = request_id
        WHERE taken_by IS NOT NULL OR ended_at IS NOT NULL""",
    "an offer to cover in the audit log": """
        SELECT subject FROM audit WHERE action IN ('offer_coverage', 'decline_coverage', 'withdraw_offer')""",
}
