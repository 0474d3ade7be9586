"""The exit codes of the command line; 0 is a run in which all went well."""

from __future__ import annotations

FAILED = 1
USAGE = 2
ROW_ERRORS = 3
"""The work was done, but rows, files or lines had to be left out; they were named."""
INTERRUPTED = 130
