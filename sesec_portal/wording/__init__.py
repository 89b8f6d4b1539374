"""Words that will not stay true: they are found while somebody writes, before publication, and in a report.

Imports `core`, `living_facts`, `approval`, `languages` and `edtf`. Enter at `findings` (what is found in a page or an
entry), `plain` (what of a text is looked at), `past` (dates that are over, told as the future), `models` (the lists
that staff extend, and what was accepted), `publishing` (what is asked before publication) and `deeds` (what is done
after it).
"""
