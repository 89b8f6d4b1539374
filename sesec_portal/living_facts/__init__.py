"""Values of the registers inside running text, which can therefore not go stale: the phase now, the next deadline.

Imports `languages` and `pagecache`. Enter at `fact` (what a living fact is: one class in the module `living_facts` of
the app whose register it reads), `printing` (how a text prints it), `editor` (how the editor keeps it) and `chooser`.
"""
