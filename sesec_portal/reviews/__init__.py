"""Reviews: who looks after a page or an entry of a register, and by when somebody says anew that it is true.

Imports `core` (`reviewed` holds the fields and the rule of when it is due) and `desk`. Enter at `due` (what is due),
`recording` (a review, an owner or a day is recorded), `views` and `panel` (where that is done), `digest` (what owners
are told by mail) and `report`.
"""
