"""The organisations that carry the project, with their names over time, and people.

Imports `sesec_portal.bin`, `search`, `core` and what lies below them. Enter at `models` (PartnerPage, Person),
`erasure` (how a person's data goes), `registers` (open data) and `structured_data` (organizations and persons in the
words of schema.org). Nobody's name is published without a consent on record.
"""
