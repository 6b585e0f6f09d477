"""Reading news: one text in, one immutable Article out.  The public names, and no code.

import summariser as ns
article = ns.read("saved page.html")   # or the text itself; shows as a card
article.quotes                         # who said what, as a table; .frame() is pandas
ns.summarise(article, sentences=3)     # the sentences that tell the story
ns.speakers(article)                   # who is given how much room
ns.compare(article, other)             # what two papers make of one event
ns.read_all("a folder")                # many articles; .frame("quotes") is all their quotes
"""

from summariser.api import compare, read, read_all, speakers, summarise
from summariser.comparison import Comparison
from summariser.correct import correct
from summariser.model import Article, Corrections, UnreadableFile
from summariser.summary import SUMMARISERS

__all__ = [
    "SUMMARISERS",
    "Article",
    "Comparison",
    "Corrections",
    "UnreadableFile",
    "compare",
    "correct",
    "read",
    "read_all",
    "speakers",
    "summarise",
]
