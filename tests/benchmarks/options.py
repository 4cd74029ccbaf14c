"""What both benchmarks can be told."""

import tempfile
from pathlib import Path

import click

folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path(tempfile.gettempdir()) / "clubhouse-benchmarks",
    show_default=True,
    help="Where the big house is kept between runs; takes about 2 GB.",
)
