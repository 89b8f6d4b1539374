"""The picture that stands beside a link to a page where it is shared: drawn from the page's words, kept as a file."""
