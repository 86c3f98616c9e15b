"""What enters as settings: `logistik.toml`, the rule sets with their overrides, and which file wins."""
