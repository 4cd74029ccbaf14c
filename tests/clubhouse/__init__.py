"""Tests of floor 2: what the house does."""
