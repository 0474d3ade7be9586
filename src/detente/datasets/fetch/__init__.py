"""Public data over the network: list, download, check, resume, filter."""
