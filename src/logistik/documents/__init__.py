"""Letters: one typed model, its wording as blocks, and one module for each format."""
