"""Measurements from outside, run by hand: `python -m tests.benchmarks.sign_in`, and `start` likewise."""
