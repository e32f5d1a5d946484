"""Excel workbooks, read part by part."""
