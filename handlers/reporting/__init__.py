"""Reports people can hand in: what is in them (`facts`), and the papers, sheets and pictures that show it."""
