"""The sums and the words: properties, published cases, and the rules for missing figures as tables."""
