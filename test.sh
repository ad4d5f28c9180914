#!/usr/bin/env bash
# Runs all tests, after making sure that everything that judges them is there: Java 17, Java Lucene 4.10 and 8, Chromium.
#
#   ./test.sh                      everything
#   ./test.sh --filter Postings    further arguments go to "dotnet test"
#   ./test.sh --prepare            only install and compile what the tests need
#
# As root on Debian or Ubuntu it installs what is absent; elsewhere it says what to install and stops. What it
# downloads and compiles lies in .cache/, so that a second run starts at once.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="$root/.cache"
has_current_package_lists=false

say() { printf 'test.sh: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

has_apt() { command -v apt-get >/dev/null; }

update_package_lists() {
    if $has_current_package_lists; then return; fi
    # Only root may refresh the lists; others use those that are there.
    if [ "$(id -u)" -eq 0 ]; then
        apt-get -q -o Acquire::Retries=3 update >&2 || say "apt-get update failed; going on with the package lists at hand"
    fi
    has_current_package_lists=true
}

# install WHAT PACKAGE...: WHAT is for the message where we may not install.
install() {
    local what="$1"
    shift
    if ! has_apt; then fail "$what is missing. Install it (on Debian the packages are: $*) and run this again."; fi
    if [ "$(id -u)" -ne 0 ]; then fail "$what is missing. Run: sudo apt-get install --no-install-recommends $*"; fi
    say "installing $*"
    update_package_lists
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 install --no-install-recommends "$@" >&2 \
        || fail "$what could not be installed; see the messages of apt above."
}

# major_version "javac 17.0.15" gives 17.
major_version() { sed -n '1s/^[^0-9]*\([0-9][0-9]*\).*/\1/p' <<<"$1"; }

has_java() {
    if ! command -v java >/dev/null || ! command -v javac >/dev/null; then return 1; fi
    local compiler runtime
    compiler="$(major_version "$(javac -version 2>&1 || true)")"
    runtime="$(major_version "$(java -version 2>&1 || true)")"
    [ "${compiler:-0}" -ge 17 ] && [ "${runtime:-0}" -ge 17 ]
}

find_chromium() {
    if [ -x "${NEWSSEARCH_CHROMIUM:-}" ]; then printf '%s' "$NEWSSEARCH_CHROMIUM"; return; fi
    command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

has_chinese_font() {
    if command -v fc-list >/dev/null; then [ -n "$(fc-list :lang=zh-cn)" ]; else [ -d /usr/share/fonts/truetype/wqy ]; fi
}

# fetch_jars FOLDER PACKAGE: Debian's packages of Lucene 4.10 and 8 conflict with each other, so they are only unpacked.
fetch_jars() {
    local folder="$1" package="$2" work
    # The folder appears by one rename at the end: if it is there, it is whole.
    if [ -d "$folder" ]; then return; fi
    has_apt || fail "$folder is missing. Put the jars of Debian's package $package there and run this again."
    say "fetching $package"
    update_package_lists
    work="$(mktemp -d "$scratch/XXXXXX")"
    (cd "$work" && apt-get -q -o Acquire::Retries=3 download "$package" >&2 && dpkg -x "$package"_*.deb unpacked) \
        || fail "$package could not be fetched; see the messages of apt above."
    compgen -G "$work/unpacked/usr/share/java/lucene-core-*.jar" >/dev/null || fail "$package holds no lucene-core jar."
    mkdir "$work/jars"
    cp -L "$work"/unpacked/usr/share/java/*.jar "$work/jars/"
    mv -T "$work/jars" "$folder"
}

# compile_judges PEER JARS [SHARED]: tests/peers/PEER/*.java and tests/peers/SHARED/*.java to .cache/judges/PEER, again when a
# source or the jars changed.
compile_judges() {
    local peers="$root/tests/peers" jars="$2" classes="$cache/judges/$1" stamp work
    local sources=("$peers/$1"/*.java ${3:+"$peers/$3"/*.java})
    stamp="$(sha256sum "${sources[@]}" | sed "s|$peers/||"; ls "$jars")"
    if [ "$(cat "$classes/stamp" 2>/dev/null || true)" != "$stamp" ]; then
        say "compiling tests/peers/$1"
        mkdir -p "$cache/judges"
        work="$(mktemp -d "$scratch/XXXXXX")"
        javac -encoding UTF-8 -Xlint:all -Xlint:-classfile -Werror -cp "$jars/*" -d "$work" "${sources[@]}" >&2
        printf '%s\n' "$stamp" >"$work/stamp"
        rm -rf "$classes"
        mv -T "$work" "$classes"
    fi
    # The tests compare its time with that of the sources, to refuse classes of an older source.
    touch "$classes/stamp"
}

prepare() {
    command -v dotnet >/dev/null || fail "dotnet is missing. Install the .NET 10 SDK: https://dotnet.microsoft.com/download"
    mkdir -p "$cache"
    scratch="$(mktemp -d "$cache/scratch.XXXXXX")"
    trap 'rm -rf "$scratch"' EXIT
    has_java || install "Java 17 (java and javac)" openjdk-17-jdk-headless
    [ -n "$(find_chromium)" ] || install "Chromium" chromium
    has_chinese_font || install "A Chinese font" fontconfig fonts-wqy-microhei
    if [ -z "${NEWSSEARCH_LUCENE4_JARS:-}" ]; then fetch_jars "$cache/lucene4" liblucene4.10-java; fi
    if [ -z "${NEWSSEARCH_LUCENE8_JARS:-}" ]; then fetch_jars "$cache/lucene8" liblucene8-java; fi
    export NEWSSEARCH_LUCENE4_JARS="${NEWSSEARCH_LUCENE4_JARS:-$cache/lucene4}"
    export NEWSSEARCH_LUCENE8_JARS="${NEWSSEARCH_LUCENE8_JARS:-$cache/lucene8}"
    export NEWSSEARCH_JUDGES="$cache/judges"
    NEWSSEARCH_CHROMIUM="$(find_chromium)"
    export NEWSSEARCH_CHROMIUM
    compile_judges lucene4 "$NEWSSEARCH_LUCENE4_JARS"
    compile_judges lucene8 "$NEWSSEARCH_LUCENE8_JARS"
    compile_judges bench4 "$NEWSSEARCH_LUCENE4_JARS" bench
    compile_judges bench8 "$NEWSSEARCH_LUCENE8_JARS" bench
}

prepare
if [ "${1:-}" = "--prepare" ]; then exit 0; fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Debug, because the engine states its invariants as assertions, which Release leaves out.
dotnet test "$root/NewsSearch.sln" --configuration Debug "$@"
