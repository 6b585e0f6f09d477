"""inputs: every file ends in Documents or in one clear refusal."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from summariser.inputs import READERS, open_bytes, open_path, sniff
from summariser.inputs.limits import Limits, parse_limits
from summariser.inputs.pdf import join_placed
from summariser.inputs.pdfpages import places
from summariser.inputs.plain import plain
from summariser.model import Document, UnreadableFile
from summariser.read import read

FILES = Path(__file__).resolve().parents[1] / "files"
STORY = (
    "The harbour board of Eastmere voted on Tuesday to close the old lighthouse road for nine weeks.\n\n"
    "“Nobody likes it, and everybody knows why,” said Mira Tolland, who chairs the board.\n\n"
    "Work will start in April, the board said, and lorries will be sent over the moor."
)
STORIES = {
    "Lighthouse road to close for nine weeks": [
        "voted on Tuesday to close the old lighthouse road for nine weeks.",
        "lorries will be sent over the moor",
    ],
    "Rovers end 41-year wait as teenager Amadi sinks Albion": [
        "Joy Amadi won Strandhaven Rovers the National Cup on Sunday, the club's first trophy since 1985.",
        "who came on for the injured Carla Mendes at half-time.",
    ],
    "Thieves used museum's own ladder to steal Bronze Age gold": ["Bronze Age", "ladder"],
}
PAGE = (
    "<!doctype html><html><head><title>Lighthouse road to close | Eastmere Echo</title>"
    '<meta property="article:published_time" content="2026-02-03T09:15:00Z"></head>'
    '<body><nav><a href="/">Home</a></nav>'
    "<article><h1>Lighthouse road to close</h1>"
    + "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    + "<figure><img><figcaption>The road (Jo Pike/Eastmere Echo)</figcaption></figure></article></body></html>"
)


def zipped(files: dict[str, bytes], **options: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def outcome(data: bytes, name: str) -> tuple[list[Document], UnreadableFile | None]:
    """The articles that came, and the refusal at the end where there was one."""
    found: list[Document] = []
    try:
        found.extend(open_bytes(data, name))
    except UnreadableFile as error:
        return found, error
    return found, None


def pdf(text: str) -> bytes:
    """A one-page PDF as simple writers make it."""
    lines = " ".join(f"({line}) Tj T*" for line in text.split("\n"))
    stream = f"BT /F1 11 Tf 14 TL 50 780 Td {lines} ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%sendobj\n" % (i, o) for i, o in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def docx(lines: list[tuple[str, str]]) -> bytes:
    import docx as library

    document = library.Document()
    for line, style in lines:
        document.add_paragraph(line, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


READABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("a.txt", lambda: STORY.encode()),
    "utf-8 with mark": ("a.txt", lambda: STORY.encode("utf-8-sig")),
    "utf-16": ("a.txt", lambda: STORY.encode("utf-16")),
    "utf-32": ("a.txt", lambda: STORY.encode("utf-32")),
    "windows-1252": ("a.txt", lambda: STORY.encode("cp1252")),
    "no ending": ("article", lambda: STORY.encode()),
    "unknown ending": ("a.wpd", lambda: STORY.encode()),
    "text called pdf": ("a.pdf", lambda: STORY.encode()),
    "text called docx": ("a.docx", lambda: STORY.encode()),
    "text called zip": ("a.zip", lambda: STORY.encode()),
    "html": ("a.html", PAGE.encode),
    "html called txt": ("a.txt", PAGE.encode),
    "html cut off": ("a.html", lambda: PAGE.encode()[:-200]),
    "html latin-1 declared": (
        "a.html",
        lambda: PAGE.replace("<head>", "<head><meta charset=windows-1252>").encode("cp1252"),
    ),
    "html nested 400 deep": ("a.html", lambda: f"<html><body>{'<div>' * 400}{PAGE}".encode()),
    "html nested 20000 deep": ("a.html", lambda: f"<html><body>{'<div>' * 20000}<p>{STORY}</p>".encode()),
    "html with null bytes": ("a.html", lambda: PAGE.replace("board", "bo\x00ard").encode()),
    "html of unclosed tags": ("a.html", lambda: ("<html><body>" + STORY.replace("\n\n", "<p><b><i>")).encode()),
    "html all in links": ("a.html", lambda: f"<html><body><a href=x>{STORY}</a></body></html>".encode()),
    "markdown": ("a.md", lambda: ("# Road to close\n\n" + STORY).encode()),
    "pdf": ("a.pdf", lambda: pdf("The harbour board of Eastmere voted on Tuesday\nto close the old road for weeks.")),
    "pdf called txt": ("a.txt", lambda: pdf("The harbour board of Eastmere voted on Tuesday to close the road.")),
    "docx": ("a.docx", lambda: docx([("Road to close", "Title"), *((p, "Normal") for p in STORY.split("\n\n"))])),
    "docx called zip": ("a.zip", lambda: docx([(STORY, "Normal")])),
    "mail": (
        "a.eml",
        lambda: b"From: A <a@example.org>\nSubject: Road\nDate: Tue, 3 Feb 2026 09:15:00 +0000\n\n" + STORY.encode(),
    ),
    "mail with broken headers": ("a.eml", lambda: b"Subject: =?utf-8?q?=ff\nDate: never\nFrom: \n\n" + STORY.encode()),
    "json": ("a.json", lambda: json.dumps([{"id": "x", "text": STORY}]).encode()),
    "json lines": ("a.jsonl", lambda: json.dumps({"id": "x", "text": STORY}).encode()),
    "csv": ("a.csv", lambda: f'title,text\nRoad,"{STORY}"\n'.encode()),
    "rss": (
        "a.xml",
        lambda: (
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>Echo</title><item><title>Road</title>"
            f"<description>{STORY}</description></item></channel></rss>".encode()
        ),
    ),
    "rss cut off": (
        "a.rss",
        lambda: (
            f"<rss version='2.0'><channel><item><title>Road</title><description>{STORY}</description></item><i".encode()
        ),
    ),
    "zip": ("a.zip", lambda: zipped({"one.txt": STORY.encode(), "__MACOSX/x": b"\0"})),
    "zip in zip": ("a.zip", lambda: zipped({"in.zip": zipped({"one.txt": STORY.encode()})})),
    "mixed encodings": ("a.txt", lambda: ("é" * 40 + STORY).encode() + " caf\xe9".encode("latin-1")),
    "one endless line": ("a.txt", lambda: STORY.replace("\n", " ").encode() * 300),
    "control characters": ("a.txt", lambda: ("\x0b\x0c" + STORY + "\x07").encode()),
}

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.txt", lambda: b"", "empty"),
    "blank": ("a.txt", lambda: b" \n\n\t", "empty"),
    "binary": ("a.txt", lambda: bytes(range(256)) * 40, "binary"),
    "picture called txt": ("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "picture"),
    "old word": ("a.doc", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Office"),
    "18 MB": ("a.txt", lambda: b"word " * 3_600_000, "5,000,000"),
    "3 MB of html": ("a.html", lambda: b"<html><body>" + b"<p>word</p>" * 300_000, "2,000,000"),
    "too many characters": ("a.txt", lambda: b"word " * 50_000, "200,000"),
    "html without text": ("a.html", lambda: b"<html><body><script>x</script></body></html>", "no text"),
    "pdf cut off": ("a.pdf", lambda: pdf(STORY[:40])[:90], "damaged"),
    "pdf of junk": ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged"),
    "pdf without text": ("a.pdf", lambda: pdf(""), "OCR"),
    "docx cut off": ("a.docx", lambda: docx([(STORY, "Normal")])[:-300], "damaged"),
    "docx without words": ("a.docx", lambda: docx([("", "Normal")]), "no text"),
    "docx that is a zip": ("a.docx", lambda: zipped({"word/x": b"1", "[Content_Types].xml": b"<x>"}), "damaged"),
    "mail without text": ("a.eml", lambda: b"From: a@example.org\nSubject: x\nDate: x\n\n", "no text"),
    "broken json": ("a.json", lambda: b'[{"text": "x"', "JSON"),
    "json nested deep": ("a.json", lambda: b"[" * 100_000, "JSON"),
    "json of numbers": ("a.json", lambda: b"[1, 2]", "2 of 2"),
    "json without text": ("a.jsonl", lambda: b'{"id": 1}', "neither"),
    "csv without text": ("a.csv", lambda: b"a,b\n1,2\n", "neither"),
    "feed of entities": (
        "a.xml",
        lambda: b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>',
        "",
    ),
    "feed without items": ("a.rss", lambda: b"<rss version='2.0'><channel></channel></rss>", "no articles"),
    "zip bomb": ("a.zip", lambda: zipped({"a.txt": b"\0" * 20_000_000}), "tightly"),
    "zip of 500 files": ("a.zip", lambda: zipped({f"{i}.txt": b"x" for i in range(500)}), "too many files"),
    "zip cut off": ("a.zip", lambda: zipped({"a.txt": STORY.encode()})[:-30], "damaged"),
    "zips in zips": ("a.zip", lambda: zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": b"x"})})}), "archives"),
    "empty zip": ("a.zip", lambda: zipped({}), "empty"),
    "gzip": ("a.gz", lambda: b"\x1f\x8b" + b"\0" * 99, "gzip"),
}


@pytest.mark.parametrize("case", READABLE)
def test_readable(case: str) -> None:
    name, make = READABLE[case]
    found, error = outcome(make(), name)
    assert error is None
    assert len(found) == 1
    assert "harbour board of Eastmere" in " ".join(found[0].text.split()).replace("bo ard", "board")


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    name, make, reason = REFUSED[case]
    before = time.process_time()
    found, error = outcome(make(), name)
    assert found == []
    assert error is not None
    assert reason in str(error)
    assert str(error).startswith(name)
    assert time.process_time() - before < 10


def test_html_keeps_captions_apart_and_reads_its_head() -> None:
    document = next(open_bytes(PAGE.encode(), "a.html"))
    article = read(document.text, document=document)
    assert (article.title, article.published) == ("Lighthouse road to close", "2026-02-03T09:15+00:00")
    roles = {article.text[b.start : b.end]: b.role for b in article.blocks}
    assert roles["The road (Jo Pike/Eastmere Echo)"] == "caption"
    assert [r for t, r in roles.items() if t in STORY] == ["body"] * 3
    assert "Home" not in article.text


def test_a_menu_that_is_never_closed_does_not_swallow_the_page() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
    page = (
        f"<html><body><header><nav><ul><li><a href='/'>Home</a><div><article>{paragraphs}</article></div></body></html>"
    )
    document = next(open_bytes(page.encode(), "a.html"))
    assert [document.text[b.start : b.end] for b in document.blocks or () if b.role == "body"] == STORY.split("\n\n")


def test_rows_keep_their_ids_and_bad_rows_are_named_after_the_good_ones() -> None:
    rows = b'{"id": "q7", "text": "Words.", "published": "2026-01-02", "title": "T"}\n{bad\n{"id": 8, "text": "More."}'
    found, error = outcome(rows, "in.jsonl")
    assert [(d.id, d.text, d.published) for d in found] == [("q7", "Words.", "2026-01-02"), ("8", "More.", None)]
    assert error is not None
    assert "article 2" in str(error)


def test_a_bad_file_in_a_zip_or_folder_does_not_lose_the_others(tmp_path: Path) -> None:
    files = {"a.txt": STORY.encode(), "b.pdf": b"%PDF-broken", "c.html": PAGE.encode()}
    found, error = outcome(zipped(files), "all.zip")
    assert [d.source for d in found] == ["all.zip/a.txt", "all.zip/c.html"]
    assert "b.pdf" in str(error)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    documents: list[Document] = []
    with pytest.raises(UnreadableFile, match=r"b\.pdf"):
        documents.extend(open_path(tmp_path))
    assert [Path(d.source).name for d in documents] == ["a.txt", "c.html"]


def test_missing_file_and_limits() -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        list(open_path(Path("nowhere.txt")))
    with pytest.raises(UnreadableFile, match="100"):
        list(open_bytes(b"word " * 30, "a.txt", Limits(characters=100)))


def test_pdf_lines_are_joined() -> None:
    lines = [
        "Bridge to close",
        "The council said that the bridge would be closed to all of the traf-",
        "fic until May.",
    ]
    assert (
        join_placed([(line, "") for line in lines])
        == "Bridge to close\n\n" + "The council said that the bridge would be closed to all of the traffic until May."
    )


def test_markdown_marks_go() -> None:
    assert plain("## A *new* day\n\n- [one](http://x.org) ![alt](y.png)") == "A new day\n\none alt"


def test_every_reader_is_there() -> None:
    assert {sniff(b"words", e) for e in ("md", "csv", "json", "eml")} == {"md", "csv", "json", "eml"}
    assert set(READERS) >= {"txt", "md", "html", "pdf", "docx", "eml", "rss", "json", "jsonl", "csv", "zip"}


def real_files() -> list[Path]:
    return sorted(p for p in FILES.iterdir() if p.name != "README.md")


@pytest.mark.parametrize("path", real_files(), ids=lambda p: p.name)
def test_files_of_real_producers(path: Path) -> None:
    """Each holds one of three stories, saved by the program that its name says (tests/files/README.md)."""
    documents = list(open_path(path))
    assert len(documents) == {".rss": 2, ".atom": 2, ".mbox": 2, ".json": 2, ".jsonl": 2, ".csv": 2, ".zip": 3}.get(
        path.suffix, 1
    )
    article = read(documents[0].text, document=documents[0])
    body = " ".join(" ".join(article.text[b.start : b.end] for b in article.blocks if b.role == "body").split())
    found = [title for title, parts in STORIES.items() if all(part in body.replace("’", "'") for part in parts)]
    assert len(found) == 1
    assert (article.title or "").replace("’", "'")[:24] == found[0][:24]


def test_every_format_has_a_file_of_a_real_producer() -> None:
    formats = {READERS[p.suffix[1:]] for p in real_files()}
    assert formats == set(READERS.values())
    assert all(p.name in (FILES / "README.md").read_text("utf-8") for p in real_files() if "two-columns" not in p.name)


def test_two_columns_are_read_one_after_the_other() -> None:
    text = next(open_path(FILES / "libreoffice-two-columns.pdf")).text
    assert "which was given after a three-minute video review." in text
    assert "magnificent, daft and brave, in that order" in text
    assert text.index("since February") < text.index("at half-time") < text.index("Karin Holt") < text.index("Police")


def test_paragraphs_and_headlines_of_real_pdfs() -> None:
    columns = next(open_path(FILES / "libreoffice-two-columns.pdf")).text.split("\n\n")
    assert "Rovers end 41-year wait as teenager Amadi sinks Albion" in columns
    assert [p for p in columns if p.startswith(("Rovers manager", "His opposite number", "“Nobody", '"Nobody'))][2:]
    assert all(p[-1] in '."”' for p in columns[4:])
    assert len(columns) == 14
    page = next(open_path(FILES / "libreoffice.pdf")).text.split("\n\n")
    assert page[1] == "Lighthouse road to close for nine weeks"


def test_the_room_between_lines_tells_paragraphs() -> None:
    body = [(30.0, 100.0 - 12 * n, 108.0 - 12 * n) for n in range(3)]
    below = (30.0, 100.0 - 12 * 3 - 8, 108.0 - 12 * 3 - 8)
    assert places([*body, below]) == ["", "", "", "far"]
    large = [(30.0, 180.0, 200.0), (30.0, 155.0, 175.0)]
    assert places([*large, *body, below])[:3] == ["", "same", "far"]
    assert places([body[0], None, body[1]]) == ["", "", ""]
    assert places([]) == [""] * 0
    sentence = "The board of Eastmere voted on Tuesday to close the road."
    assert join_placed([(sentence, ""), (sentence, "")]) == f"{sentence} {sentence}"
    assert join_placed([(sentence, ""), (sentence, "far")]) == f"{sentence}\n\n{sentence}"
    assert join_placed([("Road to close for nine", ""), ("Weeks", "same"), (sentence, "")]).startswith(
        "Road to close for nine Weeks\n\nThe"
    )


def test_a_lone_hyphen_at_the_margin_goes_where_the_word_has_none() -> None:
    lines = ["The harbour-master and the board saw the traf-", "fic stop, and the harbour-", "master left early."]
    text = join_placed([(line, "") for line in lines])
    assert text == "The harbour-master and the board saw the traffic stop, and the harbour-master left early."


def test_lines_that_a_program_wrapped_are_whole_again() -> None:
    wrapped = "Albion, who had not lost since February, led through Petra Lindqvist\nbefore the captain levelled."
    assert plain(wrapped) == wrapped.replace("\n", " ")
    assert (
        plain("By Dev Chauhan\nSunday\n- one\n- two\n\nIt\\'s late") == "By Dev Chauhan\nSunday\none\ntwo\n\nIt's late"
    )
    mail = (
        b"From: A <a@example.org>\nSubject: x\nContent-Type: text/plain; format=flowed\n\nOne long \nline.\n\n-- \nMe\n"
    )
    assert next(open_bytes(mail, "a.eml")).text == "One long line.\n\n-- \nMe\n"


def test_several_mails_of_a_mailbox() -> None:
    mail = b"From a Mon Jan  5 09:00:00 2026\nFrom: A <a@example.org>\nSubject: %s\n\n" + STORY.encode() + b"\n\n"
    found, error = outcome(mail % b"One" + mail % b"Two" + mail % b"Three", "all.mbox")
    assert error is None
    assert [d.title for d in found] == ["One", "Two", "Three"]


def test_limits_are_set_in_one_place() -> None:
    assert parse_limits("file=1_000 pdf_seconds=3, html=9") == Limits(file=1000, pdf_seconds=3, html=9)
    with pytest.raises(ValueError, match="'fil=3' is no limit; write NAME=NUMBER, NAME one of file, html"):
        parse_limits("fil=3")
    with pytest.raises(ValueError, match="'file=5MB'"):
        parse_limits("file=5MB")


def test_a_limit_from_the_environment_holds_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_SUMMARISER_LIMITS", "characters=100")
    assert "the limit is 100" in str(outcome(STORY.encode(), "a.txt")[1])


def test_tables_name_their_columns_in_any_case() -> None:
    found, _ = outcome(f'sep=;\nHeadline;Body;Author\nRoad;"{STORY}";Jo Pike\n'.encode(), "a.csv")
    assert [(d.title, d.byline, d.text) for d in found] == [("Road", "Jo Pike", STORY)]


def test_word_files_keep_what_was_inserted_under_review_and_drop_what_was_struck_out() -> None:
    data = docx([("The board met.", "Normal")])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                added = b"<w:ins><w:r><w:t> It voted.</w:t></w:r></w:ins>"
                added += b"<w:del><w:r><w:delText>No.</w:delText></w:r></w:del>"
                content = content.replace(b"</w:r></w:p>", b"</w:r>" + added + b"</w:p>")
            new.writestr(name, content)
    assert next(open_bytes(out.getvalue(), "a.docx")).text == "The board met. It voted."


def test_names_in_an_archive_cannot_steer_a_terminal() -> None:
    found, _ = outcome(zipped({"../../a\x1b[31m.txt": STORY.encode()}), "all.zip")
    assert [d.source for d in found] == ["all.zip/../../a\ufffd[31m.txt"]
