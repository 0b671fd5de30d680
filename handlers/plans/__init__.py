"""Plans as the office loads, amends, switches and archives them."""
