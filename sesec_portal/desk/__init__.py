"""The editors' desk: what needs whoever is in the admin, most urgent first.

Imports what stands below: `schedule`, `core` (registers) and `languages`. Each app adds what it knows by the hook
`register_desk_rules`, with classes of its own (`desk.py` beside its models). Enter at `rules` (what a rule and an item
are), `desk` (what lies on somebody's desk) and `views` (where it is shown).
"""
