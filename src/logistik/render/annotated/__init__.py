"""A copy of the user's own workbook with the findings marked in its cells; loaded only by `--annotate`."""
