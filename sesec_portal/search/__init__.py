"""Finding: the index of what readers can find, and the search page; and the admin's search, taught Chinese.

Imports `core`. Enter at `index.entries` (a page's or a document's entry is written), `models` (the tables), `views`
(the search page, made of the modules in `query`) and `admin_backend` (what editors search with). A page type says how
it is found by `search_type`, `search_order`, `search_counts_all`, `facets()`, `shown_text()`, `other_titles()` and
`search_synonyms()`, and by `facet` that readers can narrow a search to what is about its pages; an app says by the
hooks of `records` how entries of its registers, and its views, are found, and by the hook of `facets` what else a
search is narrowed to. `words` is how words are written in the index and in a question.
"""
