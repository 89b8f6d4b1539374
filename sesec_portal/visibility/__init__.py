"""What anybody may read: the conditions under which pages and documents are public.

Imports `pagecache` alone. Enter at `pages` (published and not below a private page) and `documents` (not in a private
collection). Every list, search, feed and sitemap filters by these conditions; they cost no query of their own.
"""
