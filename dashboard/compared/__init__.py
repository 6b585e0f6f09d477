"""A Comparison -> HTML and rows: what stands out, sentence beside sentence, who tells what, and the marked words.

Each part links to the words that prove it: ``#w-a0t3`` is the fourth sentence of the first article.
"""
