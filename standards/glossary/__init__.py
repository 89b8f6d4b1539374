"""The glossary beyond its page: terms marked in texts, and how readers find them.

links       a term marked in rich text, as readers see it and as the editor keeps it
finding     the terms in the search
"""
