"""The tests, read as prose: cases as data, whole outputs as snapshots, properties for the sums."""
