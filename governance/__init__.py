"""Floor 3: the Steering Committee, its seats and its registers."""
