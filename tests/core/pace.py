"""How many examples a property tries: enough for sums of a few integers, few enough to run all day."""

from hypothesis import settings

modest = settings(max_examples=60, deadline=None)
