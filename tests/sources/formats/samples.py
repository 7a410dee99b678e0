"""One invented article, told in every news format."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

FIRST = "The bridge over the Sorn was opened to lorries on Monday, two years after the flood."
SECOND = "Mayor Ilse Branten said the detour had cost the town a third of its shops."
CAPTION = "The new bridge at dawn."
CREDIT = "Oda Klint/Nordfoto"

NINJS_1 = {
    "uri": "http://agency.example/1",
    "type": "text",
    "language": "en",
    "headline": "Bridge opens",
    "byline": "By Per Aasen",
    "firstcreated": "2023-05-08T10:15:00Z",
    "body_xhtml": f"<div><p>{FIRST}</p><h2>Shops</h2><p>{SECOND}</p></div>",
    "copyrightholder": "Nord Agency",
    "usageterms": "Editorial use only",
    "associations": {
        "featureimage": {
            "type": "picture",
            "description_text": CAPTION,
            "byline": "Oda Klint",
            "copyrightholder": "Nordfoto",
            "renditions": {"web": {"href": "http://agency.example/1.jpg"}},
        }
    },
}
NINJS_2 = {
    "uri": "urn:agency:2",
    "type": "text",
    "language": "en",
    "headlines": [{"role": "main", "value": "Bridge opens"}],
    "by": "Per Aasen",
    "versioncreated": "2023-05-08T10:15:00+00:00",
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "short"},
        {"role": "main", "contenttype": "text/html", "value": f"<p>{FIRST}</p><h3>Shops</h3><p>{SECOND}</p>"},
    ],
    "infosources": [{"name": "Nord Agency"}],
    "usageterms": "Editorial use only",
    "associations": [
        {
            "name": "image",
            "uri": "urn:agency:3",
            "type": "picture",
            "descriptions": [
                {"role": "caption", "value": CAPTION},
                {"role": "creditline", "value": CREDIT},
            ],
            "renditions": [{"name": "web", "href": "http://agency.example/1.jpg"}],
        }
    ],
}
NINJS_3 = {
    "uri": "urn:agency:4",
    "type": "text",
    "language": "en",
    "headlines": [{"role": "main", "value": "Bridge opens"}],
    "by": "Per Aasen",
    "firstCreated": "2023-05-08T10:15:00Z",
    "bodies": [{"contentType": "text/html", "value": f"<p>{FIRST}</p><h3>Shops</h3><p>{SECOND}</p>"}],
    "infoSources": [{"name": "Nord Agency"}],
    "usageTerms": "Editorial use only",
    "associations": NINJS_2["associations"],
}

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Bridge opens</title><docdata><date.issue norm="20230508T101500Z"/>
<doc.copyright holder="Nord Agency" year="2023"/></docdata></head>
<body><body.head><hedline><hl1>Bridge opens</hl1></hedline><byline>By <person>Per Aasen</person></byline></body.head>
<body.content><block><p>{FIRST}</p><hl2>Shops</hl2><p>{SECOND}</p></block>
<media media-type="image"><media-reference source="http://agency.example/1.jpg" alternate-text="A bridge"/>
<media-caption><p>{CAPTION}</p></media-caption><media-producer>{CREDIT}</media-producer></media>
</body.content></body></nitf>"""

NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem xml:lang="en" guid="urn:1"><rightsInfo><copyrightHolder literal="Nord Agency"/>
<usageTerms>Editorial use only</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Nord Agency"/>
<firstCreated>2023-05-08T10:15:00Z</firstCreated></itemMeta>
<contentMeta><headline>Bridge opens</headline><by>By Per Aasen</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>{FIRST}</p><h2>Shops</h2><p>{SECOND}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
<contentMeta><creditline>{CREDIT}</creditline>
<description role="drol:caption">{CAPTION} ({CREDIT})</description></contentMeta>
<contentSet><remoteContent href="http://agency.example/1.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Nord Agency</title><language>en</language>
<item><title>Bridge opens</title><link>https://agency.example/bridge</link><dc:creator>Per Aasen</dc:creator>
<pubDate>Mon, 08 May 2023 10:15:00 +0000</pubDate>
<content:encoded><![CDATA[<p>{FIRST}</p><h3>Shops</h3><p>{SECOND}</p>]]></content:encoded>
<media:content url="https://agency.example/1.jpg" medium="image"><media:credit role="photographer">{CREDIT}</media:credit>
<media:description>{CAPTION}</media:description></media:content></item>
<item><title>No text here</title><link>https://agency.example/2</link></item>
</channel></rss>"""

PAGE = f"""<html lang="en"><head><meta property="article:published_time" content="2023-05-08T10:15:00Z">
<meta name="author" content="Per Aasen"><meta property="og:site_name" content="Nord Agency"></head>
<body><article><h1>Bridge opens</h1><p>{FIRST} {FIRST}</p><h2>Shops</h2><p>{SECOND} {SECOND}</p>
<p>The road office will count lorries for a month before it lifts the limit of forty tonnes for good.</p>
<figure><img src="http://agency.example/1.jpg"><figcaption>{CAPTION} ({CREDIT})</figcaption></figure>
<p>Until then a constable stands at either end, and the ferry goes on as before, twice an hour.</p></article></body></html>"""


def warc() -> bytes:
    """A WARC file with one page, one picture and one missing page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for url, kind, status, body in (
        ("https://agency.example/bridge", "text/html; charset=utf-8", "200 OK", PAGE.encode()),
        ("https://agency.example/1.jpg", "image/jpeg", "200 OK", b"\xff\xd8"),
        ("https://agency.example/gone", "text/html", "404 Not Found", b"<html><body>gone</body></html>"),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return buffer.getvalue()


def wacz(*, listed: tuple[str, ...] = ("https://agency.example/bridge",)) -> bytes:
    """A WACZ file around that WARC, with the pages it lists and a path that tries to climb out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/data.warc.gz", warc())
        lines = [{"format": "json-pages-1.0"}, *({"url": url} for url in listed)]
        archive.writestr("pages/pages.jsonl", "\n".join(json.dumps(line) for line in lines))
        archive.writestr("../../escaped.txt", "out")
    return buffer.getvalue()


TRUNCATED_WARC = gzip.compress(
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 10000000000\r\n\r\nHTTP/1.1 200 OK\r\n"
)[:-9]
HUGE_CLAIM = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://agency.example/x\r\nContent-Type: application/http\r\n"
    b"Content-Length: 10000000000\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>short</p>\r\n\r\n"
)
BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    "<nitf><body><body.content><p>&c;</p></body.content></body></nitf>"
)
EXTERNAL_ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<nitf><body><body.content><p>&a;</p></body.content></body></nitf>"
)
