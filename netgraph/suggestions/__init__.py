"""Whom to ask next: from goals and the network to suggestions, their reasons and their record."""
