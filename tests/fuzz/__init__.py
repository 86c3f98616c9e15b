"""Files that nobody meant: whatever is in them, the answer is right, or a finding or a message says that it is not."""
