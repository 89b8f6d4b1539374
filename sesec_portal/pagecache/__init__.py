"""The cache of whole pages in front of Django; docs/decisions/0005-page-cache.md says why no page in it can be stale.

Imports `edtf` alone (the clock). Enter at `application` (the WSGI application around Django's), `generation` (the word
that changes with the content), `memo` (what is asked for once per generation) and `invalidation` (every write to the
database moves the generation on). An app names tables that no page shows in `quiet_tables` of its AppConfig.
"""
