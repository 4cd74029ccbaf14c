"""Floor 2: what the house does. Rules and operations; no screens and no SQL.

An operation is a public function `verb(house, ...)` that does one whole thing in one transaction and writes its
audit row there; it returns frozen dataclasses, or raises one of `clubhouse.errors`.
"""
