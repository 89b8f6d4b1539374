"""Backups: one archive with every row and every file that cannot be made again, and the way back from it.

From the ground up:

refusals    why nothing was done, in a sentence
programs    PostgreSQL's own programs
rows        every table's rows, counted and summed
manifest    what a backup says of itself
archive     the tar file, and whether it is whole
media       the uploaded files, put beside the former ones and exchanged for them
databases   a database beside the portal's own, which takes its place
making      a backup made
restoring   a backup restored
"""
