"""The item banks in the formats that learning platforms read: one module a format."""
