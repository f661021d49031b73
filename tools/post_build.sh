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
need_wasm_split

if [ "$TRUNK_PROFILE" = release ]; then
  kind='' cargo_profile=release wasm_profile=wasm-release habarshy=target/release/habarshy minify=--minify drafts=''
else
  kind=-debug cargo_profile=dev wasm_profile=debug habarshy=target/debug/habarshy minify='' drafts=--drafts
fi
client=target/client$kind site=target/site$kind cache=target/cache$kind

bundle() { esbuild --log-level=warning --target=es2022 $minify "$@"; }

# split_client FOLDER: the main module and its script, and chunks/, from what the linker left.
#
# Trunk has run wasm-bindgen over the whole already. The splitter goes before it, so what Trunk made of the module is not used.
split_client() {
  linked=target/wasm32-unknown-unknown/$wasm_profile/client.wasm work=target/split$kind
  rm -rf "$work"
  wasm-split-cli --out-name client "$linked" "$work" >/dev/null
  wasm-bindgen --target web --no-typescript --keep-lld-exports --no-demangle --out-name client --out-dir "$work/main" "$work/client.wasm"
  mv "$work/main/client_bg.wasm" "$1/client.wasm"
  mv "$work/main/client.js" "$work/"
  rm -r "$work/client.wasm" "$work/main"
  node tools/chunks.mjs "$work/__wasm_split.js" >"$1/chunks.json"
  mkdir "$1/chunks"
  for chunk in "$work"/*.wasm; do mv "$chunk" "$1/chunks/"; done
  for module in "$1/client.wasm" "$1"/chunks/*.wasm; do optimize "$module"; done
  # The script of wasm-bindgen and that of the splitter import each other: they become one. The first names the second once for
  # each chunk.
  bundle --log-override:duplicate-object-key=silent --bundle --format=esm --external:*.wasm "$work/client.js" --outfile="$1/client.js"
}

# optimize MODULE: what the module may use, and the passes; docs/adr/005-client-size.md has what each brings.
optimize() {
  [ "$TRUNK_PROFILE" = release ] || return 0
  # It complains of names that the splitter keeps, of which nothing is left afterwards.
  if ! wasm-opt "$1" -o "$1" -Oz --flatten --local-cse --rereloop -Oz -Oz --reorder-functions-by-name --strip-debug --strip-producers \
      --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong --enable-nontrapping-float-to-int \
      --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue 2>"$work/wasm-opt.log"; then
    cat "$work/wasm-opt.log" >&2
    return 1
  fi
}

# finish_client FOLDER: what Trunk compiled, the scripts, the style sheets and the icons.
finish_client() {
  rm -rf "$1"
  mkdir -p "$1"
  cp -R public/. "$1/"
  # Icons may pass for another newsroom's until it has its own; pictures of this one's pages may not.
  rm "$1"/screenshot-*.webp
  split_client "$1"
  bundle --bundle --format=esm src/loader.js --outfile="$1/loader.js"
  bundle --bundle --format=iife src/theme_init.js --outfile="$1/theme_init.js"
  bundle --bundle --format=iife src/service_worker.js --outfile="$1/service_worker.js"
  # One for each kind of page, whose names src/publish/style_kind.rs has, and that of all else.
  for kind in article report list plain; do bundle --bundle "style/$kind.css" --outfile="$1/style-$kind.css"; done
  bundle --bundle style/late.css --outfile="$1/late.css"
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
