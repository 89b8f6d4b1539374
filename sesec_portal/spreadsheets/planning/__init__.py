"""The dry run: what would become of each line, told before anything is done."""
