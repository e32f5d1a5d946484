"""Who is who: the names of people and firms, and which records are of one person."""
