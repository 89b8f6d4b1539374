"""Links are checked: inside the portal when a text is published and each night, those to elsewhere once a week.

Imports `desk` and what lies below it. Enter at `found` (the links of texts), `internal` (what is wrong with one inside
the portal), `fetching` (asks an address elsewhere, and never one of a private network), `nightly` (what is done each
night), `report` and `uses` (what refers to something that is about to go).
"""
