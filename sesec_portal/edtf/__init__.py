"""Dates as exact as their source (EDTF), periods, and the clock that says which day pages speak of.

Imports nothing of the portal. Enter at `dates` (a PartialDate read from text), `fields` (the model field), `periods`
(what lasts from one date to another), `forms` (the refusal of overlaps) and `clock` (today, or the day a reader asks
about). Templates print a date with the filter `edtf`.
"""
