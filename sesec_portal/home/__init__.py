"""The site as a whole: the front page, pages of plain text, feeds, sitemaps, open data, the starter content.

It lies above every app and may know all of them. Enter at `models` (HomePage, StandardPage), `feeds`, `sitemap`,
`open_data`, and `starter` (what `load_starter_content` builds from the files in `content/`).
"""
