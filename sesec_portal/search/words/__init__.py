"""How words are written in the index and in what it is asked, so that every way to write them is found by every other.

folding    the signs: full-width letters, dashes, quotation marks
compounds  what is written with signs inside it: EU-China, GB/T 1234-2020, R&D
chinese    Chinese cut into words, and into pairs of characters across the cuts
indexing   a text as the index keeps it
questions  what makes Chinese a question, and says nothing
units      what a reader typed, in words and in quotation marks
asking     what a reader typed as the index is asked for it
"""
