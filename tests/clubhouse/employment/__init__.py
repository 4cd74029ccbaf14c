"""Tests of paid work."""
