"""Grids become records, each with the cell it came from: headers, rows, numbers, names, roles."""
