"""Sphinx settings: MyST pages by hand, the reference from the code."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from detente import __version__

project = "détente"
author = "The détente developers"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "from_code"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build", "_ext"]
html_theme = "furo"
html_title = f"détente {release}"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
napoleon_google_docstring = False
nitpicky = False
myst_heading_anchors = 3
