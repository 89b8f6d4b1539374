"""Search over the whole portal: published, public pages and documents, in the reader's language first."""
