"""Floor 1: what is kept. Schema, migrations and statements; no rules and no screens."""
