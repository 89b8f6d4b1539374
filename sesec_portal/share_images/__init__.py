"""The picture that stands beside a link to a page where it is shared: drawn from the page's words, kept as a file.

Imports `core`: a page says what stands on its picture by `share_card()`. Enter at `storage` (which picture a page has),
`render` (how one is drawn, with `text_layout`) and `tasks` (when they come and go).
"""
