#!/bin/sh
# Runs a program in a session bus with an unlocked keyring, both of its own and gone afterwards.
#     keychain_session.sh PROGRAM
# Ends with 77 when the packages for it are missing.
for needed in dbus-run-session gnome-keyring-daemon; do
  command -v "$needed" >/dev/null || { echo "SKIP: $needed is not installed"; exit 77; }
done
home=$(mktemp -d) || exit 1
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
  XDG_RUNTIME_DIR="$home/run" XDG_CACHE_HOME="$home/cache" QUEUESMITH_TEST_KEYRING=1
mkdir -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME"
unset DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL
dbus-run-session -- sh -c '
  printf x | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 1
  exec "$@"' session "$@"
