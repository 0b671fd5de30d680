"""Codes that people type from paper or as they are read out over the telephone."""

from __future__ import annotations

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0/O, 1/I."""
INVITE_LENGTH = 16
"""Signs of an invitation's code: 80 bits."""
