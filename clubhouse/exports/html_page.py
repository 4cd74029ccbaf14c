"""A page to print: one table under its title, whose head stands on every sheet of paper."""

from html import escape
from pathlib import Path

from clubhouse.exports.table import Table

_STYLE = """
@page { size: auto; margin: 12mm; }
* { box-sizing: border-box; }
html { font: 11pt/1.3 sans-serif; color: #000; background: #fff; }
h1 { font-size: 1.3em; margin: 0 0 2mm; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 2mm; text-align: start; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content auto; gap: 1mm 4mm; margin-top: 6mm; }
dt { font-weight: bold; }
dd { margin: 0; }
.sign-in-sheet td { height: 9mm; }
.sign-in-sheet th:nth-child(n + 3) { width: 9%; }
.sign-in-sheet th:nth-child(2) { width: 25%; }
"""


def write_html(table: Table, path: Path) -> None:
    """Write `table` to `path`, which exists, row by row; the page fetches nothing and runs nothing."""
    facts = dict(table.facts)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
        file.write(f"<title>{escape(table.what)}</title>\n<style>{_STYLE}</style>\n</head>\n")
        file.write(f'<body class="{escape(table.what)}">\n')
        file.write(f'<h1 dir="auto">{escape(facts["House"])}: {escape(facts["What it holds"])}</h1>\n<table>\n')
        heads = "".join(f"<th>{escape(column.header)}</th>" for column in table.columns)
        file.write(f"<thead><tr>{heads}</tr></thead>\n<tbody>\n")
        for row in table.rows:
            cells = "".join(f'<td dir="auto">{escape(str(cell))}</td>' for cell in row)
            file.write(f"<tr>{cells}</tr>\n")
        file.write("</tbody>\n</table>\n<dl>\n")
        for name, value in table.facts:
            file.write(f'<dt>{escape(name)}</dt><dd dir="auto">{escape(value)}</dd>\n')
        file.write("</dl>\n</body>\n</html>\n")
