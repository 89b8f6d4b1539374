"""What of an export is missing here, made as an editor would."""
