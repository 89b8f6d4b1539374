"""Links are checked: inside the portal when a text is published and each night, those to elsewhere once a week.

Imports `desk`, `core` (texts, drafts), `approval`, `languages`, `visibility`, `pagecache` and `edtf`. Enter at `found`
(the links of texts), `internal` (what is wrong with one inside the portal), `fetching` (asks an address elsewhere, and
never a private one), `nightly` (what is done each night), `report`, and `uses` (what refers to what is to go).
"""
