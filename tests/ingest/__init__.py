"""Grids become records: numbers, names, headers, the voter list, the warehouse, and both together."""
