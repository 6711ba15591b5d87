#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh HUB FOLDER TEST.mjs…: installs the official client into FOLDER, when it is not there, and runs tests with it.
# Ends with 77 (skipped) where Node.js is missing or the client cannot be had.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
export SAJI_HUB=$1
folder=$2
shift 2
skip() { echo "SKIPPED: $*"; exit 77; }
command -v node >/dev/null || skip "Node.js is not installed (apt-get install nodejs npm)"
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" = true ] || skip "Node.js 18 or newer is needed, this is $(node --version)"
mkdir -p "$folder"
exec 9>"$folder/.lock"
flock 9
cp "$here"/*.mjs "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$folder"
rm -rf "$folder/fixtures" && cp -r "$here/fixtures" "$folder"
if ! cmp -s "$here/package-lock.json" "$folder/node_modules/.of"; then
    command -v npm >/dev/null || skip "npm is not installed (apt-get install npm)"
    (cd "$folder" && npm ci --no-progress >npm.log 2>&1) || { tail -n 5 "$folder/npm.log"; skip "the official client could not be installed"; }
    cp "$here/package-lock.json" "$folder/node_modules/.of"
fi
flock -u 9
cd "$folder"
exec node --test "$@"
