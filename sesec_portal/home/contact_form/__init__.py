"""The form by which readers write to the project: nothing of it is stored, and nothing is mailed to strangers.

A message goes to the project's mailbox within the request: a queue would keep it in the database. Whoever wants a copy
gets a code first; only who reads the mails of the address that was typed can have the text sent there. Enter at
`views`.
"""
