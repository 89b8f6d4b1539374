"""What nobody may do to the portal, or learn from it."""
