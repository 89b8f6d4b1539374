"""Files as somebody sends them: CSV and XLSX, read within bounds, as lines of texts."""
