"""Standards, calls for comments and notices: what the project follows.

Imports `search` and what lies below. Enter at `numbers.recognition` (what a number of a standard or a notice is).
"""
