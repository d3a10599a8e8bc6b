#!/usr/bin/env bash
# Installs what is missing on this machine and says nothing when nothing is.
#   eng/install.sh          what running and testing need: the .NET SDK (never installed here), PostgreSQL's server, xmlsec1; for testing alone, Chromium, Node.js and npm, a JDK, SoftHSM, qpdf, poppler-utils, zbar-tools
#   eng/install.sh bench    also what the benchmarks need: gcc and libxmlsec1's headers to compile against, wrk for the load
set -euo pipefail
cd "$(dirname "$0")/.."

has() { command -v "$1" >/dev/null 2>&1; }

# The same places as src/Api/Hosting/Postgres/Binaries.cs: PATH, then Debian's.
has_postgres() {
    has initdb && has pg_ctl && has postgres && return
    local folder
    for folder in /usr/lib/postgresql/*/bin; do
        [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/postgres ]] && return
    done
    return 1
}

missing=()
# A cluster named by the environment makes the server's programs unnecessary to run, though not to test.
[[ ${1:-} == run && -n ${ConnectionStrings__Ledger:-} ]] || has_postgres || missing+=(postgresql)
has xmlsec1 || missing+=(xmlsec1)
if [[ ${1:-} != run ]]; then
    has chromium || missing+=(chromium) # the portal's tests drive it
    has node || missing+=(nodejs)       # the token shapes' oracles run on it
    has npm || missing+=(npm)
    has qpdf || missing+=(qpdf) # three programs that read the PDF certificate
    has pdftotext && has pdfsig || missing+=(poppler-utils)
    has zbarimg || missing+=(zbar-tools)
    has softhsm2-util || missing+=(softhsm2) # a token for the keys behind PKCS#11
    has javac || missing+=(default-jdk-headless) # the XML signature's other oracle
fi
if [[ ${1:-} == bench ]]; then
    has gcc || missing+=(gcc libc6-dev)
    has wrk || missing+=(wrk)
    [[ -d /usr/include/xmlsec1 ]] || missing+=(libxmlsec1-dev)
fi

sdk=$(sed -n 's/.*"version": *"\([0-9]*\.[0-9]*\.[0-9]*\)".*/\1/p' global.json)
sdk_is_missing=
if ! has dotnet || ! dotnet --version >/dev/null 2>&1; then sdk_is_missing=yes; fi

as_root=()
if [[ $(id -u) != 0 ]] && has sudo && sudo -n true 2>/dev/null; then as_root=(sudo); fi

if (( ${#missing[@]} )); then
    if ! has apt-get || [[ $(id -u) != 0 && ${#as_root[@]} == 0 ]]; then
        {
            echo "Install this first, then run the same command again (needs an administrator):"
            [[ -z $sdk_is_missing ]] || echo "  - the .NET SDK, $sdk or a later one of its feature band"
            printf '  - %s (Debian package)\n' "${missing[@]}"
            ! has apt-get || echo "On Debian: sudo apt-get install ${missing[*]}"
        } >&2
        exit 1
    fi
fi

if [[ -n $sdk_is_missing ]]; then
    echo "The .NET SDK is missing: install version $sdk or a later one of its feature band (global.json), then run the same command again." >&2
    exit 1
fi

(( ${#missing[@]} )) || exit 0

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -qq -o Dpkg::Use-Pty=0 "$@"
}

# With the package lists as they are first; they are only fetched when that fails.
install_packages() {
    local log
    log=$(mktemp)
    if ! apt "$@" >"$log" 2>&1 && ! { "${as_root[@]}" apt-get update -qq >"$log" 2>&1 && apt "$@" >>"$log" 2>&1; }; then
        cat "$log" >&2
        rm -f "$log"
        echo "Installing $* failed; what apt-get said is above." >&2
        exit 1
    fi
    rm -f "$log"
}

echo "Installing ${missing[*]} ..."
if [[ " ${missing[*]} " == *" postgresql "* ]]; then
    # Debian's package would make a cluster of its own on port 5432 and start it as a service. We only want the programs, so that
    # is turned off while we install, and left as it was found.
    install_packages postgresql-common
    setting=/etc/postgresql-common/createcluster.conf
    before=$(mktemp)
    cp -- "$setting" "$before"
    restore() { "${as_root[@]}" cp -- "$before" "$setting"; rm -f -- "$before"; }
    trap restore EXIT
    echo "create_main_cluster = false" | "${as_root[@]}" tee -a "$setting" >/dev/null
fi
install_packages "${missing[@]}"
