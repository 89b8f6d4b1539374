"""The watch on standards: who is who, the glossary, and calls for comments with their deadlines.

Imports `governance` (its sectors are the topics of everything dated) and what lies below. Enter at `models`,
`listing` (lists of what is dated, by year, topic and more), `calendars` (deadlines and events as iCalendar) and
`numbers.recognition` (what a number of a standard or a notice is).
"""
