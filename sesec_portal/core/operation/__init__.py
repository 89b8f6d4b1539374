"""What those who run the portal look at: its logs, its health, its figures."""
