"""Marks of classified papers in a file's name, folded: such a file is not taken in."""

from __future__ import annotations

import re

SECRET = re.compile(
    r"(?<![a-z])(?:toi mat|tuyet mat|(?:do |van ban |tai lieu |cong van )mat)(?![a-z])|[\s_(\[-]mat[\])._-]"
)
