"""From the HTML of WordPress to the blocks of a page."""
