"""Measurements from outside, run by hand: `python -m tests.benchmarks.sign_in`, `python -m tests.benchmarks.start`."""
