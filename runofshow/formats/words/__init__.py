"""The words by which programmes are understood: tables, no code."""
