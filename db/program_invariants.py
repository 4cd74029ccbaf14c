"""What should never be in the file about classes and events; looked for with the rest of `db.soundness`."""

PROGRAM_INVARIANTS = {
    "somebody twice on the list of an event": """
        SELECT 'person ' || person_id || ' on the list of occurrence ' || occurrence_id FROM registrations
        WHERE ended_at IS NULL GROUP BY occurrence_id, person_id HAVING count(*) > 1""",
    "a registration whose times are no times": """
        SELECT 'registration ' || id FROM registrations
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', ended_at) IS NOT ended_at""",
    "a registration without an audit row": """
        SELECT 'registration ' || registrations.id FROM registrations
        LEFT JOIN audit ON audit.subject = 'registration ' || registrations.id WHERE audit.id IS NULL""",
    "somebody twice at an event": """
        SELECT 'person ' || person_id || ' at occurrence ' || occurrence_id FROM presences
        WHERE undone_at IS NULL GROUP BY occurrence_id, person_id HAVING count(*) > 1""",
    "a presence whose times are no times": """
        SELECT 'presence ' || id FROM presences
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', undone_at) IS NOT undone_at""",
    "news whose times are no times": """
        SELECT 'news ' || id FROM news WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', told_at) IS NOT told_at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', forgotten_at) IS NOT forgotten_at""",
    "an occurrence outside its series": """
        SELECT 'occurrence ' || occurrences.id FROM occurrences JOIN series ON series.id = series_id
        WHERE extra = 0 AND cancelled_at IS NULL AND (original_day < first_day
        OR (rule = '' AND original_day <> first_day)
        OR (instr(rule, 'UNTIL=') > 0
            AND replace(original_day, '-', '') > substr(rule, instr(rule, 'UNTIL=') + 6, 8)))""",
}
