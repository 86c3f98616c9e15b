"""The checks: each looks at the case and yields findings; none computes a balance or opens a file."""
