"""What two persons publish."""
