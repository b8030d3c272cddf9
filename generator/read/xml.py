"""XML from anybody: no entities, no other files, no network, no trees of any size."""

from __future__ import annotations

from typing import Any

from lxml import etree

from generator.read.refused import Refused

_DAMAGE = 120  # code points of what the parser says


def parse_xml(data: bytes, *, doctype: bool = False) -> Any:
    """The root element. Entities that the document defines are left as references, never resolved.

    doctype: whether the document may have a DOCTYPE; no office program writes one

    Raises Refused for what is not XML, or has a DOCTYPE that it may not have.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = " ".join(str(error).split())[:_DAMAGE]
        raise Refused(f"Its XML is damaged ({why}).", "Save it again.") from None
    info = root.getroottree().docinfo
    if not doctype and (info.internalDTD is not None or info.doctype):
        raise Refused("Has a DOCTYPE, which may hide other files.", "Save it again.")
    return root
