"""The tables, as queries name them.  How a database comes to have them is told in ``migrations.py``; a test proves that
both agree."""

from __future__ import annotations

import sqlalchemy as sa

META = sa.MetaData()
ABOUT = sa.Table("about", META, sa.Column("version", sa.Integer, nullable=False))
ARTICLES = sa.Table(
    "articles",
    META,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("corrections", sa.Text, nullable=False, default="{}"),
    sa.Column("added", sa.Float, nullable=False),
    sa.Column("removed", sa.Float),
    sa.Column("name", sa.String(12), nullable=False),  # the article in the address line
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("card", sa.Text, nullable=False, default=""),  # what lists say of it, so that they need not read it
)
SHARES = sa.Table(
    "shares",
    META,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("html", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("created", sa.Float, nullable=False),
    sa.Column("expires", sa.Float),
    sa.Column("revoked", sa.Float),
    sa.Column("views", sa.Integer, nullable=False, default=0),
    sa.Column("password", sa.Text, nullable=False, default=""),
)
# The scripts of shared pages, as they were when the page was frozen.
ASSETS = sa.Table(
    "assets",
    META,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)
# What the program must remember and nobody may know: the key that signs the visitors' cookies.
KEYS = sa.Table(
    "keys",
    META,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
TABLES = {t.name: t for t in (ARTICLES, SHARES, ASSETS, KEYS)}
