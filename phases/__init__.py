"""Floor 2: the dated phases of the project, their terms of reference and their teams."""
