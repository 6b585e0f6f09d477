"""The app by Streamlit's AppTest: pages draw, bad input is told in one sentence, corrections are kept and undone."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dashboard.server import DATABASE, FILES

TEXT = (
    "Pier closed\n\nThe mayor of Strandhaven, Ruth Adeyemi, closed the pier on Saturday.\n\n"
    "“We had no choice,” Ms Adeyemi said.\n\n“The boats will be back in June,” said Tom Hallam, the minister.\n"
)
ROOT = Path(__file__).resolve().parents[2]
PAGES = ["summary", "quotes", "timeline", "speakers", "check", "leftout", "compare", "share", "library"]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATABASE, str(tmp_path / "library.sqlite"))
    monkeypatch.setenv(FILES, "")


def one_page(name: str) -> None:
    """What the entry script does before a page, then that page."""
    import importlib

    import streamlit as st

    from dashboard.views import desk

    items = desk.library()
    st.session_state["items"] = items
    st.session_state["opened"] = items[0]
    importlib.import_module(f"dashboard.views.{name}").show()


def run(script: Callable[..., None], **kwargs: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from streamlit.testing.v1 import AppTest
    return AppTest.from_function(script, kwargs=kwargs, default_timeout=60).run()


def entry() -> Any:
    from streamlit.testing.v1 import AppTest

    return AppTest.from_file(
        str(Path(__file__).resolve().parents[2] / "dashboard" / "app.py"), default_timeout=60
    ).run()


def keep(text: str = TEXT) -> str:
    from dashboard.server import the_store
    from summariser.model import Document

    return the_store().keep("local", Document("", "pasted text", text))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_draws_a_sample(name: str) -> None:
    app = run(one_page, name=name)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("name", PAGES)
def test_every_page_draws_a_text_without_a_story(name: str) -> None:
    keep("Sign up\n\nMost read\n")
    assert not run(one_page, name=name).exception


def test_the_first_visit_shows_the_samples() -> None:
    app = entry()
    assert not app.exception
    assert sum(b.label == "Open" for b in app.button) >= 6
    assert "article" in app.query_params


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "there is no article in it"), (" \n ?!", "there is no article in it"), ("a" * 5_100_000, "5,000,000")],
)
def test_a_bad_paste_is_told_in_one_sentence(text: str, told: str) -> None:
    app = run(one_page, name="library")
    app.text_area(key="pasted").set_value(text)
    next(b for b in app.button if b.label == "Read it").click()
    app.run()
    assert not app.exception
    assert [told in e.value for e in app.error] == [True]


def test_a_server_with_a_login_shows_nothing_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import streamlit as st

    keep()
    account: dict[str, Any] = {"is_logged_in": False}
    monkeypatch.setattr(type(st.user), "to_dict", lambda self: account)
    app = entry()
    assert [b.label for b in app.button] == ["Log in"]
    assert not app.sidebar
    account.update(is_logged_in=True, iss="https://id.example", sub="ann")
    app.run()
    assert not app.exception
    assert {"Log out", "Open"} <= {b.label for b in app.button}
    assert all("sample" in c.value for c in app.caption[1:])


def test_a_library_is_listed_by_pages_searched_and_tidied() -> None:
    from dashboard.server import the_store

    for n in range(30):
        keep(TEXT.replace("Pier", f"Pierhead{n}x"))
    app = entry()
    assert app.caption[0].value == "1 to 20 of 38 articles"
    app.button(key="page-on").click().run()
    assert app.caption[0].value == "21 to 38 of 38 articles"
    assert sum("sample" in c.value for c in app.caption) == 8
    app.text_input(key="search").set_value("pierhead17x").run()
    assert app.caption[0].value == "1 article with these words"
    assert "Ruth Adeyemi" in app.caption[1].value
    key = the_store().entries("local", "pierhead17x")[0].id
    app.button(key=f"remove-{key}").click().run()
    assert the_store().count("local") == 29
    app.button(key="restore").click().run()
    assert the_store().count("local", "pierhead17x") == 1
    assert not app.exception


def test_an_article_that_the_menu_lacks_is_opened_by_its_address() -> None:
    from dashboard.server import the_store
    from dashboard.views.desk import LATEST

    keep()
    (oldest,) = the_store().entries("local")
    for n in range(LATEST):
        keep(f"Another story, number {n}.")
    app = entry()
    assert oldest.name not in app.selectbox(key="chooser").value
    app.query_params["article"] = oldest.name
    app.run()
    assert app.selectbox(key="chooser").value == oldest.name
    app.query_params["article"] = "no such name"
    assert not app.run().exception


def test_a_speaker_is_corrected_and_the_correction_undone() -> None:
    from dashboard.server import the_store

    keep()
    app = run(one_page, name="quotes")
    app.selectbox(key="fix-speaker-1").set_value("Tom Hallam").run()
    app.button(key="set-speaker").click().run()
    assert not app.exception
    (kept,) = the_store().library("local")
    assert [name for _, name in kept.corrections.speakers] == ["Tom Hallam"]
    frame = entry()
    frame.button(key="undo-0").click().run()
    assert the_store().library("local")[0].corrections.speakers == ()


def test_two_people_are_parted_and_an_event_is_put_out() -> None:
    from dashboard.server import the_store

    keep()
    app = run(one_page, name="speakers")
    app.selectbox(key="fix-whole").set_value("Ruth Adeyemi").run()
    places = app.multiselect(key="fix-places-Ruth Adeyemi")
    places.set_value([places.options[-1]]).run()
    app.selectbox(key="fix-other-Ruth Adeyemi").set_value("Tom Hallam").run()
    app.button(key="part").click().run()
    app = run(one_page, name="timeline")
    app.button(key="not-event").click().run()
    assert not app.exception
    (kept,) = the_store().library("local")
    assert [name for _, name in kept.corrections.split] == ["Tom Hallam"]
    assert len(kept.corrections.not_actions) == 1
    frame = entry()
    assert sum(b.label == "Undo" for b in frame.button) == 2


def test_the_timeline_is_filtered_by_actor_and_status() -> None:
    keep(
        "Pier closed\n\n14 March 2026\n\nRuth Adeyemi closed the pier on Saturday. Tom Hallam will visit it in June.\n"
    )
    app = run(one_page, name="timeline")
    assert not app.exception
    who, status = app.multiselect(key="events-who"), app.multiselect(key="events-status")
    assert {"Ruth Adeyemi (1)", "Tom Hallam (1)"} <= set(who.options)
    who.set_value(["Tom Hallam"]).run()
    listed = " ".join(html.value for html in app.get("html") if "ns-cards" in html.value)
    assert "will visit" in listed
    assert "closed the pier" not in listed
    who.set_value([]).run()
    status.set_value(["happened"]).run()
    listed = " ".join(html.value for html in app.get("html") if "ns-cards" in html.value)
    assert "closed the pier" in listed
    assert "will visit" not in listed


def test_guesses_are_checked_one_after_the_other() -> None:
    from dashboard.server import the_store

    keep(TEXT.replace("\n\n", "\n\n14 March 2026\n\n", 1) + "\nHe then left for the Guildhall, where a crowd waited.\n")
    app = run(one_page, name="check")
    app.slider(key="check-below").set_value(95).run()
    asked = int(app.caption[0].value.split()[0])
    assert asked >= 1
    app.button(key="check-pass").click().run()
    assert app.caption[0].value.startswith(f"{asked - 1} guess")
    app.button(key="check-back").click().run()
    next(b for b in app.button if b.key in ("check-1", "check-no-event")).click().run()
    assert not app.exception
    right = the_store().library("local")[0].corrections
    assert len(right.speakers) + len(right.dates) + len(right.not_actions) == 1


def test_a_share_is_made_listed_and_closed() -> None:
    from dashboard.server import the_store

    keep()
    app = run(one_page, name="share")
    app.button(key="share-make").click().run()
    assert not app.exception
    link = app.code[0].value
    token = link.rsplit("/", 1)[1]
    assert "Strandhaven" in (the_store().shared(token) or "")
    (share,) = the_store().shares("local")
    app.run()
    app.button(key=f"revoke-{share.hash}").click().run()
    assert the_store().shared(token) is None


def test_a_share_may_have_a_password() -> None:
    from dashboard.report import scripts
    from dashboard.server import the_store
    from dashboard.store import PasswordNeeded

    keep()
    app = run(one_page, name="share")
    app.text_input(key="share-password").set_value("sesame")
    app.button(key="share-make").click().run()
    assert not app.exception
    token = app.code[0].value.rsplit("/", 1)[1]
    with pytest.raises(PasswordNeeded):
        the_store().shared(token)
    assert "Strandhaven" in (the_store().shared(token, "sesame") or "")
    assert all(the_store().asset(name) == text for name, text in scripts().items())


def test_the_warm_up_reads_what_is_offered_and_the_pages_find_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.samples import samples
    from dashboard.views import desk, warm

    assert warm.warm() == len(samples())
    monkeypatch.setattr(desk, "read", lambda *_, **__: pytest.fail("a sample was read twice"))
    (document, *_) = desk.offered("").documents
    assert desk.article_of(desk.offered_item(document)).sentences


def test_a_fault_in_the_warm_up_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.views import desk, warm

    monkeypatch.setattr(desk, "offered", lambda _: 1 / 0)
    assert warm.warm() == 0


def test_two_algorithms_stand_side_by_side_and_a_question_is_answered() -> None:
    keep("The ferry ran aground on Monday. A diver found a hole. Forty people were brought ashore. The port is shut.")
    app = run(one_page, name="summary")
    app.selectbox(key="menu-other").select("lead").run()
    assert not app.exception
    assert any("chosen by both" in h.proto.body for h in app.get("html"))
    app.selectbox(key="menu-other").select("none").run()
    app.text_input[0].input("diver").run()
    assert not app.exception
    assert any("1 sentence of 4 about" in c.value for c in app.caption)
    app.text_input[0].input("volcano").run()
    assert any("says nothing about" in i.value for i in app.info)


def test_a_summary_is_measured_in_words_or_as_a_share_too() -> None:
    keep(" ".join(f"The ferry {name} ran aground on the sands of Ostrand on Monday." for name in ("Ada", "Bea", "Eva")))
    app = run(one_page, name="summary")
    app.selectbox(key="unit").select("words").run()
    assert app.slider[0].label == "Words at most"
    app.slider[0].set_value(20).run()
    assert not app.exception
    assert any("1 sentence of 3, 12 words" in c.value for c in app.caption)
    assert "".join(app.query_params["unit"]) == "words"
    assert "".join(app.query_params["words"]) == "20"
    app.selectbox(key="unit").select("share").run()
    app.slider[0].set_value(5).run()
    assert any("as short as that" in i.value for i in app.info)
    assert "".join(app.query_params["share"]) == "5"
    assert "words" not in app.query_params
    app.selectbox(key="unit").select("sentences").run()
    assert any("3 sentences of 3, 36 words" in c.value for c in app.caption)
    assert not {"unit", "share"} & set(app.query_params)


def test_a_bookmarked_length_comes_back() -> None:
    keep("The ferry ran aground on Monday. A diver found a hole. Forty people were brought ashore. The port is shut.")

    def bookmarked(name: str) -> None:
        import importlib

        import streamlit as st

        from dashboard.views import desk

        if "visited" not in st.session_state:
            st.session_state["visited"] = True
            st.query_params.update({"unit": "words", "words": "37"})
        st.session_state["items"] = desk.library()
        st.session_state["opened"] = st.session_state["items"][0]
        importlib.import_module(f"dashboard.views.{name}").show()

    app = run(bookmarked, name="summary")
    assert not app.exception
    assert (app.slider[0].label, app.slider[0].value) == ("Words at most", 30)
    frozen = run(bookmarked, name="share")
    assert not frozen.exception


def test_the_summary_of_a_set_answers_and_tells_what_is_new_in_one() -> None:
    keep("The ferry ran aground on Monday. Forty people were brought ashore.")
    keep("The ferry ran aground on Monday. A diver found a hole.")
    app = run(one_page, name="compare")
    app.text_input[0].input("diver").run()
    assert not app.exception
    app.selectbox[0].select(1).run()
    assert not app.exception


def test_a_folder_the_dashboard_is_started_with_is_listed_and_what_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    folder = tmp_path / "saved pages"
    folder.mkdir()
    (folder / "pier.txt").write_text(TEXT, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.setenv(FILES, json.dumps([str(folder), str(tmp_path / "empty.txt")]))
    app = entry()
    assert not app.exception
    assert any("1 article" in c.value for c in app.caption)
    told = [w.value.replace("\\", "") for w in app.warning]
    assert [sentence.split(":")[0] for sentence in told] == ["saved pages", "empty.txt"]
    assert "broken.pdf" in told[0]
    assert str(tmp_path) not in " ".join(told)


def test_a_page_without_an_article_shows_the_way_to_the_library() -> None:
    def empty() -> None:
        import streamlit as st

        from dashboard.views import desk

        home = st.Page(lambda: desk.need_article("Summary"), title="Library", default=True)
        st.session_state["pages"] = {"": home}
        st.navigation([home]).run()

    app = run(empty)
    assert not app.exception
    assert "no article yet" in app.info[0].value
    assert [link.proto.label for link in app.get("page_link")] == ["Go to the Library"]
