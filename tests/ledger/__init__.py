"""The record: append-only, chained, shared by several processes, and believed only while the inputs are the same."""
