"""Text that enters as settings: `logistik.toml` and the rule sets, validated into core values."""
