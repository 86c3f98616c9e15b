"""The checks as a table of cases: what stands in the sheets, and what the audit must say about it."""
