"""Floor 1: the organisations that carry the project, and people."""
