"""What should never be in the file about people and their records; looked for with the rest of `db.soundness`."""

PEOPLE_INVARIANTS = {
    "an entry merged into another that is on a list": """
        SELECT 'person ' || id FROM people WHERE merged_into_id IS NOT NULL AND ended_on IS NULL""",
    "an entry merged into another without a merge": """
        SELECT 'person ' || people.id FROM people LEFT JOIN merges
        ON old_id = people.id AND kept_id = merged_into_id AND ended_at IS NULL
        WHERE merged_into_id IS NOT NULL AND merges.id IS NULL""",
    "an entry merged into itself": """
        WITH RECURSIVE kept (id, by_id) AS (
          SELECT id, merged_into_id FROM people WHERE merged_into_id IS NOT NULL
          UNION SELECT kept.id, merged_into_id FROM kept JOIN people ON people.id = by_id
          WHERE merged_into_id IS NOT NULL)
        SELECT 'person ' || id FROM kept WHERE id = by_id""",
    "somebody signed in under an entry that was merged": """
        SELECT 'person ' || person_id FROM visits JOIN people ON people.id = person_id
        WHERE out_at IS NULL AND undone_at IS NULL AND merged_into_id IS NOT NULL""",
    "a contact whose times are no times": """
        SELECT 'contact ' || id FROM contacts WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at""",
    "a visitor whose times are no times": """
        SELECT 'visitor ' || id FROM visitors
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', in_at) IS NOT in_at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', out_at) IS NOT out_at""",
    "a card on a sheet whose times are no times": """
        SELECT 'card ' || card_id FROM card_prints
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', ended_at) IS NOT ended_at""",
    "a card on a sheet without an audit row": """
        SELECT 'card ' || card_id FROM card_prints WHERE NOT EXISTS (
          SELECT 1 FROM audit WHERE audit.subject = 'card ' || card_id AND action = 'put_on_sheet')""",
    "a change to a person's record without an audit row": """
        SELECT what FROM (
          SELECT 'contact ' || id AS what FROM contacts UNION ALL SELECT 'goal ' || id FROM goals
          UNION ALL SELECT 'support ' || id FROM supports UNION ALL SELECT 'visitor ' || id FROM visitors)
        WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.subject = what)""",
}
