"""Answers in typed rows: what lists, pages and reports show."""
