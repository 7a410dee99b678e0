"""Briefing -> data files, one module a format."""
