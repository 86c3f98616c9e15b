"""Workbooks that we write: what stands in them, and what they let a person do."""
