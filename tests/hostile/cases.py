"""Hostile and broken files, made by code: name of the case -> (name of the file, its bytes, what is to come of it)."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

STORY = (
    "The harbour board of Eastmere voted on Tuesday to close the old lighthouse road for nine weeks.\n\n"
    "“Nobody likes it, and everybody knows why,” said Mira Tolland, who chairs the board.\n\n"
    "Work will start in April, the board said, and lorries will be sent over the moor."
)
PARAGRAPHS = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
PAGE = f"<!doctype html><html><head><title>Road to close</title></head><body><h1>Road to close</h1>{PARAGRAPHS}"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body: str, declared: str = "") -> bytes:
    """A Word file with this in its body, made by python-docx but for its text."""
    import docx as library

    out = io.BytesIO()
    library.Document().save(out)
    with zipfile.ZipFile(out) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    text = f'<?xml version="1.0"?>{declared}<w:document {WORD}><w:body>{body}</w:body></w:document>'
    return zipped(files | {"word/document.xml": text.encode()})


def run(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(stream: bytes, more: bytes = b"", pages: int = 1) -> bytes:
    """A PDF whose pages all draw the one stream; ``more`` goes into the dictionary of the stream."""
    kids = b" ".join(b"%d 0 R" % (n + 10) for n in range(pages))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        3: b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), more, stream),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    objects |= {n + 10: page for n in range(pages)}
    body = b"".join(b"%d 0 obj%sendobj\n" % row for row in objects.items())
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def drawn(text: str) -> bytes:
    """The stream that draws a text."""
    return b"BT /F1 11 Tf 14 TL 50 780 Td %s ET" % b" ".join(b"(%s) Tj T*" % t.encode() for t in text.split("\n"))


def nested_zip(depth: int, width: int) -> bytes:
    """Archives within archives, each a million zeros at the bottom."""
    data, name = zipped({f"{n}.txt": b"0" * 900_000 for n in range(width)}), "a.txt"
    for _ in range(depth):
        name = "in.zip"
        data = zipped({f"{n}{name}": data for n in range(width)})
    return data


def lying_zip() -> bytes:
    """An entry that says it is 10 bytes long and unpacks to 40 million."""
    data = zipped({"a.txt": b"word " * 8_000_000})
    return data.replace(struct.pack("<L", 40_000_000), struct.pack("<L", 10))


def mail(headers: str, body: str = STORY) -> bytes:
    """A mail."""
    return f"{headers}\nFrom: Mira <m@example.org>\nSubject: Road\nMIME-Version: 1.0\n\n{body}".encode()


def nested_mail(depth: int) -> bytes:
    """Parts within parts."""
    top = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
    heads = (b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(depth))
    return top + b"".join(heads) + b"Content-Type: text/plain\n\n" + STORY.encode()


def feed(items: str, declared: str = "") -> bytes:
    """An RSS feed."""
    return f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel><title>Echo</title>{items}'.encode()


LAUGHS = (
    "<!DOCTYPE r [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
ITEM = f"<item><title>Road</title><description>{STORY}</description></item>"


def letters(number: int) -> str:
    """Three letters, others for each number."""
    return "".join(chr(97 + number // 26**k % 26) for k in range(3))


class Case(NamedTuple):
    """A file and what is to come of it: "article"; words of the refusal; both, after a plus sign."""

    name: str
    make: Callable[[], bytes]
    come: str


CASES: dict[str, Case] = {
    # text
    "empty": Case("a.txt", lambda: b"", "empty"),
    "blank": Case("a.txt", lambda: b" \n" * 1000, "empty"),
    "null bytes": Case("a.txt", lambda: b"\0" * 100_000, "binary"),
    "null bytes in text": Case("a.txt", lambda: STORY.replace("road", "ro\0ad").encode(), "article"),
    "18 MB text": Case("a.txt", lambda: b"word " * 3_600_000, "5,000,000"),
    "18 MB html": Case("a.html", lambda: PAGE.encode() + b"<p>word</p>" * 1_600_000, "5,000,000"),
    "18 MB pdf": Case(
        "a.pdf", lambda: pdf(drawn(STORY.replace("“", "").replace("”", "")) + b" " * 18_000_000), "5,000,000"
    ),
    "18 MB json": Case("a.json", lambda: b'[{"text": "' + b"word " * 3_600_000 + b'"}]', "200,000"),
    "18 MB json of lists": Case("a.json", lambda: b"[" + b"[]," * 6_000_000 + b"[]]", "4,000,000"),
    "49 MB json of lists": Case("a.json", lambda: b"[" + b"[]," * 16_300_000 + b"[]]", "4,000,000"),
    "49 MB json of objects": Case("a.json", lambda: b"[" + b'{"a":1},' * 6_100_000 + b"{}]", "4,000,000"),
    "49 MB json of short strings": Case("a.json", lambda: b"[" + b'"aa",' * 9_800_000 + b"1]", "4,000,000"),
    "49 MB jsonl of one line": Case("a.jsonl", lambda: b"[" + b"[]," * 16_300_000 + b"[]]", "4,000,000"),
    "49 MB jsonl astral": Case(
        "a.jsonl", lambda: ('{"text": "' + "🙂\\r\\n" * 6_100_000).encode()[:49_000_000] + b'"}', "200,000"
    ),
    "49 MB of rows": Case("a.jsonl", lambda: b'{"text":"Road"}\n' * 3_000_000, "+5,000"),
    "18 MB csv": Case("a.csv", lambda: b"title,text\n" + b"x,y\n" * 4_500_000, "+5,000"),
    "csv wide": Case("a.csv", lambda: b"a," * 500_000 + b"text\n" + b"x\n" * 500_000, "1,000"),
    "csv giant field": Case("a.csv", lambda: b'title,text\nx,"' + b"word " * 900_000 + b'"\n', "200,000"),
    "csv open quote": Case("a.csv", lambda: b'title,text\nx,"' + STORY.encode() * 2000, "200,000"),
    "csv nul": Case("a.csv", lambda: b"title,text\nx," + b"a\0b " * 20, "binary"),
    "utf16 no bom": Case("a.txt", lambda: STORY.encode("utf-16-le"), "article"),
    "utf16be no bom": Case("a.txt", lambda: STORY.encode("utf-16-be"), "article"),
    "utf16 cut": Case("a.txt", lambda: STORY.encode("utf-16")[:-1], "article"),
    "utf16 html": Case("a.txt", lambda: (PAGE * 3).encode("utf-16"), "article"),
    "utf16 feed": Case(
        "a.xml",
        lambda: (
            feed(ITEM)
            .decode()
            .replace('<?xml version="1.0"?>', "<?xml version='1.0' encoding='utf-16'?>")
            .encode("utf-16")
        ),
        "article",
    ),
    "idna html": Case("a.html", lambda: b"<meta charset=idna>" + PAGE.encode("cp1252"), "article"),
    "punycode html": Case(
        "a.html",
        lambda: b"<html><meta charset=punycode>" + PAGE.encode("cp1252") + b"<p>wor-d</p>" * 100_000,
        "200,000",
    ),
    "mixed encodings": Case(
        "a.txt", lambda: STORY.encode() + b"\n\n" + STORY.encode("cp1252") + "é".encode("utf-16"), "article"
    ),
    "bom in middle": Case("a.txt", lambda: b"\xef\xbb\xbf\xff\xfe" + STORY.encode(), "article"),
    "200k one line": Case("a.txt", lambda: (STORY.replace("\n", " ") * 900)[:199_990].encode()[:200_000], "article"),
    "100k lines": Case("a.txt", lambda: b"x\n" * 99_000, "article"),
    "66k paragraphs": Case("a.txt", lambda: b"x\n\n" * 66_000, "article"),
    "40k name lines": Case("a.txt", lambda: b"Road\n\n" * 33_000, "article"),
    "quotes": Case("a.txt", lambda: ("“" * 60_000).encode(), "article"),
    "straight quotes": Case("a.txt", lambda: b'" ' * 99_000, "article"),
    "quoted": Case("a.txt", lambda: ("“a” said B. " * 16_000).encode()[:199_000], "article"),
    "capitals": Case("a.txt", lambda: b"Aa Bb " * 33_000, "article"),
    "capitals no space": Case("a.txt", lambda: b"A" * 199_000, "article"),
    "digits": Case("a.txt", lambda: b"1 2 3 4 " * 24_000, "article"),
    "digits run": Case("a.txt", lambda: b"1" * 199_000, "article"),
    "dates": Case("a.txt", lambda: b"5 March 2024 " * 15_000, "article"),
    "said": Case("a.txt", lambda: b"he said " * 24_000, "article"),
    "said that": Case("a.txt", lambda: b"Mr Bell said that " * 11_000, "article"),
    "commas": Case("a.txt", lambda: b", " * 99_000, "article"),
    "stops": Case("a.txt", lambda: b". " * 99_000, "article"),
    "dots": Case("a.txt", lambda: b"." * 199_000, "article"),
    "brackets": Case("a.txt", lambda: b"(" * 199_000, "article"),
    "spaces inside": Case("a.txt", lambda: b"a" + b" " * 199_000 + b"b", "article"),
    "tabs": Case("a.txt", lambda: b"Road to close" + b"\t" * 99_000 + b"2024", "article"),
    "newlines": Case("a.txt", lambda: b"a" + b"\n" * 199_000 + b"b", "article"),
    "hyphens": Case("a.txt", lambda: b"a-" * 99_000, "article"),
    "by": Case("a.txt", lambda: b"By " * 66_000, "article"),
    "by lines": Case("a.txt", lambda: b"By Mira Tolland\n" * 12_000, "article"),
    "names and": Case("a.txt", lambda: b"Mira Tolland, " * 14_000, "article"),
    "who": Case("a.txt", lambda: b"who was the man who " * 9_900, "article"),
    "many people": Case(
        "a.txt",
        lambda: " ".join(f"Anna{letters(i)} Bell{letters(i)} left." for i in range(9000)).encode()[:199_000],
        "article",
    ),
    "mr people": Case(
        "a.txt",
        lambda: "\n\n".join(f"Mr Bell{letters(i)} said: “I left.” He went to Rome." for i in range(3900)).encode()[
            :199_000
        ],
        "article",
    ),
    "combining": Case("a.txt", lambda: ("e" + "\u0301" * 66_000).encode(), "article"),
    "rtl": Case("a.txt", lambda: ("\u202e" * 66_000 + "abc").encode(), "article"),
    "emoji": Case("a.txt", lambda: ("🙂" * 199_000).encode(), "article"),
    "chinese": Case("a.txt", lambda: ("市长昨天说，" * 33_000).encode(), "article"),
    "urls": Case("a.txt", lambda: b"http://a.b/c " * 15_000, "article"),
    "email like": Case("a.txt", lambda: b"a@" * 99_000, "article"),
    # markdown
    "md hashes": Case("a.md", lambda: b"# a" + b" #" * 98_000 + b" b", "article"),
    "md front spaces": Case(
        "a.md", lambda: b"---\ntitle: a" + b" " * 190_000 + b"b\n---\n\n" + STORY.encode(), "article"
    ),
    "md brackets": Case("a.md", lambda: b"[" * 199_000, "article"),
    "md images": Case("a.md", lambda: b"![](" * 49_000, "article"),
    "md stars": Case("a.md", lambda: b"*a " * 66_000, "article"),
    "md underscores": Case("a.md", lambda: b"_" * 199_000, "article"),
    "md rules": Case("a.md", lambda: b"- " * 99_000 + b"x", "article"),
    "md front lines": Case("a.md", lambda: b"---\n" + b"a\n" * 99_000, "article"),
    # html
    "html 400k divs": Case("a.html", lambda: b"<html><body>" + b"<div>" * 380_000 + PARAGRAPHS.encode(), "article"),
    "html nested 300": Case("a.html", lambda: b"<html><body>" + b"<div>" * 300 + PARAGRAPHS.encode(), "article"),
    "html nested h1": Case("a.html", lambda: b"<html><body>" + b"<h1><div>" * 200_000 + PARAGRAPHS.encode(), "article"),
    "html inline tags": Case(
        "a.html", lambda: b"<html><body><p>" + b"<b>a</b>" * 190_000 + PARAGRAPHS.encode(), "article"
    ),
    "html nested b": Case("a.html", lambda: b"<html><body><p>" + b"<b>" * 600_000 + PARAGRAPHS.encode(), "article"),
    "html nested font": Case(
        "a.html", lambda: b"<html><body>" + b"<font><p>" * 200_000 + PARAGRAPHS.encode(), "article"
    ),
    "html nested tables": Case(
        "a.html", lambda: b"<html><body>" + b"<table><tr><td>" * 100_000 + PARAGRAPHS.encode(), "article"
    ),
    "html nested lists": Case(
        "a.html", lambda: b"<html><body>" + b"<ul><li>" * 240_000 + PARAGRAPHS.encode(), "article"
    ),
    "html scripts": Case("a.html", lambda: b"<html>" + b"<script>" * 240_000, "no text"),
    "html lt": Case("a.html", lambda: b"<html>" + b"<" * 1_900_000, "200,000"),
    "html attributes": Case(
        "a.html", lambda: b"<html><body " + b"a=b " * 400_000 + b">" + PARAGRAPHS.encode(), "article"
    ),
    "html comments": Case("a.html", lambda: b"<html><body>" + b"<!--" * 480_000 + PARAGRAPHS.encode(), "200,000"),
    "html many empty": Case("a.html", lambda: b"<html><body>" + b"<p></p>" * 280_000 + PARAGRAPHS.encode(), "article"),
    "html many p": Case("a.html", lambda: b"<html><body>" + b"<p>Road" * 49_000 + PARAGRAPHS.encode(), "200,000"),
    "html many links": Case(
        "a.html", lambda: b"<html><body>" + b"<a href=x>Road</a><br>" * 30_000 + PARAGRAPHS.encode(), "article"
    ),
    "html long class": Case(
        "a.html",
        lambda: b"<html><body>" + b"<div class='" + b"share " * 300_000 + b"'>" + PARAGRAPHS.encode(),
        "article",
    ),
    "html ldjson deep": Case(
        "a.html",
        lambda: (
            b"<html><head><script type='application/ld+json'>" + b"[" * 900_000 + b"</script>" + PARAGRAPHS.encode()
        ),
        "article",
    ),
    "html ldjson lists": Case(
        "a.html",
        lambda: (
            b"<html><head><script type='application/ld+json'>["
            + b"[]," * 600_000
            + b"[]]</script>"
            + PARAGRAPHS.encode()
        ),
        "article",
    ),
    "html entities": Case(
        "a.html", lambda: b"<html><body>" + b"<p>" + b"&nbsp;" * 320_000 + PARAGRAPHS.encode(), "article"
    ),
    "html doctype entities": Case(
        "a.html", lambda: LAUGHS.encode() + b"<html><body>&a9;" + PARAGRAPHS.encode(), "article"
    ),
    "html nul": Case("a.html", lambda: PAGE.replace("board", "bo\0ard").encode(), "article"),
    "html truncated": Case("a.html", lambda: PAGE.encode()[:-120], "article"),
    "html frames": Case("a.html", lambda: b"<html><frameset><frame src=x></frameset></html>", "no text"),
    "html time stamps": Case(
        "a.html",
        lambda: b"<html><body>" + b"<time datetime='" + b"1" * 1_900_000 + b"'>x</time>" + PARAGRAPHS.encode(),
        "article",
    ),
    "html meta": Case(
        "a.html",
        lambda: b"<html><head>" + b"<meta name=a content=b>" * 80_000 + b"</head>" + PARAGRAPHS.encode(),
        "article",
    ),
    "html title long": Case(
        "a.html",
        lambda: b"<html><head><title>" + b"Road - " * 270_000 + b"</title></head><body>" + PARAGRAPHS.encode(),
        "article",
    ),
    "html h1 many": Case(
        "a.html",
        lambda: b"<html><head><title>x</title><body>" + b"<h1>a b</h1>" * 15_000 + PARAGRAPHS.encode(),
        "article",
    ),
    # pdf
    "pdf 1000 pages": Case("a.pdf", lambda: pdf(drawn("The board voted on Tuesday."), pages=1000), "article"),
    "pdf 30k pages": Case("a.pdf", lambda: pdf(drawn("The board voted on Tuesday."), pages=30_000), "article"),
    "pdf flate bomb": Case(
        "a.pdf", lambda: pdf(zlib.compress(b"(word) Tj " * 100_000_000), b"/Filter/FlateDecode"), "1,000 MB"
    ),
    "pdf flate bomb spaces": Case(
        "a.pdf",
        lambda: pdf(zlib.compress(zlib.compress(b" " * 1_500_000_000)), b"/Filter[/FlateDecode/FlateDecode]"),
        "1,000 MB",
    ),
    "pdf loop of pages": Case("a.pdf", lambda: pdf(drawn("x")).replace(b"/Kids[10 0 R]", b"/Kids[2 0 R]"), "damaged"),
    "pdf cut": Case("a.pdf", lambda: pdf(drawn("x"))[:120], "damaged"),
    "pdf huge count": Case(
        "a.pdf", lambda: pdf(drawn("The board voted.")).replace(b"/Count 1", b"/Count 2000000000"), "article"
    ),
    # docx
    "docx laughs": Case("a.docx", lambda: docx(run("&a9;") + run("road"), LAUGHS), "damaged"),
    "docx span": Case(
        "a.docx",
        lambda: docx(
            '<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr>'
            + run("road")
            + "</w:tc></w:tr></w:tbl>"
        ),
        "article",
    ),
    "docx 40 MB": Case("a.docx", lambda: docx(run(STORY) + "<w:p/>" * 6_500_000), "tightly"),
    "docx deep": Case("a.docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 3000 + run(STORY)), "nested"),
    "docx paras": Case("a.docx", lambda: docx(run("ab c") * 60_000), "200,000"),
    "docx external": Case(
        "a.docx",
        lambda: docx(run("&x;") + run(STORY), "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"),
        "article",
    ),
    "docx no document": Case(
        "a.docx", lambda: zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"x"}), "damaged"
    ),
    # mail
    "mail deep": Case("a.eml", lambda: nested_mail(3000), "parts"),
    "mail headers": Case("a.eml", lambda: mail("From: " + "(" * 500_000), "article"),
    "mail subject": Case("a.eml", lambda: mail("Subject: " + "=?utf-8?q?=41?= " * 100_000), "article"),
    "mail charset": Case("a.eml", lambda: mail("Content-Type: text/plain; charset=idna"), "article"),
    "mail charset undefined": Case("a.eml", lambda: mail("Content-Type: text/plain; charset=undefined"), "article"),
    "mail charset punycode": Case(
        "a.eml", lambda: mail("Content-Type: text/plain; charset=punycode", "w-" * 1_000_000), "200,000"
    ),
    "mail many headers": Case("a.eml", lambda: mail("X-A: b\n" * 300_000), "article"),
    "mail from list": Case("a.eml", lambda: mail("From: " + "a@b.c, " * 200_000), "article"),
    "mail many parts": Case(
        "a.eml",
        lambda: (
            b"From: a@example.org\nSubject: x\nDate: x\nContent-Type: multipart/mixed; boundary=b\n"
            + b"\n--b\n\nRoad" * 300_000
        ),
        "parts",
    ),
    # feeds
    "feed laughs": Case("a.xml", lambda: feed("<item><title>&a9;</title></item>", LAUGHS), "entities"),
    "feed laughs far": Case(
        "a.xml",
        lambda: feed(
            ITEM + "<item><title>&a9;</title></item></channel></rss>", "<!--" + "x" * 150_000 + "-->" + LAUGHS
        ),
        "entities",
    ),
    "feed laughs utf16": Case(
        "a.xml",
        lambda: (
            feed("<item><title>&a9;</title></item>", LAUGHS)
            .decode()
            .replace('"1.0"', '"1.0" encoding="utf-16"')
            .encode("utf-16")
        ),
        "entities",
    ),
    "feed deep": Case("a.xml", lambda: feed("<item>" * 500_000), "too many entries"),
    "feed 500 items": Case("a.xml", lambda: feed(ITEM * 500 + "</channel></rss>"), "+300 more"),
    "feed 60k items": Case(
        "a.xml", lambda: feed("<item><title>Road</title></item>" * 140_000 + "</channel></rss>"), "too many entries"
    ),
    "feed broken": Case(
        "a.xml", lambda: feed(ITEM + "<item><title>a & b < c</title>" + "<![CDATA[" * 100_000), "article"
    ),
    "feed lt": Case("a.xml", lambda: feed(ITEM + "<" * 4_000_000), "article"),
    "feed lt bang": Case("a.xml", lambda: feed(ITEM + "<!" * 2_000_000), "article"),
    "feed amps": Case("a.xml", lambda: feed(ITEM + "&" * 4_000_000), "article"),
    "feed big item": Case(
        "a.xml",
        lambda: feed(
            "<item><description>" + "&lt;b&gt;a&lt;/b&gt;" * 200_000 + "</description></item></channel></rss>"
        ),
        "article",
    ),
    "feed dates": Case(
        "a.xml",
        lambda: feed("<item><title>Road</title><pubDate>" + "1" * 400_000 + "</pubDate></item></channel></rss>"),
        "article",
    ),
    # json
    "json deep": Case("a.json", lambda: b"[" * 4_000_000, "JSON"),
    "json deep objects": Case("a.json", lambda: b'{"a":' * 900_000, "JSON"),
    "json big number": Case("a.json", lambda: b'[{"id": ' + b"9" * 1_000_000 + b', "text": "road"}]', "JSON"),
    "json float id": Case("a.json", lambda: b'[{"id": 1e999, "text": "The road is closed."}]', "article"),
    "json surrogate": Case(
        "a.json", lambda: b'[{"id": "a\\ud800", "text": "The \\ud800 road is closed.", "title": "\\udc00"}]', "article"
    ),
    "json nan": Case("a.json", lambda: b'[{"text": NaN}]', "neither"),
    "json wrong types": Case(
        "a.json",
        lambda: b'[{"text": ["a"], "html": 3}, {"text": "ok", "url": {"a": 1}, "title": 3, "published": []}]',
        "+neither",
    ),
    "json published": Case(
        "a.json", lambda: json.dumps([{"text": STORY, "published": "9" * 100_000}]).encode(), "article"
    ),
    "json published odd": Case(
        "a.json",
        lambda: json.dumps(
            [{"text": STORY, "published": "2026-99-99"}, {"text": STORY, "published": "yesterday"}]
        ).encode(),
        "article",
    ),
    "export corrections": Case(
        "a.json",
        lambda: json.dumps(
            [
                {
                    "format": 1,
                    "text": STORY,
                    "blocks": [{"start": 0, "end": 50, "role": "body", "rule": "x"}],
                    "corrections": {
                        "speakers": [[99999, "B"], "x", [1]],
                        "roles": [[5, "no"]],
                        "split": [[[[1, 999999]], "x"]],
                        "merged": 3,
                        "published": "x",
                    },
                }
            ]
        ).encode(),
        "article",
    ),
    "export blocks": Case(
        "a.json",
        lambda: json.dumps(
            [
                {
                    "format": 1,
                    "text": STORY,
                    "blocks": [{"start": i, "end": i + 1, "role": "body", "rule": "x"} for i in range(200)],
                }
            ]
        ).encode(),
        "article",
    ),
    "export title long": Case(
        "a.json",
        lambda: json.dumps([{"text": STORY, "title": "Road " * 200_000, "byline": "x" * 1_000_000}]).encode(),
        "article",
    ),
    # zip
    "zip bomb": Case("a.zip", lambda: zipped({"a.txt": b"0" * 49_000_000}), "tightly"),
    "zip bomb 100": Case(
        "a.zip", lambda: zipped({f"{i}.txt": (b"Road %d. " % i) * 60_000 for i in range(90)}), "tightly"
    ),
    "zip nested bomb": Case("a.zip", lambda: nested_zip(1, 40), "tightly"),
    "zip nested 5": Case("a.zip", lambda: nested_zip(5, 2), "archives"),
    "zip lying": Case("a.zip", lying_zip, "damaged"),
    "zip lzma": Case(
        "a.zip",
        lambda: (lambda d: d[:60] + b"\xff" * 12 + d[72:])(
            zipped({"a.txt": STORY.encode() * 9, "b.txt": STORY.encode()}, zipfile.ZIP_LZMA)
        ),
        "+a.txt",
    ),
    "zip bz2": Case(
        "a.zip",
        lambda: (lambda d: d[:60] + b"\xff" * 12 + d[72:])(zipped({"a.txt": STORY.encode() * 9}, zipfile.ZIP_BZIP2)),
        "damaged",
    ),
    "zip slip": Case(
        "a.zip",
        lambda: zipped(
            {
                "../../../../tmp/slipped.txt": STORY.encode(),
                "/etc/slip.txt": STORY.encode(),
                "C:\\x.txt": STORY.encode(),
                "a\x1b[31m.txt": STORY.encode(),
                "n" * 60_000 + ".txt": STORY.encode(),
            }
        ),
        "article",
    ),
    "zip 500": Case("a.zip", lambda: zipped({f"{i}.txt": b"x" for i in range(500)}), "too many files"),
    "zip 60k": Case("a.zip", lambda: zipped({f"{i}.txt": b"" for i in range(40_000)}, 0), "too many entries"),
    "zip macos": Case(
        "a.zip",
        lambda: zipped(
            {f"{i}.txt": STORY.encode() for i in range(5)} | {f"__MACOSX/._{i}.txt": b"x" for i in range(250)}
        ),
        "article",
    ),
    "zip stored docx": Case(
        "a.zip", lambda: zipped({"one.docx": docx(run(STORY)), "two.txt": STORY.encode()}, 0), "article"
    ),
    "zip html 90": Case("a.zip", lambda: zipped({f"{i}.html": PAGE.encode() for i in range(190)}), "article"),
    "zip mixed": Case(
        "a.zip",
        lambda: zipped(
            {
                "good.txt": STORY.encode(),
                "b.pdf": b"%PDF-broken",
                "c.docx": b"PK\3\4xxx",
                "d.json": b"[" * 1000,
                "e.txt": b"",
                "f.html": PAGE.encode(),
            }
        ),
        "+4 of 6",
    ),
    "xlsx": Case(
        "a.xlsx",
        lambda: zipped(
            {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"<x>words</x>"}
        ),
        "Excel",
    ),
    "odt": Case(
        "a.odt",
        lambda: zipped({"META-INF/manifest.xml": b"<x/>", "content.xml": b"<x>words and words</x>"}),
        "OpenDocument",
    ),
    "epub": Case("a.epub", lambda: zipped({"META-INF/container.xml": b"<x/>", "a.xhtml": PAGE.encode()}), "EPUB"),
    "tar": Case(
        "a.tar",
        lambda: b"a.txt" + b"\0" * 252 + b"ustar" + b"\0" * 250 + STORY.encode() + b"\0" * 9000,
        "binary",
    ),
}
