"""Pages for readers without an account, kept ready to send; docs/decisions/page-cache.md says why none can be stale."""
