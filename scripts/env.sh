# Where things are and how the scripts speak. Sourced by the others, from the checkout's root.
# Everything built lands outside the checkout, in $CACHE; only `make release` writes dist/.

CACHE=${TAVOLO_CACHE:-$HOME/.cache/tavolo}
SITE=${TAVOLO_SITE:-$CACHE/site}
export CACHE SITE
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
# The browser's half has a folder of its own: two toolchains never wait for, or spoil, each other.
WASM_TARGET_DIR=${TAVOLO_WASM_TARGET_DIR:-$CACHE/target-wasm}
export STYLE_MODULES=$CACHE/npm/style
END2END=$CACHE/npm/end2end
# A machine that builds once gains nothing from what speeds up the second build, and it takes gigabytes.
[ "${CI:-}" != true ] || export CARGO_INCREMENTAL=0
mkdir -p "$CACHE"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# Runs a command as root; says what to do where that is not possible.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "root is needed. Run this as root, then try again: $*"
    fi
}

# Installs Debian packages that are missing.
packages() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return 0
    command -v apt-get >/dev/null || die "missing: ${missing[*]}. On Debian or Ubuntu: apt-get install ${missing[*]}"
    say "Installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# The journeys' browser: the one that TAVOLO_CHROMIUM names, else the first that starts; nothing where none does.
# (What Ubuntu calls chromium-browser starts only where the snap is there, and cannot be used then either.)
browser_path() {
    local name
    for name in ${TAVOLO_CHROMIUM:-chromium-headless-shell chromium google-chrome-stable google-chrome}; do
        name=$(type -P "$name") || continue
        case $(readlink -f "$name") in */snap*) continue ;; esac
        "$name" --version >/dev/null 2>&1 && echo "$name" && return
    done
}

# One hash over files; folders are walked. What is not there counts as absent.
hash_of() {
    local path
    for path in "$@"; do
        [ -e "$path" ] && find "$path" -type f -not -path '*/node_modules/*' -print0
    done | sort -z | xargs -0 -r sha256sum | sha256sum | cut -d' ' -f1
}

# The stamp of a step: true while its inputs are what they were when it last succeeded.
fresh() { [ "$(cat "$CACHE/stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$CACHE/stamps" && printf '%s\n' "$2" >"$CACHE/stamps/$1"; }

# A loopback port that nobody listens on.
free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# How the browser's half is compiled: WASM_TOOLCHAIN (empty or "+web") and the linker's folder.
wasm_env() {
    [ -f "$CACHE/wasm.env" ] || die "the WebAssembly target is not set up. Run: make setup"
    # shellcheck disable=SC1091
    . "$CACHE/wasm.env"
    export PATH="$PATH${WASM_LINKER_DIR:+:$WASM_LINKER_DIR}"
}

# The server refuses settings it does not know: those of the scripts are not handed on from here.
for_server() {
    export -n TAVOLO_CACHE TAVOLO_SITE TAVOLO_WASM_TARGET_DIR TAVOLO_CHROMIUM TAVOLO_E2E_PICTURES
    tavolo=$CARGO_TARGET_DIR/debug/tavolo
}
