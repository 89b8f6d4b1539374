"""Sources: each recorded once, cited by number wherever a fact rests on it, and printed once at a page's end.

Imports `search` and what lies below it. Enter at `models` (Source, and the page that lists them all), `citations` (the
numbers of a page and its notes), `cited` (what cites a source) and `finding` (how readers find one). What cites names
`sources.Source` as a string; `core.sources.Sourced` is what has a source.
"""
