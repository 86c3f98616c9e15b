"""Audit ballot logistics: from warehouse counts and voter lists to the request for what is missing."""

__version__ = "0.1.0"
