"""Registers from spreadsheets: of each line of a file is told what would become of it, and all is done or nothing.

Imports what stands below: `core` (registers, open data), `languages`, `edtf`. Each app brings its registers by the hook
`register_sheets`. Enter at `sheets` (what a register's spreadsheet has in it), `reading` (files), `planning` (the dry
run), `importing` (the deed) and `views`; `exporting` gives out the file that can come back in.
"""
