"""Workbooks: Excel and OpenDocument."""
