"""Feeds, mail and news XML, field by field: what is taken, what is passed over, what is refused."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from briefbook.errors import SourceError
from briefbook.model import Article, BlockKind
from briefbook.sources.feed import read_feed
from briefbook.sources.mail import read_mail
from briefbook.sources.newsml import read_news_xml, read_xml

from tests.sources.formats import samples

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/"'
)
TEXT = f"<![CDATA[<p>{samples.FIRST}</p>]]>"


def prose(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is not BlockKind.CAPTION]


def rss(*items: str, channel: str = "<title>Nord Agency</title>") -> list[Article]:
    """The articles of an RSS feed with these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    text = f'<?xml version="1.0"?><rss version="2.0" {NAMESPACES}><channel>{channel}{inner}</channel></rss>'
    return list(read_feed(Path("news.rss"), text.encode()))


def atom(*entries: str) -> list[Article]:
    """The articles of an Atom feed with these entries."""
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    text = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Nord Agency</title>{inner}</feed>'
    return list(read_feed(Path("news.atom"), text.encode()))


class TestFeeds:
    """One article for each entry with text."""

    def test_entries_without_text_are_passed_over(self) -> None:
        found = rss(f"<title>One</title><description>{TEXT}</description>", "<title>Two</title>")

        assert [article.headline for article in found] == ["One"]

    def test_the_longest_text_of_an_entry_is_the_articles(self) -> None:
        (article,) = rss(
            f"<title>One</title><description>In short.</description><content:encoded>{TEXT}</content:encoded>"
        )

        assert prose(article) == ["One", samples.FIRST]

    def test_ids_tell_entries_apart(self) -> None:
        found = rss(*(f"<title>Bridge</title><description>{TEXT}</description>" for _ in range(3)))

        assert [article.id for article in found] == ["news-1-bridge", "news-2-bridge", "news-3-bridge"]

    @pytest.mark.parametrize(
        ("fields", "name", "value"),
        [
            pytest.param("<dc:creator>Oda Klint</dc:creator>", "authors", ("Oda Klint",), id="author"),
            pytest.param("<dc:creator>Sports Desk</dc:creator>", "authors", (), id="a desk is nobody"),
            pytest.param("<link>https://a.example/1</link>", "url", "https://a.example/1", id="address"),
            pytest.param("<link>javascript:alert(1)</link>", "url", None, id="script is no address"),
            pytest.param(
                "<pubDate>Mon, 08 May 2023 10:15:00 +0200</pubDate>",
                "date_published",
                "2023-05-08T10:15:00+02:00",
                id="moment",
            ),
            pytest.param("<pubDate>soon</pubDate>", "date_published", None, id="no moment"),
            pytest.param("<dc:rights>© Nord</dc:rights>", "rights", "© Nord", id="rights"),
            pytest.param("", "publisher", "Nord Agency", id="publisher"),
        ],
    )
    def test_what_an_entry_says_of_itself(self, fields: str, name: str, value: object) -> None:
        (article,) = rss(f"<title>One</title>{fields}<description>{TEXT}</description>")

        assert getattr(article, name) == value

    def test_an_atom_entry(self) -> None:
        (article,) = atom(
            "<title>Bridge  opens</title><author><name>Oda Klint</name></author><updated>2023-05-08T10:15:00Z</updated>"
            f'<link href="https://a.example/1"/><content type="html">&lt;p&gt;{samples.FIRST}&lt;/p&gt;</content>'
        )

        assert prose(article) == ["Bridge opens", samples.FIRST]
        assert (article.authors, article.url, article.language) == (("Oda Klint",), "https://a.example/1", "en")
        assert article.date_published == "2023-05-08T10:15:00+00:00"

    @pytest.mark.parametrize(
        ("media", "expected"),
        [
            pytest.param(
                '<media:content url="https://a.example/1.jpg" medium="image"/>'
                "<media:description>The bridge.</media:description><media:credit>Oda Klint/Nordfoto</media:credit>",
                [("The bridge.", "Oda Klint/Nordfoto", "https://a.example/1.jpg")],
                id="caption and credit",
            ),
            pytest.param(
                '<media:content url="https://a.example/1.jpg" type="image/jpeg"/>',
                [(None, None, "https://a.example/1.jpg")],
                id="bare",
            ),
            pytest.param('<media:content url="https://a.example/1.mp4" type="video/mp4"/>', [], id="a film"),
        ],
    )
    def test_pictures_of_an_entry(self, media: str, expected: list[tuple[str | None, ...]]) -> None:
        (article,) = rss(f"<title>One</title><content:encoded>{TEXT}</content:encoded>{media}")

        assert [(image.caption, image.credit_line, image.url) for image in article.images] == expected

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"<rss version='2.0'><channel><title>Nord</title></channel></rss>", "no entry of this feed"),
            (b"<html><body>hello</body></html>", "no RSS or Atom feed"),
            (b"<rss version='2.0'>", "not well-formed"),
            (samples.BILLION_LAUGHS.encode(), "entities"),
        ],
    )
    def test_what_is_no_feed_is_refused(self, data: bytes, words: str) -> None:
        with pytest.raises(SourceError, match=words):
            list(read_feed(Path("news.rss"), data))


