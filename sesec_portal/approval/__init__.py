"""Four eyes: what one person has written is published by another.

Imports nothing of the portal. Enter at `models` (ApprovalTask, the step of a workflow that asks for it),
`permissions` (who may publish a page without asking anybody) and `refusals` (what is told to who may not do something).
Which pages and registers ask for it is a setting of the workflows in the admin.
"""
