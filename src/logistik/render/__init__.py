"""A report as text for people and machines: one module a format, none of them computes."""
