"""Pictures on a page: under their finding, in the page's ink, with the jump to the words, the table and the files."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

import dashboard.markup as markup
import dashboard.tables as tables
from dashboard.exports import csv_bytes
from dashboard.figures import Picture
from dashboard.pictures.canvas import GAP, wrap
from dashboard.views.desk import plain

FONT = "Arial, Helvetica, sans-serif"  # of the system: a saved picture knows no other
TITLE = 40  # letters a line
PLOT = {"displaylogo": False, "modeBarButtons": [["toImage"]]}


def picture(shown: Picture, rows: list[tables.Row], key: str) -> None:
    """A figure under its finding; a click on a mark points to the words, and a table lies beneath."""
    seen = " ns-unseen" if shown.figure.data else ""  # the figure carries it too, so that a saved picture has it
    st.html(f'<h2 class="ns-finding{seen}">{markup.escape(shown.title)}</h2>')
    if shown.figure.data:
        chosen = st.plotly_chart(
            titled(inked(shown.figure), shown.title),
            key=key,
            theme=None,
            alt=shown.alt,
            on_select="rerun",
            selection_mode="points",
            config=PLOT | {"toImageButtonOptions": {"filename": shown.name, "scale": 3}},
        )
        jump(chosen, key)
    with st.expander("What is counted, and the table"):
        st.caption(plain(shown.means))
        st.html(markup.table(rows))
        if rows:
            downloads(shown, rows, key)


def inked(figure: go.Figure) -> go.Figure:
    """The figure in the ink and on the paper of the page, light or dark; a saved picture reads well anywhere."""
    ink, paper = ("#E8E8E8", "#171614") if st.context.theme.type == "dark" else ("#31333F", "#FFFFFF")
    figure.update_layout(font={"color": ink, "size": 13, "family": FONT}, paper_bgcolor=paper)
    for trace in figure.data:
        if trace.marker.line.color == GAP:
            trace.marker.line.color = paper
    return figure


def titled(figure: go.Figure, title: str) -> go.Figure:
    """The figure with its finding above it, in lines that a phone has room for."""
    lines = wrap(title, TITLE)
    more = lines.count("<br>")
    below = 54 if figure.layout.showlegend else 34 if figure.layout.xaxis.side == "top" else 8
    room = 19 * (more + 1) + below
    heading = {"text": f"<b>{lines}</b>", "font": {"size": 14}, "x": 0, "xref": "container", "xanchor": "left"}
    place = {"y": 1, "yref": "container", "yanchor": "top", "pad": {"t": 25 if more else 6, "l": 2}}
    figure.update_layout(title=heading | place, height=figure.layout.height + room)
    figure.update_layout(margin={"t": figure.layout.margin.t + room})
    return figure


def downloads(shown: Picture, rows: list[tables.Row], key: str) -> None:
    """The table as CSV, the picture as PNG and SVG."""
    with st.container(horizontal=True):
        st.download_button("Download as CSV", csv_bytes(rows), f"{shown.name}.csv", "text/csv", key=f"{key}-csv")
        for kind in ("png", "svg") if shown.figure.data else ():
            if st.button(f"Download as {kind.upper()}", key=f"{key}-{kind}"):
                save_picture(key, kind)


def save_picture(key: str, kind: str) -> None:
    """Have the browser save a picture, by plotly's own button."""
    turn = st.session_state["saved"] = st.session_state.get("saved", 0) + 1  # a script of the same words runs once
    script = (
        f"/* {turn} */ setTimeout(() => {{ const plot = document.querySelector('.st-key-{key} .js-plotly-plot');"
        f" const before = plot._context.toImageButtonOptions;"
        f" plot._context.toImageButtonOptions = {{ ...before, format: '{kind}' }};"
        f" plot.querySelector('.modebar-btn').click(); plot._context.toImageButtonOptions = before; }}, 300);"
    )
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)


def jump(chosen: object, key: str) -> None:
    """Scroll to the words that a clicked mark stands for, and light them up."""
    points = getattr(getattr(chosen, "selection", None), "points", None) or []
    data = points[0].get("customdata") if points else None
    target = str(data[0] if isinstance(data, list | tuple) and data else data or "")
    if not target.isalnum() or st.session_state.get(f"{key}-last") == target:
        return
    st.session_state[f"{key}-last"] = target
    light_up(target)


def light_up(mark: str, stay: bool = False) -> None:
    """Scroll to the words of a mark, such as ``q3``, and light them up; ``stay`` scrolls the text's pane alone."""
    if not (mark.isalnum() and mark.isascii()):  # nothing of an article gets into the script
        return
    script = f"window.location.hash = 'w-{mark}';"
    if stay:
        frame = "const frame = document.querySelector('[data-testid=stMain]'), top = frame.scrollTop;"
        script = f"{{ {frame} {script} frame.scrollTop = top; }}"
    st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
