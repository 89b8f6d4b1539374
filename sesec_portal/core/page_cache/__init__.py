"""Pages for readers without an account, ready to send; docs/decisions/0005-page-cache.md says why none can be stale."""
