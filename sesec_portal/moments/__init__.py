"""Moments as they were announced: a local date and time with its IANA time zone, or a day alone.

Imports nothing of the portal. Enter at `moment` (what one is, and its words), `fields` (a model field that keeps both
what was announced and the instant that it means) and `boundaries` (the instants at which pages begin to say something
else). Dates that nobody knows to the day are `edtf`'s.
"""
