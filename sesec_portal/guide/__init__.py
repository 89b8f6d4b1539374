"""The guide for editors, in the admin: whole, beside each form what concerns it, and the five first things.

Imports nothing of the portal. Its source is docs/editing.md, and docs/editing.zh-hans.md for who reads Chinese; below a
heading there stand the models that its section is about. Enter at `text` (what a section is), `panel` (beside a form),
`views` (the whole) and `first_things` (on the admin's front page).
"""
