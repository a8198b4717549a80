#!/usr/bin/env bash
# Installs the real components that the tests use, then runs every test. Ends with a line "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."

install() { # package: a test never replaces a missing component by a fake one
  echo "Installing $1…"
  local root=""
  [ "$(id -u)" -eq 0 ] || root="sudo"
  export DEBIAN_FRONTEND=noninteractive
  $root apt-get update -q >/dev/null
  $root apt-get install -y -q "$1" >/dev/null
}

need() { # command package
  command -v "$1" >/dev/null || install "$2"
}

need redis-server redis-server
need chromium chromium
need curl curl
need node nodejs
need npm npm
need java default-jre-headless
find /usr/share/fonts -iname '*CJK*' -o -iname 'wqy-microhei*' 2>/dev/null | grep -q . || install fonts-wqy-microhei
npm ci --prefix tests/Markup --ignore-scripts --no-audit --no-fund --loglevel=error

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet restore Bot.sln --locked-mode
dotnet format Bot.sln --verify-no-changes --no-restore
dotnet build Bot.sln --no-restore --nologo -v quiet

log=$(mktemp)
status=0
dotnet test Bot.sln --no-build --nologo 2>&1 | tee "$log" || status=$?

sum() { grep -oE "(Passed|Failed)! .*" "$log" | grep -oE "$1: +[0-9]+" | awk '{ n += $2 } END { print n + 0 }'; }
passed=$(sum Passed) failed=$(sum Failed) skipped=$(sum Skipped)
rm -f "$log"

echo
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$status" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
