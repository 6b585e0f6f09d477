"""Articles -> pictures (plotly graph_objects): drawn once for the app, the shared page, exports and notebooks.

Each function gives a ``Picture``: the figure and, beside it, a title that states the finding, words for those who
cannot see it, and what is counted.  Colours of text and page are left to the place that shows it, light or dark.
They are drawn in ``pictures``, one file a kind.
"""

from __future__ import annotations

from dashboard.pictures.bars import prominence, quotes_per_speaker
from dashboard.pictures.canvas import Picture
from dashboard.pictures.dispersion import dispersion
from dashboard.pictures.lanes import timeline
from dashboard.pictures.room import room
from dashboard.pictures.together import together

__all__ = ["Picture", "dispersion", "prominence", "quotes_per_speaker", "room", "timeline", "together"]
