"""One row per layout and number form: what it becomes, and which finding it raises."""
