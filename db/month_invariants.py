"""What should never be in the file about locked months; looked for with the rest of `db.soundness`."""

MONTH_INVARIANTS = {
    "a locked month without an audit row": """
        SELECT 'month ' || month FROM locked_months LEFT JOIN audit
        ON audit.subject = 'month ' || month AND audit.action = 'lock_visits' WHERE audit.id IS NULL""",
    "a locked month whose times are no times": """
        SELECT 'month ' || month FROM locked_months
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', locked_at) IS NOT locked_at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', ended_at) IS NOT ended_at""",
    # Of the same second as the lock, nobody knows which came first.
    "a correction in a locked month without a reason": """
        SELECT audit.subject FROM locked_months JOIN audit INDEXED BY audit_corrections
        ON audit.at > locked_at AND audit.at < coalesce(ended_at, '9')
        WHERE action IN ('add_visit', 'correct_visit', 'tell_leaving', 'undo_visit') AND reason = ''
        AND month IN (substr(json_extract(was, '$.day'), 1, 7), substr(json_extract(became, '$.day'), 1, 7))""",
}
