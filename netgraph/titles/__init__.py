"""What titles say: occupations, fields and levels, and what a goal asks of them."""
