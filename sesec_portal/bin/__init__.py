"""The bin: what is deleted in the admin is kept for ninety days, and can be brought back whole.

Imports `share_images`, `search`, `core` and `media`. Enter at `keeping` (how rows are kept while something is
deleted), `restoring` (how they come back), `emptying` (how they go for good) and `guard` (what is not deleted
without a word).
"""
