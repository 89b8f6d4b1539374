"""Deadlines and events as iCalendar (RFC 5545), for the calendars of readers.

Enter at `entries` (what a calendar and an entry of it are), `deadlines` (the entries of calls) and `written` (a
calendar as a file).
"""
