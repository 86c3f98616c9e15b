"""How a document becomes sheets of a workbook: columns, texts, looks and rows."""
