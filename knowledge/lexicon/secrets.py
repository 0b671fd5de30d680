"""Marks of classified papers in a file's name: such a file is not taken in.

With its accents the word is plain; a name without accents may mean other words ("ra mắt", "bảo mật"), so that there
only what is written as a mark counts."""

from __future__ import annotations

import re

SECRET = re.compile(
    r"(?<![^\W_])(?<!bảo.)(?<!bí.)mật(?![^\W_])"
    r"|(?<![a-z])(?:toi|tuyet|do|van ban|tai lieu|cong van)[ _-]mat(?![a-z])"
    r"|[(\[]\s*mat\s*[)\]]"
    r"|(?-i:(?<![^\W_])(?<!BAO.)(?<!BI.)(?<!RA.)MAT(?![^\W_]))",
    re.IGNORECASE,
)
"""In a composed (NFC) name."""
