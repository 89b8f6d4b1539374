"""Figures for the committee: what was published, held, decided and read in a phase or any other period.

Imports `counting` (how often pages were opened), `core` and what stands below. Each app adds what it knows by the hook
`register_report_sections`, and periods to choose from by `register_report_periods`. Enter at `sections` (what a section
is), `periods` (which days it tells of), `published` and `opened` (the sections of this app) and `views`.
"""
