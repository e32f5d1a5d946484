"""What the user writes down: events, asks, names passed on, goals, corrections and limits."""
