"""The organisations that carry the project, with their names over time, and people.

Imports `sesec_portal.core` and what lies below it. Enter at `models` (PartnerPage, Person), `registers` (open data) and
`structured_data` (organizations and persons in the words of schema.org). Nobody's name is published without a consent
on record.
"""
