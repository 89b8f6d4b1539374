"""Whether what the portal keeps fits together; each check only looks, and says how to mend what it finds.

problem      what a check finds
tree         the trees of pages and collections, and the addresses of pages
languages    pages and their translations
drafts       the drafts of pages, and the versions that are scheduled
publications what was published and is only half done
search       what readers and editors search in
references   the record of what is used where
files        uploaded files, and the rows that name them
checks       all of them, one after the other
"""
