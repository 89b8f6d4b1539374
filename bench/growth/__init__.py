"""Makes a portal of any size, fast, for measurements alone: nothing made here is true.

words       sentences in both languages
bulk_pages  pages into the tree in bulk, with their places, translations and revisions
registers   partners, people, phases, the committee and what it decided
texts       pages of text, in sections
"""
