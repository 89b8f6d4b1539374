"""The former site comes home."""
