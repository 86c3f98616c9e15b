"""Files become grids: every format, every encoding, and the files that are refused."""
