#!/usr/bin/env bash
# What action.yml runs: brings the tool, judges the files, and tells the workflow how it ended.
set -euo pipefail

refused() {
  echo "mailworthy: $1" >&2
  exit 2
}

live=${MAILWORTHY_LIVE:-false}
sarif=${MAILWORTHY_SARIF:-mailworthy.sarif}
case $live in true | false) ;; *) refused "the input live is true or false" ;; esac
case $sarif in *$'\n'* | *$'\r'*) refused "the input sarif-file is one line" ;; esac
# Such a run has the secrets of the repository and, if it checks it out, a stranger's code.
[[ $live == false || ${GITHUB_EVENT_NAME:-} != pull_request_target ]] ||
  refused "live is not for pull_request_target; use pull_request"

files=()
while IFS= read -r file; do
  file="${file#"${file%%[![:space:]]*}"}"
  file="${file%"${file##*[![:space:]]}"}"
  [[ -z $file ]] || files+=("$file")
done <<<"${MAILWORTHY_FILES:-}"
[[ ${#files[@]} -gt 0 ]] || refused "the input files names none"

# Not where the proposal is: its .npmrc or node_modules would choose what is installed.
home="$RUNNER_TEMP/mailworthy"
mkdir -p "$home"
(cd "$home" && npm install --silent --no-save --ignore-scripts --no-audit --no-fund mailworthy@0.1.0)

words=(gate --unknown "${MAILWORTHY_UNKNOWN:-warn}" --reporter text --reporter "sarif:$sarif")
[[ $live == true ]] || words+=(--untrusted)
[[ -z ${MAILWORTHY_BASE:-} ]] || words+=("--base=$MAILWORTHY_BASE")
[[ -z ${MAILWORTHY_ZONE:-} ]] || words+=("--zone=$MAILWORTHY_ZONE")
[[ -z ${MAILWORTHY_FAIL_ON:-} ]] || words+=("--fail-on=$MAILWORTHY_FAIL_ON")

code=0
"$home/node_modules/.bin/mailworthy" "${words[@]}" -- "${files[@]}" || code=$?

case $code in
0) result=open ;;
1) result=closed ;;
3) result=unknown ;;
*) result=not-run ;;
esac
{
  echo "result=$result"
  echo "exit-code=$code"
  echo "sarif-file=$sarif"
} >>"$GITHUB_OUTPUT"

# That something is unknown is told in the report, and is no reason for a red build.
[[ $code -ne 3 ]] || code=0
exit "$code"
