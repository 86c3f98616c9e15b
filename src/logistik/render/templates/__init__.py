"""Workbooks to be filled in, in which the spreadsheet program itself helps: drop-downs, limits, locked sums.

What they hold is laid out in `form`, written by `book`; `roll` is the voter list, `stock` the warehouse,
`cartons` the delivery and `packing` the boxes of the TPS.
"""
