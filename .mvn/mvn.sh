#!/bin/sh
# Runs Maven for ./coverbook and .ci/run: the wrapper, which brings the version this project pins; or, where the
# wrapper cannot fetch that version (no network), the Maven on the PATH. Arguments go to Maven unchanged.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P)

# A network that swallows packets must not hang the build, so the trial has a limit where the system offers one.
wrapper_works() {
    if command -v timeout >/dev/null 2>&1; then
        timeout 120 "$root/mvnw" --version
    else
        "$root/mvnw" --version
    fi >/dev/null 2>&1 </dev/null
}

# True for 3.8 and newer: what the plugins in pom.xml ask for.
new_enough() {
    case $1 in
        [4-9].* | [1-9][0-9].* | 3.[89].* | 3.[1-9][0-9].*) return 0 ;;
        *) return 1 ;;
    esac
}

if ! command -v mvn >/dev/null 2>&1 || wrapper_works; then
    exec "$root/mvnw" "$@"
fi

version=$(mvn --batch-mode --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
if ! new_enough "${version:-0}."; then
    echo "coverbook: ./mvnw could not fetch Maven, and the mvn on the PATH is Maven ${version:-of an unknown version}" >&2
    echo "           (3.8 or newer is needed). Give this machine access to the address in" >&2
    echo "           .mvn/wrapper/maven-wrapper.properties, or install a newer Maven." >&2
    exit 1
fi
echo "coverbook: ./mvnw could not fetch Maven; using the mvn on the PATH, $version" >&2
exec mvn "$@"
