#!/usr/bin/env bash
# Packs what others verify with: the library and the command line as NuGet packages (the latter a .NET tool), and the command line as one file that needs no .NET.
#   eng/pack.sh [--to FOLDER] [PLATFORM...]      artifacts/verifier and linux-x64 win-x64 osx-arm64 unless said
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
eng/install.sh

to=artifacts/verifier
if [[ ${1-} == --to ]]; then to=$2; shift 2; fi
(( $# )) || set -- linux-x64 win-x64 osx-arm64
mkdir -p -- "$to"
# What is built here is not what 'make up' and the tests run.
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
quietly() { local said; said=$("$@") || { echo "$said" >&2; exit 1; }; }

for project in src/Verifier src/Verifier.Cli; do
    quietly dotnet pack "$project" -c Release -o "$to" --artifacts-path "$work" -v quiet
done
for platform in "$@"; do
    quietly dotnet publish src/Verifier.Cli -c Release -r "$platform" --self-contained -p:PublishSingleFile=true -p:DebugType=none -p:EnableCompressionInSingleFile=true \
        -o "$work/file/$platform" --artifacts-path "$work" -v quiet
    mkdir -p -- "$to/$platform"
    for file in "$work/file/$platform"/*; do mv -f -- "$file" "$to/$platform/verifier${file##*.Cli}"; done
done
(cd -- "$to" && find . -type f | sort)
