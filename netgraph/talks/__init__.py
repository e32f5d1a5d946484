"""Around one talk: letters, the page to prepare with, what was learned, what it adds up to."""
