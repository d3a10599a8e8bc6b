#!/usr/bin/env bash
# The torture tests in their long mode (docs/operations/torture.md): hours on a small machine.
# TORTURE_SEED sets the seed of all that is random; ARGS="--filter FullyQualifiedName~Kill" chooses.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TORTURE=long

eng/install.sh
dotnet build CredentialLedger.sln -v quiet --nologo
[[ $# -gt 0 ]] || set -- --filter "FullyQualifiedName~Api.Tests.Torture|FullyQualifiedName~ParserFuzz|FullyQualifiedName~StrictPath"
exec dotnet test CredentialLedger.sln --no-build --nologo --logger "console;verbosity=detailed" "$@"
