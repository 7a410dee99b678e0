"""Disk, the site engine, the offline bundle and the outside-address check."""

from briefbook.publish.bundle import bundle_day, bundle_name
from briefbook.publish.disk import atomic_file, work_folder, writing
from briefbook.publish.engine import SiteError
from briefbook.publish.folder import Difference, DifferenceKind, differences, write_pages
from briefbook.publish.outside import OutsideAddress, outside_addresses
from briefbook.publish.pdf import PrintError, print_book, require_printer
from briefbook.publish.scaffold import create_book
from briefbook.publish.site import BrokenLinkError, Built, OutsideAddressError, build_site, check_site
from briefbook.publish.vendored import vendored_files

__all__ = [
    "BrokenLinkError",
    "Built",
    "Difference",
    "DifferenceKind",
    "OutsideAddress",
    "OutsideAddressError",
    "PrintError",
    "SiteError",
    "atomic_file",
    "build_site",
    "bundle_day",
    "bundle_name",
    "check_site",
    "create_book",
    "differences",
    "outside_addresses",
    "print_book",
    "require_printer",
    "vendored_files",
    "work_folder",
    "write_pages",
    "writing",
]
