#!/bin/sh
# Builds the site and copies it to a server of your own:
#   TARGET=www@example.org:/var/www/archive sh publish.sh
# TARGET is a folder on the server. Files in it that are not part of the site are deleted.
set -eu
cd "$(dirname "$0")"
: "${TARGET:?Set it to the folder on the server, like www@example.org:/var/www/archive}"
# Take the # away to keep what has changed for the page "What changed" whenever you publish.
# sourcebook changes --record
sourcebook build
sourcebook check
# New files come into place together, and old ones go last, so that no page lacks its parts.
rsync --recursive --times --compress --chmod=D755,F644 --delay-updates --delete-after \
    --exclude=.sourcebook-manifest.json site/ "${TARGET%/}/"
