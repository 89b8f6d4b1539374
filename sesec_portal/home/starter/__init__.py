"""The starter content: read from `content/`, built into a tree of pages, translated."""
