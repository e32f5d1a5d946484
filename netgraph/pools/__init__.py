"""Pools: what members of a group share with each other, and what is asked of it."""
