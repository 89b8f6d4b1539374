"""Four eyes: what one person has written is published by another.

Imports nothing of the portal. Enter at `models` (ApprovalTask, the step of a workflow that asks for it) and
`permissions` (who may publish a page without asking anybody). Which pages and registers ask for it is a setting of the
workflows in the admin.
"""
