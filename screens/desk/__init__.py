"""The staff desk: one file a page. What it is built of stands in `room`, `rows`, `listing` and `form`."""