def message(*, html: str | None = None, text: str | None = None, **headers: str) -> Article:
    """The article of a message with these parts and headers."""
    made = EmailMessage()
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html")
    elif html is not None:
        made.set_content(html, subtype="html")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    (article,) = read_mail(Path("news.eml"), made.as_bytes())
    return article


PLAIN = f"Bridge opens\n\n{samples.FIRST}\n\n{samples.SECOND}\n"


class TestMail:
    """The message says what its text does not."""

    @pytest.mark.parametrize(
        ("headers", "name", "value"),
        [
            pytest.param({"From": "Nord Agency <news@a.example>"}, "publisher", "Nord Agency", id="sender"),
            pytest.param({"From": "news@a.example"}, "publisher", None, id="an address is no name"),
            pytest.param(
                {"Date": "Mon, 08 May 2023 12:15:00 +0200"}, "date_published", "2023-05-08T12:15:00+02:00", id="day"
            ),
            pytest.param(
                {"Snapshot_Content_Location": "https://a.example/1"}, "url", "https://a.example/1", id="address"
            ),
            pytest.param({"Snapshot_Content_Location": "file:///home/a"}, "url", None, id="a path is no address"),
        ],
    )
    def test_what_the_message_says(self, headers: dict[str, str], name: str, value: object) -> None:
        assert getattr(message(text=PLAIN, Subject="Bridge", **headers), name) == value

    def test_names_in_other_letters(self) -> None:
        assert message(text=PLAIN, From="Häfen & Brücken <news@a.example>", Subject="x").publisher == "Häfen & Brücken"

    def test_a_page_is_read_before_plain_text(self) -> None:
        article = message(html=samples.PAGE, text="Read this mail in a browser.", Subject="Newsletter")

        assert article.headline == "Bridge opens"
        assert "Read this mail in a browser." not in prose(article)

    def test_the_subject_is_the_headline_of_a_page_without_one(self) -> None:
        page = f"<html><body><article><p>{samples.FIRST} {samples.FIRST}</p><p>{samples.SECOND}</p></article></body></html>"

        assert message(html=page, Subject="Bridge opens").headline == "Bridge opens"

    @pytest.mark.parametrize("data", [b"", b"no message at all", b"Subject: x\nContent-Type: image/png\n\n\x89PNG"])
    def test_what_holds_no_text_is_refused(self, data: bytes) -> None:
        with pytest.raises(SourceError, match="expected a mail message"):
            list(read_mail(Path("news.eml"), data))

    def test_a_charset_nobody_knows_is_one_clear_error(self) -> None:
        data = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=klingon\n\nqapla\xff\n"
        refused, texts = "", ["x"]
        try:
            texts = [a.headline or "" for a in read_mail(Path("news.eml"), data)]
        except SourceError as error:
            refused = str(error)

        assert texts or "can't be decoded" in refused
        assert "\n" not in refused


