"""What is due: thanks, promises, follow-ups, reports back, as a list and as a calendar."""
