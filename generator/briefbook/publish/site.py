"""From pages to the hosted site and the offline bundle, all or nothing.

Everything is built in a work folder: a copy of the hand-written pages with the generated ones laid over it, the hosted
site, the offline site, the zip.  Only when all of it stands are `docs/`, `site/` and `dist/` changed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from briefbook.config import Settings
from briefbook.errors import BriefbookError, SettingsError
from briefbook.model import BinaryFile, Hosted, OutputFile
from briefbook.publish import share_card
from briefbook.publish.bundle import bundle_name, source_date_epoch, write_bundle
from briefbook.publish.disk import replace_folder, work_folder, writing
from briefbook.publish.engine import run_engine
from briefbook.publish.folder import Difference, differences, write_pages
from briefbook.publish.links import BrokenLink, broken_links
from briefbook.publish.manifest import read_manifest
from briefbook.publish.outside import OutsideAddress, outside_addresses
from briefbook.publish.policy import add_policies
from briefbook.publish.search_index import search_languages, widen_search


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the changes below `docs/`, the folder of the site, the file of the bundle."""

    changes: tuple[Difference, ...]
    site: Path
    bundle: Path


class OutsideAddressError(BriefbookError):
    """A built page would load something from another host."""

    def __init__(self, found: Sequence[OutsideAddress], site: Path) -> None:
        first = found[0]
        rest = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        problem = f"{first.where} loads '{first.address}' from another host{rest}: keep a copy in the book instead"
        super().__init__(problem, path=f"site/{first.path.relative_to(site).as_posix()}", line=first.line)


class BrokenLinkError(BriefbookError):
    """A built page links to a page or anchor that is not there."""

    def __init__(self, found: Sequence[BrokenLink], site: Path) -> None:
        first = found[0]
        rest = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        where = f"site/{first.path.relative_to(site.resolve()).as_posix()}"
        super().__init__(f"the link '{first.link}' leads nowhere{rest}", path=where, line=first.line)


_NOTHING = Hosted()


def build_site(settings: Settings, pages: Iterable[OutputFile], day: date, hosted: Hosted = _NOTHING) -> Built:
    """Write the pages, build the hosted site and the offline bundle.

    Args:
        day: The day the book bears, see `bundle_day`.
        hosted: What the hosted site has and the bundle has not.

    Raises:
        OutputError: Something can't be written, or a hand-written file is in the way.
        SiteError: The site engine found a fault.
        OutsideAddressError: A page would load something from another host.
        BrokenLinkError: A link leads nowhere.
    """
    made = tuple(pages)
    root, docs = settings.root, settings.root / settings.docs
    differences(docs, made)
    with work_folder(root) as work:
        _stage(docs, made, work)
        with ThreadPoolExecutor(max_workers=1) as beside:  # the engine is a process of its own: two use two processors
            bundling = beside.submit(_bundled, settings, work, day)
            online = _build(settings, work, "hosted", day, hosted)
        packed = bundling.result()
        changes = write_pages(root, docs, made)
        replace_folder(online, root / settings.site)
        bundle = root / settings.dist / packed.name
        with writing(bundle):
            bundle.parent.mkdir(parents=True, exist_ok=True)
            os.replace(packed, bundle)
    return Built(changes=changes, site=root / settings.site, bundle=bundle)


def _bundled(settings: Settings, work: Path, day: date) -> Path:
    return _pack(settings, _build(settings, work, "offline", day), work, day)


def check_site(settings: Settings, pages: Iterable[OutputFile], day: date, hosted: Hosted = _NOTHING) -> None:
    """Build the hosted site in a work folder, with all its checks, and throw it away.

    Raises:
        OutputError, SiteError, OutsideAddressError, BrokenLinkError: As `build_site`.
    """
    made = tuple(pages)
    differences(settings.root / settings.docs, made)
    with work_folder(settings.root) as work:
        _stage(settings.root / settings.docs, made, work)
        _build(settings, work, "hosted", day, hosted)


def _stage(docs: Path, pages: Iterable[OutputFile], work: Path) -> Path:
    """A copy of the folder of pages as it will be: hand-written files, and the generated ones anew."""
    staged = work / "docs"
    stale = read_manifest(docs)

    def generated(folder: str, names: list[str]) -> list[str]:
        base = Path(folder).relative_to(docs)
        return [name for name in names if (base / name).as_posix() in stale]

    with writing(staged):
        if docs.exists():
            shutil.copytree(docs, staged, ignore=generated)
        for page in pages:
            target = staged / page.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(page.data)
    return staged


def _build(settings: Settings, work: Path, kind: str, day: date, hosted: Hosted = _NOTHING) -> Path:
    target, offline = work / kind, kind == "offline"
    told = {} if offline else _told(settings, work / "docs", hosted)
    epoch = source_date_epoch(day)
    run_engine(settings.root, work / "docs", target, offline=offline, epoch=epoch, hosted=told)
    if not offline:
        _add_files(target, (*_card(settings), *hosted.files))
    widen_search(target)
    add_policies(target, offline=offline)
    if found := list(outside_addresses(target)):
        raise OutsideAddressError(found, target)
    if lost := list(broken_links(target)):
        raise BrokenLinkError(lost, target)
    return target


def _told(settings: Settings, docs: Path, hosted: Hosted) -> dict[str, Any]:
    """What the templates need to know of the hosted site: its feeds, and the address of its share picture."""
    for name, chosen in (("share_image", settings.share_image), ("imprint", settings.imprint)):
        if chosen and "://" not in chosen and not (docs / chosen).is_file():
            raise SettingsError(f"setting '{name}': there is no '{chosen}' in {settings.docs}/", path=settings.file)
    if settings.site_url is None:
        return {}
    picture = f"{settings.site_url.rstrip('/')}/{settings.share_image or share_card.FILE}"
    feeds = [{"file": feed.file, "type": feed.type, "name": feed.name} for feed in hosted.feeds]
    return {"feeds": feeds, "share_image": picture}


def _card(settings: Settings) -> Iterator[BinaryFile]:
    """The share card of a book that is published somewhere and has no picture of its own for that."""
    if settings.site_url and not settings.share_image:
        card = share_card.draw_card(settings.title, settings.publisher, settings.colour)
        yield BinaryFile(path=share_card.FILE, data=card)


def _add_files(site: Path, files: Iterable[OutputFile]) -> None:
    with writing(site):
        for file in files:
            target = site / file.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.data)


def _pack(settings: Settings, offline: Path, work: Path, day: date) -> Path:
    name = bundle_name(settings.title)
    packed = work / f"{name}.zip"
    with writing(packed):
        write_bundle(offline, packed, folder=name, day=day, languages=search_languages(offline))
    return packed
