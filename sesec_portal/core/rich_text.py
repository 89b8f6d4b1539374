"""What editors may use in rich text: every list of features, from the shortest to that of a page's body."""

# Emphasis and links, in text that stays one or two paragraphs.
WORDS = ["bold", "italic", "link"]
# A cell of a table; line breaks need no feature.
CELL = ["bold", "link"]
# Points, one to a line, without much else.
POINTS = ["ol", "ul", "bold", "link"]
# Words and lists.
LISTS = [*WORDS, "ul", "ol"]
# Lists in a text that rests on documents: terms of reference, what a phase set out to do and did.
DOCUMENTED = ["bold", "italic", "ol", "ul", "link", "document-link"]
# The body of a page; its headings are blocks of their own, but for those inside a text.
BODY = ["h3", *DOCUMENTED, "superscript"]
