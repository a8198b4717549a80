#!/usr/bin/env bash
# Pushes the documents of a folder with nothing but curl and git, for a pipeline that has no wenlu.
#
#   WENLU_SERVER=https://wenlu.example.com WENLU_KEY=… deploy/push.sh docs              every document
#   WENLU_SERVER=https://wenlu.example.com WENLU_KEY=… deploy/push.sh docs <commit>     what changed since then; what is gone is deleted
#
# A document has the id that `wenlu push` would give it: its path with colons for slashes, without .md. Sending one that did not
# change costs a request and changes nothing. Ends with 1 when a document was refused; the others are pushed all the same.
# Links between the files are sent as they stand: only `wenlu push` resolves them.
set -euo pipefail

folder=${1:?"usage: push.sh <folder> [<commit>]"}
since=${2:-}
server=${WENLU_SERVER:?"set WENLU_SERVER to the address of the service"}
: "${WENLU_KEY:?"set WENLU_KEY to an editor's key"}"
failed=0

type_of() {
  case $1 in
    *.md) echo text/markdown ;;
    *.html | *.htm) echo text/html ;;
    *.pdf) echo application/pdf ;;
    *.docx) echo application/vnd.openxmlformats-officedocument.wordprocessingml.document ;;
  esac
}

# The key stays out of the list of processes.
call() {
  curl --silent --show-error --retry 5 --retry-delay 2 --max-time 120 --output "$answer" --write-out '%{http_code}' \
    --header @<(printf 'Authorization: Bearer %s' "$WENLU_KEY") "$@"
}

refuse() {
  echo "$1: $2" >&2
  failed=1
}

send() {
  local path=$1 id=${1%.md} status
  if [[ ! $path =~ ^[A-Za-z0-9._~/-]+$ ]]; then
    refuse "$path" "only letters, digits and - . _ ~ can be part of a name here; use 'wenlu push'"
    return
  fi
  local address="${server%/}/api/knowledge/documents/${id//\//:}"
  if [[ -f $folder/$path ]]; then
    status=$(call --request PUT --header "Content-Type: $(type_of "$path")" --data-binary "@$folder/$path" "$address") || status=000
    [[ $status == 20[01] ]] && echo "pushed   $path" || refuse "$path" "$status $(cat "$answer")"
  else
    status=$(call --request DELETE "$address") || status=000
    [[ $status == 204 || $status == 404 ]] && echo "removed  $path" || refuse "$path" "$status $(cat "$answer")"
  fi
}

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
while IFS= read -r -d '' path; do
  [[ -z $(type_of "$path") ]] || send "$path"
done < <(
  if [[ -n $since ]]; then
    git -C "$folder" diff -z --relative --name-only --no-renames "$since" HEAD -- .
  else
    cd "$folder" && find . -type f -not -path '*/.*' -printf '%P\0' | sort -z
  fi
)
exit "$failed"
