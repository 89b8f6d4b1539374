"""Two languages: original pages that hold the facts, translations, and fallback pages until there is a translation.

Imports `visibility`. Enter at `pages` (which page a reader is shown), `records` (a register's words in the active
language), `privacy` and `unpublishing` (the languages' page trees kept in step), `marking` (Chinese words in other
text), `segmentation` (Chinese cut into words) and `formats` (how dates are printed).
"""
