"""What is measured by hand, each with its command in the Makefile; the tests need none of it."""
