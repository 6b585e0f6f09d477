"""Settings in the address line, so that a view can be bookmarked and opened again."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def kept_setting(name: str, default: str) -> str:
    """A setting as the address line has it, else as this visit left it."""
    return str(st.query_params.get(name) or st.session_state.get(f"kept-{name}") or default)


def keep_setting(name: str, value: str, default: str) -> None:
    """Put a setting into the address line, so that the view can be bookmarked; the usual one is left out."""
    st.session_state[f"kept-{name}"] = value
    if value != default:
        st.query_params[name] = value
    elif name in st.query_params:
        del st.query_params[name]


def question(place: DeltaGenerator, label: str) -> str:
    """A field for what the summary is to be about; the question stays while pages and articles change."""
    st.session_state["about"] = st.session_state.get("about", kept_setting("about", ""))
    asked: str = place.text_input(label, placeholder="a word or a name", key="about").strip()
    keep_setting("about", asked, "")
    return asked
