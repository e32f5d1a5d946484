"""Who is who: names, firms, and which records are one person."""

from .resolution import resolve

__all__ = ["resolve"]
