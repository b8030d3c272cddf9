"""What the hosts of static sites take, as their documentation says (seen in November 2026)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Host:
    """The limits of a host; 0 where there is none.

    name: as people call it; "" for no host in particular
    size: bytes of a site
    files: of a site
    file_size: bytes of one file
    folder_files: in one folder, without those in folders in it
    """

    name: str = ""
    size: int = 0
    files: int = 0
    file_size: int = 0
    folder_files: int = 0


# docs.github.com, "GitHub Pages limits"; docs.gitlab.com, "Pages settings" of GitLab.com;
# developers.cloudflare.com, "Pages: limits", without a paid plan; docs.netlify.com, "Site deploys".
HOSTS: Mapping[str, Host] = MappingProxyType(
    {
        "none": Host(),
        "github-pages": Host("GitHub Pages", size=1_000_000_000),
        "gitlab-pages": Host("GitLab Pages", size=1_000_000_000, files=200_000),
        "cloudflare-pages": Host("Cloudflare Pages", files=20_000, file_size=25 * 1024 * 1024),
        "netlify": Host("Netlify", folder_files=54_000),
    }
)
