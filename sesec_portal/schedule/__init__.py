"""What is scheduled: what happens at an hour to come, as a list and as the months of a calendar.

Imports what stands below: `core` (registers), `moments` and `edtf`. Each app adds what it knows by the hook
`register_schedule_sources`, and what is to be said above it all by `register_schedule_notices`. Enter at `entries`
(what an entry is), `schedule` (what somebody finds in it), `months` (how days become a month) and `views`.
"""
