"""Draft links: one version of a page, shown for some days to somebody without an account, who may comment on it.

Imports `core` (versions) and `visibility`. Enter at `models` (a link, and what it keeps of its address), `rules` (what
may be shown, and who may show it), `views` (what the partner sees), `comments` (what they write) and `admin_views`
(where links are made and ended).
"""
