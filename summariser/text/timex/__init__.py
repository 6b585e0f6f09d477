"""Time expressions: what they look like (patterns), what they mean (one module a family of rules).

A rule is a pattern and a function from its match to a meaning; ``text/dates.py`` runs them in one pass.
"""
