#!/bin/sh
# As a user of its own, from its crontab:  17 5 * * *  /usr/local/bin/mailworthy-cron
# cron mails what is printed: nothing while nothing fails, else the whole report. What is unknown waits for tomorrow.
set -eu
umask 027

cd "${MAILWORTHY_HOME:-/etc/mailworthy}" # domains.txt, and a configuration if there is one
pages=${MAILWORTHY_PAGES:-/var/lib/mailworthy}

printed=$(mktemp)
trap 'rm -f "$printed"' EXIT

code=0
mailworthy --targets domains.txt --timeout 1h --reporter text --reporter "html:$pages/index.html" >"$printed" 2>&1 || code=$?

case $code in
0 | 3) ;;
*) cat "$printed" ;;
esac
exit "$code"
