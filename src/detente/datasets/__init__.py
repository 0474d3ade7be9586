"""Outside event and dyad-year data, read into one table shape."""
