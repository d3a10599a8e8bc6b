#!/usr/bin/env bash
# What must hold before a merge: the format, a build in which every warning is an error, no package with a known flaw, the tests.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

eng/install.sh
echo "Restoring ..."
dotnet restore CredentialLedger.sln -v quiet
echo "Checking the format ..."
dotnet format CredentialLedger.sln --no-restore --verify-no-changes
echo "Auditing packages ..."
eng/audit.sh
eng/test.sh
