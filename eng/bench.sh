#!/usr/bin/env bash
# Runs the benchmarks that docs/benchmarks.md reports; what follows is handed to them: eng/bench.sh --filter '*Verifier*'
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

eng/install.sh bench
exec dotnet run --project tests/Benchmarks -c Release -- "$@"
