"""Two languages: original pages that hold the facts, translations, and fallback pages until there is a translation.

Imports `visibility`, `pagecache` and `edtf`. Enter at `pages` (which page a reader is shown), `records` (a register's
words in the active language), `together` and `privacy` (the languages' page trees kept in step), `progress` (whether a
translation is behind), `marking` (Chinese words in other text), `segmentation` (Chinese cut into words) and `formats`
(how dates are printed).
"""
