"""What the command `painlab` can do: one module a command."""
