"""Revisions, numbered from 0001; each has its way up and its way down."""
