#!/usr/bin/env bash
# Runs every test project and closes with one line: N passed, N failed, N skipped.
# In Debug, whose output a running 'make up' (Release) does not use. TESTS=tests/Api.Tests limits it to some projects.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export SNAPSHOOTER_STRICT_MODE=on # without it a missing snapshot passes

eng/install.sh || exit 1
results=artifacts/tests
rm -rf -- "$results"
mkdir -p -- "$results"

echo "Building ..."
dotnet build CredentialLedger.sln -v quiet --nologo >artifacts/build.log 2>&1 || { cat artifacts/build.log >&2; exit 1; }

passed=0 failed=0 skipped=0
for project in ${TESTS:-tests/*.Tests}; do
    name=$(basename "$project")
    # A test that hangs is named and ends the run of its project, not the night.
    ended=0
    dotnet test "$project" --no-build --nologo --results-directory "$results" \
        --logger "console;verbosity=minimal" --logger "trx;LogFileName=$name.trx" \
        --blame-hang-timeout 8m --blame-hang-dump-type none |
        grep -vE '^(Test run for|A total of|Results File:|Data collector .Blame. message: All tests finished|$)'
    (( PIPESTATUS[0] == 0 )) || ended=1

    # <Counters total="12" executed="11" passed="10" .../>: a skipped test is counted in total alone.
    counters=$(grep -o '<Counters [^>]*' "$results/$name.trx" 2>/dev/null)
    number() { local n; n=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"); echo "${n:-0}"; }
    lost=$(($(number executed) - $(number passed)))

    # A project that died before it could say what failed (a crash, a hang) must not look fine.
    if (( ended && lost == 0 )); then
        echo "$name ended before all its tests had." >&2
        lost=1
    fi
    passed=$((passed + $(number passed)))
    failed=$((failed + lost))
    skipped=$((skipped + $(number total) - $(number executed)))
done

echo "$passed passed, $failed failed, $skipped skipped"
(( failed == 0 && passed > 0 ))
