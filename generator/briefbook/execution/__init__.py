"""Many articles: local processes."""

from briefbook.execution.processes import map_in_order

__all__ = ["map_in_order"]
