"""The record that nobody can quietly change: append-only, each entry bound to the one before it."""
