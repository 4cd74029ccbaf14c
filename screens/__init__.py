"""Floor 3: what people see and touch. No rules and no SQL: screens call operations and show their answers."""
