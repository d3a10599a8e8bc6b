#!/usr/bin/env bash
# Runs the ledger on this machine: installs what is missing, builds what changed, and becomes the server.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

export PORT=${PORT:-5080}
if ! [[ $PORT =~ ^[0-9]{1,5}$ ]] || (( PORT < 1 || PORT > 65535 )); then
    echo "PORT must be a number from 1 to 65535, not '$PORT'." >&2
    exit 1
fi

# A folder has one server. The program asks the same again (FolderHolder); asked here, nothing is built under one that runs.
# One that was just killed has it for an instant more.
place=${Ledger__Folder:-.ledger}
if [[ -f $place/holder.lock ]] && command -v flock >/dev/null && ! flock --shared --timeout 1 "$place/holder.lock" true; then
    folder=$(cd "$place" && pwd)
    read -r holder on 2>/dev/null <"$place/holder" || holder=? on=?
    echo "Process $holder already serves the ledger in $folder, on port $on. Use that one, or stop it first: kill $holder. Nothing was changed." >&2
    echo "โพรเซส $holder ให้บริการข้อมูลใน $folder อยู่แล้วที่พอร์ต $on โปรดใช้ตัวนั้น หรือหยุดตัวนั้นก่อนด้วยคำสั่ง kill $holder ยังไม่มีสิ่งใดถูกเปลี่ยนแปลง" >&2
    exit 1
fi
if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
    echo "Port $PORT is taken by another program, perhaps by another 'make up'. Stop that, or choose another port: make up PORT=5081" >&2
    echo "พอร์ต $PORT ถูกโปรแกรมอื่นใช้อยู่ อาจเป็น 'make up' อีกตัว โปรดหยุดโปรแกรมนั้น หรือเลือกพอร์ตอื่น: make up PORT=5081" >&2
    exit 1
fi

eng/install.sh run

# The build itself takes seconds even when it finds nothing to do, so it only runs when a source is newer than the last one.
# A folder counts too: it changes when a file in it goes.
output=src/Api/bin/Release/net10.0
stamp=$output/.built
sources() {
    find src eng/stand-ins demo Directory.*.props global.json \
        \( -name bin -o -name obj -o -name Internal \) -prune -o "$@" -print -quit 2>/dev/null || true
}
if [[ ! -f $stamp || ! -f $output/CredentialLedger.Api.dll || -n $(sources -newer "$stamp") ]]; then
    echo "Building ..."
    before=$(mktemp)
    trap 'rm -f -- "$before"' EXIT
    mkdir -p artifacts
    for project in src/Api src/Verifier.Cli src/Witness; do
        dotnet build "$project" -c Release -v quiet --nologo >artifacts/up.log 2>&1 || { cat artifacts/up.log >&2; exit 1; }
    done

    # The build itself changes folders (it makes bin and obj), so it counts from its end, unless somebody edited a file meanwhile.
    touch "$stamp"
    [[ -z $(sources -type f -newer "$before") ]] || touch -r "$before" "$stamp"
    rm -f -- "$before"
    trap - EXIT
fi

export ASPNETCORE_ENVIRONMENT=${ASPNETCORE_ENVIRONMENT:-Development}
export Ledger__WitnessProgram=${Ledger__WitnessProgram-$PWD/src/Witness/bin/Release/net10.0/CredentialLedger.Witness.dll}
# Its public address is in everything that a ledger issues, so it stays the one of the first start, whatever port it is served on later.
if [[ ! -d $place/postgres && ! -f $place/public-uri ]]; then
    mkdir -p -- "$place"
    echo "http://127.0.0.1:$PORT" >"$place/public-uri"
fi
if [[ -z ${Ledger__PublicUri:-} && -f $place/public-uri ]]; then
    Ledger__PublicUri=$(<"$place/public-uri")
    export Ledger__PublicUri
fi
export Urls=http://127.0.0.1:$PORT Ledger__Demo=${Ledger__Demo-demo}
exec dotnet "$output/CredentialLedger.Api.dll"
