"""JSON, one object a line, by the columns' keys; the empty text stands as null."""

import json
from pathlib import Path

from clubhouse.exports.table import Table


def write_json(table: Table, path: Path) -> None:
    """Write `table` to `path`, which exists."""
    keys = [column.key for column in table.columns]
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in table.rows:
            cells = [None if cell == "" else cell for cell in row]
            file.write(encode(dict(zip(keys, cells, strict=True))) + "\n")
