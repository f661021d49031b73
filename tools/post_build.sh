#!/bin/sh
# Trunk's post_build hook: from what Trunk compiled to the finished client and the newsroom's site.
#
# target/client/ gets the files that `habarshy build --client` takes; Trunk's staging folder gets the site of the
# newsroom that this checkout is, and becomes dist/.
set -eu
cd "$TRUNK_SOURCE_DIR"

client=target/client.new
rm -rf "$client"
mkdir -p "$client"
cp -R public/. "$client/"
# Icons may pass for another newsroom's until it has its own; pictures of this one's pages may not.
rm "$client"/screenshot-*.webp
node tools/shrink.mjs target/wasm32-unknown-unknown/wasm-release/client.wasm \
  "$TRUNK_STAGING_DIR/client_bg.wasm" "$TRUNK_STAGING_DIR/client.js" "$client/client.wasm" "$client/client.js"
PATH="$PWD/node_modules/.bin:$PATH"
esbuild --log-level=warning --minify --format=esm --target=es2022 src/boot.js --outfile="$client/boot.js"
esbuild --log-level=warning --minify --bundle --format=iife --target=es2022 src/early.js --outfile="$client/early.js"
esbuild --log-level=warning --minify --format=iife --target=es2022 src/worker.js --outfile="$client/worker.js"
esbuild --log-level=warning --minify --bundle --target=es2022 style/main.css --outfile="$client/style.css"
# What loads on demand: each part a module of its own, what several need shared. The names carry hashes of the content.
esbuild --log-level=warning --minify --bundle --splitting --charset=utf8 --format=esm --target=es2022 \
  --entry-names='[name]-[hash]' --chunk-names='[name]-[hash]' src/parts/index.js style/parts.css --outdir="$client/parts"
rm -rf target/client
mv "$client" target/client

[ -n "${HABARSHY_CLIENT_ONLY:-}" ] && exit 0
cargo build --release --locked --quiet
site=target/site.new
rm -rf "$site"
target/release/habarshy build --root . --client target/client --out "$site" --cache target/cache
find "$TRUNK_STAGING_DIR" -mindepth 1 -delete
cp -R "$site/." "$TRUNK_STAGING_DIR/"
rm -rf "$site"
