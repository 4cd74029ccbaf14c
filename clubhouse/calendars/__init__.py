"""Calendars (iCalendar, RFC 5545) that go out to other programs and come in from them, and what a phone takes along.

`icalendar` is slow to import: each function here imports it when it is called, never a module.
"""
