"""Two versions of a page or of an entry of a register, compared in words.

Enter at `views` (the comparison and the choice of the two), `fields` and `blocks` (how each value is read), `rows`
(lists of entries), `marking` (how a change is marked) and `names` (what things are called that a version names).
"""
