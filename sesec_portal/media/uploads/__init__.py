"""What happens to a file between the editor who uploads it and the reader who gets it."""
