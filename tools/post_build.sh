#!/bin/sh
# Trunk's post_build hook: from what Trunk compiled to the finished client and the newsroom's site.
#
# `trunk build --release` leaves in target/client/ the files that `habarshy build --client` takes, and has the site as readers
# get it. Without --release the client and the command are compiled quickly, scripts stay readable and the site has drafts;
# the client's files are then in target/client-debug/. Either way Trunk's staging folder gets the site of the newsroom that
# this checkout is, and becomes dist/.
set -eu
cd "$TRUNK_SOURCE_DIR"
. tools/setup.sh
need_node

if [ "$TRUNK_PROFILE" = release ]; then
  kind='' cargo_profile=release habarshy=target/release/habarshy minify=--minify drafts=''
else
  kind=-debug cargo_profile=dev habarshy=target/debug/habarshy minify='' drafts=--drafts
fi
client=target/client$kind site=target/site$kind cache=target/cache$kind

bundle() { esbuild --log-level=warning --target=es2022 $minify "$@"; }

# finish_client FOLDER: what Trunk compiled, the scripts, the style sheets and the icons.
finish_client() {
  rm -rf "$1"
  mkdir -p "$1"
  cp -R public/. "$1/"
  # Icons may pass for another newsroom's until it has its own; pictures of this one's pages may not.
  rm "$1"/screenshot-*.webp
  cp "$TRUNK_STAGING_DIR/client_bg.wasm" "$1/client.wasm"
  bundle --format=esm "$TRUNK_STAGING_DIR/client.js" --outfile="$1/client.js"
  bundle --bundle --format=esm src/loader.js --outfile="$1/loader.js"
  bundle --bundle --format=iife src/early.js --outfile="$1/early.js"
  bundle --format=iife src/worker.js --outfile="$1/worker.js"
  bundle --bundle style/main.css --outfile="$1/style.css"
  # What loads on demand: each part a module of its own, what several need shared. The names carry hashes of the content.
  bundle --bundle --splitting --charset=utf8 --format=esm --entry-names='[name]-[hash]' --chunk-names='[name]-[hash]' \
    src/parts/index.js style/parts.css --outdir="$1/parts"
}

finish_client "$client.new"
rm -rf "$client"
mv "$client.new" "$client"

cargo build --profile "$cargo_profile" --locked --quiet
# Beside its site a build keeps what the next one can use; pictures are the same for both.
mkdir -p target/cache/pictures "$cache"
[ -e "$cache/pictures" ] || ln -s ../cache/pictures "$cache/pictures"
"$habarshy" build --root . --client "$client" --out "$site" --cache "$cache" $drafts
mv "$TRUNK_STAGING_DIR/index.html" target/trunk.html
find "$TRUNK_STAGING_DIR" -mindepth 1 -delete
# Links cost no time; some file systems have none.
cp -Rl "$site/." "$TRUNK_STAGING_DIR/" 2>/dev/null || cp -R "$site/." "$TRUNK_STAGING_DIR/"
node tools/reload.mjs target/trunk.html "$TRUNK_STAGING_DIR"
