"""Measurements from outside, run by hand: `python -m tests.benchmarks.sign_in`, `start` and `board` likewise."""
