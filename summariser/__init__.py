"""Reading news: one text in, one immutable Article out.  The public names, and no code."""

from summariser.model import Article, Corrections, UnreadableFile
from summariser.read import read
from summariser.summary import SUMMARISERS, summarise

__all__ = ["SUMMARISERS", "Article", "Corrections", "UnreadableFile", "read", "summarise"]
