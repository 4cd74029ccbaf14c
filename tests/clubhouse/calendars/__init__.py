"""Tests of calendars that go out and come in; `files/` holds what other programs write."""
