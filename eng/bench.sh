#!/usr/bin/env bash
# Runs the benchmarks that docs/benchmarks.md reports, and prints their tables in Markdown. What follows is handed to them:
#   eng/bench.sh --rounds 9 --slice 5 --events 500000      longer
#   eng/bench.sh --rounds 1 --slice 0.5 --events 9000      shorter
#   eng/bench.sh --only verify replay                      some: start, appends, verify, verify-api, status, authority, replay, log, issuing
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

eng/install.sh bench
echo "Building ..." >&2
built=$(dotnet build tests/Benchmarks -c Release -v quiet --nologo) || { echo "$built" >&2; exit 1; }

# On the disk where 'make up' keeps its ledger. PostgreSQL's own user must pass through it when we are root.
mkdir -p artifacts
work=$(mktemp -d artifacts/bench-XXXXXX)
chmod 755 "$work"
end() { # the process whose id is the first line of a file, and wait for its end
    [[ -f $2 ]] || return 0
    local process
    process=$(head -n 1 "$2")
    kill "-$1" "$process" 2>/dev/null || return 0
    while kill -0 "$process" 2>/dev/null; do sleep 0.1; done
}
clean_up() {
    # A bench that was killed leaves the API and the server running.
    end TERM "$work/ledger/api.pid"
    end INT "$work/ledger/postgres/data/postmaster.pid"
    rm -rf -- "$work"
}
trap clean_up EXIT

read -ra library < <(xmlsec1-config --cflags --libs)
gcc -O2 -o "$work/xmlsec-verify" eng/bench/xmlsec-verify.c "${library[@]}"
dotnet tests/Benchmarks/bin/Release/net10.0/CredentialLedger.Benchmarks.dll --work "$work" --xmlsec "$work/xmlsec-verify" "$@"
