"""Checks by other people's programs: the HTML validator, Lighthouse, FollowTheMoney; and the book's own of links and hosts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from briefbook.publish.links import broken_links
from briefbook.publish.outside import outside_addresses

from tests.audit.book import Audited
from tests.audit.findings import NotRunError, Result
from tests.audit.tools import follow_the_money, last_line, node_package, program, run
from tests.browser.chromium import find_chromium

FULL_MARKS = ("accessibility", "best-practices", "seo")
JUDGED = ("home", "actor", "meeting", "source")
"""Kinds of pages that Lighthouse judges."""

_READ_ENTITIES = """
import json, sys
from followthemoney import model
count = 0
for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), start=1):
    data, count = json.loads(line), count + 1
    try:
        schema = model.get(data["schema"])
        if schema is None:
            raise ValueError("unknown schema " + data["schema"])
        unknown = set(data["properties"]) - set(schema.properties)
        if unknown:
            raise ValueError(f"unknown properties {sorted(unknown)} of {schema.name}")
        schema.validate(data)
        entity = model.get_proxy(data, cleaned=False)
        lost = [name for name, values in data["properties"].items() if len(entity.get(name)) < len(values)]
        if lost:
            raise ValueError(f"values refused of {lost}: {[data['properties'][name] for name in lost]}")
    except Exception as error:
        print(f"line {number}: {error}")
print(count, file=sys.stderr)
"""


def validity(book: Audited, result: Result) -> None:
    """Every page, hosted and in the bundle, is valid HTML."""
    java = program("java", "default-jre-headless")
    jar = node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    for kind, folder in (("site", book.site), ("bundle", book.bundle)):
        options = ["--errors-only", "--format", "json", "--skip-non-html"]
        done = run([java, "-jar", str(jar), *options, str(folder)])
        result.problems += [f"{kind}: {line}" for line in html_errors(done.stderr, folder)]
        result.remarks.append(f"{kind}: {sum(1 for _ in folder.rglob('*.html'))} pages")


def html_errors(report: str, folder: Path) -> list[str]:
    """What the validator reports, one error a line.

    Raises:
        NotRunError: It did not get as far as a report.
    """
    try:
        messages = json.loads(report)["messages"]
    except (ValueError, KeyError) as error:
        raise NotRunError(f"the HTML validator stopped: {last_line(report)}") from error
    return [
        f"{message.get('url', '').partition(f'{folder}/')[2]}:{message.get('lastLine', 0)}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    ]


def marks(book: Audited, result: Result) -> None:
    """Lighthouse gives full marks for all but speed, which is told."""
    node, chromium = program("node", "nodejs"), find_chromium()
    if chromium is None:
        raise NotRunError("no Chromium: run `make browser`, or name one with CHROMIUM")
    script = node_package("lighthouse") / "cli" / "index.js"
    pages = book.pages()
    for name in JUDGED:
        with TemporaryDirectory() as folder:
            target = Path(folder) / "report.json"
            flags = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-background-networking"
            options = ["--quiet", "--output=json", f"--output-path={target}", f"--chrome-flags={flags}"]
            done = run([node, str(script), book.address + pages[name], *options], CHROME_PATH=chromium, seconds=120)
            if not target.is_file():
                raise NotRunError(f"Lighthouse gave no report of {name}: {last_line(done.stderr)}")
            report = json.loads(target.read_text(encoding="utf-8"))
        result.problems += [f"{name}: {line}" for line in lost_marks(report)]
        result.remarks.append(f"{name}: performance {_mark(report, 'performance')}")


def lost_marks(report: dict) -> list[str]:
    """The categories without full marks, each with the audits that cost them."""
    found = []
    for category in FULL_MARKS:
        if _mark(report, category) < 100:
            lost = [
                one["id"]
                for one in report["categories"][category]["auditRefs"]
                if one["weight"]
                and (report["audits"][one["id"]]["score"] or 0) < 1
                and report["audits"][one["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
            ]
            found.append(f"{category} {_mark(report, category)} of 100: {', '.join(lost)}")
    return found


def _mark(report: dict, category: str) -> int:
    return round(100 * (report["categories"][category]["score"] or 0))


def entities(book: Audited, result: Result) -> None:
    """The FollowTheMoney lines are what the package of that name takes."""
    python = follow_the_money()
    done = run([python, "-c", _READ_ENTITIES, str(book.site / "data" / "entities.ftm.jsonl")])
    count = last_line(done.stderr)
    if done.returncode or not count.isdecimal():
        raise NotRunError(f"the reader of FollowTheMoney stopped: {count}")
    result.problems += done.stdout.splitlines()
    result.remarks.append(f"{count} entities")


def hygiene(book: Audited, result: Result) -> None:
    """No address of another host, no link that leads nowhere, a policy in every page."""
    for kind, folder in (("site", book.site), ("bundle", book.bundle)):
        result.problems += [
            f"{kind}: {found.path.relative_to(folder)}:{found.line}: {found.where} loads {found.address}"
            for found in outside_addresses(folder)
        ]
        result.problems += [
            f"{kind}: {found.path.relative_to(folder.resolve())}:{found.line}: {found.link} leads nowhere"
            for found in broken_links(folder)
        ]
        for path in sorted(folder.rglob("*.html")):
            if not re.search(r'<meta http-equiv="Content-Security-Policy"', path.read_text(encoding="utf-8")):
                result.problems.append(f"{kind}: {path.relative_to(folder)}: no Content-Security-Policy")
