"""Word documents: markup, styles, blocks, pages, and the office's own template of the letter."""