def newsml(meta: str = "", content: str = "<p>One.</p>", *, item: str = "", more: str = "") -> list[Article]:
    """The articles of a NewsML-G2 message with one text item."""
    text = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem>'
        f'<itemMeta><itemClass qcode="ninat:text"/>{item}</itemMeta><contentMeta>{meta}</contentMeta>'
        '<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        f"{content}</body></html></inlineXML></contentSet></newsItem>{more}</itemSet></newsMessage>"
    )
    return list(read_news_xml(Path("news.xml"), text.encode()))


class TestNewsXml:
    """NewsML-G2 and NITF."""

    @pytest.mark.parametrize(
        ("meta", "item", "name", "value"),
        [
            pytest.param("<by>By Oda Klint</by>", "", "authors", ("Oda Klint",), id="author"),
            pytest.param('<language tag="de"/>', "", "language", "de", id="language"),
            pytest.param("", '<provider literal="Nord"/>', "publisher", "Nord", id="provider"),
            pytest.param(
                "", "<provider><name>Nord Agency</name></provider>", "publisher", "Nord Agency", id="its name"
            ),
            pytest.param(
                "",
                "<firstCreated>2023-05-08T10:15:00+02:00</firstCreated>",
                "date_published",
                "2023-05-08T10:15:00+02:00",
                id="first",
            ),
            pytest.param(
                "", "<versionCreated>2023-05-08</versionCreated>", "date_published", "2023-05-08", id="version"
            ),
            pytest.param("", "", "date_published", None, id="no day"),
        ],
    )
    def test_what_an_item_says_of_itself(self, meta: str, item: str, name: str, value: object) -> None:
        (article,) = newsml(meta, item=item)

        assert getattr(article, name) == value

    def test_headline_summary_and_body_in_order(self) -> None:
        (article,) = newsml(
            '<headline>Bridge opens</headline><description role="drol:summary">In short.</description>',
            "<p>One.</p><h2>Shops</h2><p>Two.</p>Three.",
        )

        kinds = [block.kind for block in article.blocks]
        assert prose(article)[:5] == ["Bridge opens", "In short.", "One.", "Shops", "Two."]
        assert kinds[:2] == [BlockKind.HEADLINE, BlockKind.STANDFIRST]

    def test_several_texts_are_several_articles_and_share_no_picture(self) -> None:
        other = (
            '<newsItem><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentSet><inlineXML>'
            "<p>Two.</p></inlineXML></contentSet></newsItem>"
            '<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta>'
            "<creditline>Oda Klint/Nordfoto</creditline></contentMeta></newsItem>"
        )
        found = newsml(more=other)

        assert [prose(article) for article in found] == [["One."], ["Two."]]
        assert [article.images for article in found] == [(), ()]

    @pytest.mark.parametrize(
        ("norm", "expected"),
        [
            ("20230508T101500Z", "2023-05-08T10:15:00+00:00"),
            ("20230508T101500+0200", "2023-05-08T10:15:00+02:00"),
            ("20230508", "2023-05-08"),
            ("2023-05-08T10:15:00Z", "2023-05-08T10:15:00+00:00"),
            ("soon", None),
            ("", None),
        ],
    )
    def test_days_of_nitf(self, norm: str, expected: str | None) -> None:
        text = (
            f'<nitf><head><docdata><date.issue norm="{norm}"/></docdata></head>'
            "<body><body.content><p>One.</p></body.content></body></nitf>"
        )
        (article,) = read_news_xml(Path("news.xml"), text.encode())

        assert article.date_published == expected

    def test_a_caption_of_nitf_is_no_paragraph(self) -> None:
        (article,) = read_news_xml(Path("news.xml"), samples.NITF.encode())

        assert samples.CAPTION not in prose(article)
        assert len(article.images) == 1

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("<newsMessage/>", "holds no text item"),
            ("<nitf><body/></nitf>", "holds no text item"),
            ("<svg/>", "root 'svg': expected NewsML-G2 or NITF"),
        ],
    )
    def test_what_holds_no_text_is_refused(self, text: str, words: str) -> None:
        with pytest.raises(SourceError, match=words):
            list(read_xml(Path("news.xml"), text.encode()))

    def test_an_xml_file_may_be_a_feed(self) -> None:
        assert [a.headline for a in read_xml(Path("news.xml"), samples.RSS.encode())] == ["Bridge opens"]
