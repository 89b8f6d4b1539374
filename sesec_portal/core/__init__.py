"""What every page type needs and no more.

Imports `edtf`, `pagecache`, `visibility`, `languages` and `media`. Enter at `pages` (BasePage), `blocks` (the one
vocabulary of long text), `sources` (where a fact comes from), `structured_data`, `open_data`, `as_of`, `routing` (from
an address to its page) and `navigation` (menu, breadcrumbs, translations). It knows none of the apps above it.
"""
