"""Use cases: the only layer that combines reading, settings, checks, ledger, documents and rendering."""
