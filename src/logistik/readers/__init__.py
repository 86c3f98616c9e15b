"""Files become grids: guarded, hashed, every cell at its real place."""
