"""Tests of floor 1: what is kept."""
