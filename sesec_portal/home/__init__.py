"""Floor 5: the front page, pages of plain text, search, and the starter content; may know every app."""
