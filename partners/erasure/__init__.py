"""How a person's data is erased: from the register and its versions, from logs and the bin, as a name in words.

names       a person's names, in whichever way they are written
places      where they stand in the database
sorting     which of these places nobody can reword, and which an editor could
copies      copies of what was, which nobody can reword: the name is struck out of them
photos      the photos of the person
erasing     the deed
views       the admin's page about it
"""
