"""What readers can find: one entry for each published text, with its words and what it is about."""
