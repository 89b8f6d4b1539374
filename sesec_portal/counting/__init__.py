"""How often pages and documents are opened: sums of each day, and nothing about who opened them.

Imports `pagecache` (who is known to the portal) and `edtf` (the clock). Enter at `views` (what counts as a view, noted
by the web server), `waiting` (the folder in which views wait), `summing` (the worker adds them up) and `models`.
docs/decisions/0025-views-are-counted-from-lines-without-readers.md says why it is done so.
"""
