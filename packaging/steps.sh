# Steps that ./run, ./test and .ci/run share. To be sourced by bash; everything it says goes to
# standard error, because standard output belongs to the program and to the tests.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A compiled file is found again from another clone.
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

say() { printf '%s\n' "$*" >&2; }

# packages_of GROUP…: the packages of these groups of apt-packages.txt
packages_of() {
    local group
    for group in "$@"; do
        sed -n "/^\[$group\]/,/^\[/p" "$top/packaging/apt-packages.txt" | grep -E '^[a-z0-9]'
    done
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# ask QUESTION: true when the person at the terminal agrees
ask() {
    local answer
    read -r -p "$1 [Y/n] " answer
    case "$answer" in '' | [Yy]*) return 0 ;; *) return 1 ;; esac
}

# need_packages GROUP…: installs what is missing. Asks on a terminal; elsewhere it goes ahead when
# it may, and else says what to install and ends the script.
need_packages() {
    local package missing=() root=()
    if ! command -v dpkg-query >/dev/null; then
        say "This isn't Debian, so nothing is installed. Needed are what Debian 12 calls:" \
            "$(packages_of "$@" | tr '\n' ' ')"
        return
    fi
    for package in $(packages_of "$@"); do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    [ "$(id -u)" -eq 0 ] || root=(sudo)
    local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive
        apt-get install -y --no-install-recommends "${missing[@]}")
    say "Debian packages are missing. This installs them:"
    say "  ${root[*]:+sudo }apt-get update"
    say "  ${install[*]}"
    if [ -t 0 ] && [ -t 2 ]; then
        ask "Go ahead?" || { say "Nothing was installed."; exit 1; }
    elif [ ${#root[@]} -gt 0 ] && ! sudo -n true 2>/dev/null; then
        say "That takes root, and there is no terminal to ask for a password. Please install them and" \
            "start again."
        exit 1
    fi
    { "${root[@]}" apt-get update && "${install[@]}"; } </dev/null >&2 || {
        say "The packages couldn't be installed; what went wrong is above."
        exit 1
    }
}

# clock SECONDS: as a person reads it, 45 s or 3 min
clock() {
    if [ "$1" -lt 90 ]; then printf '%s s' "$1"; else printf '%s min' $((($1 + 30) / 60)); fi
}

# Shows ninja's [12/80] with how long it may still take: in place on a terminal, elsewhere one line each
# half a minute.
show_progress() {
    local line done total told=0 begun=$SECONDS text
    while read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]] || continue
        done=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
        text="$done of $total steps"
        # The first steps are short ones and would promise too much.
        if [ $((done * 10)) -ge "$total" ] && [ $((SECONDS - begun)) -ge 5 ]; then
            text+=", about $(clock $(((SECONDS - begun) * (total - done) / done))) left"
        fi
        if [ -t 2 ]; then
            printf '\r%s %s\033[K' "$1" "$text" >&2
        elif [ $((SECONDS - begun - told)) -ge 30 ]; then
            told=$((SECONDS - begun))
            say "  $text"
        fi
    done
}

# build PRESET [TARGET…]: configures and builds with one line of progress. When it fails, the
# compiler's words follow, and the whole log stays in build/PRESET/log.
build() {
    local preset=$1 folder="$top/build/$1"
    shift
    local log="$folder/log" start=$SECONDS
    mkdir -p "$folder"
    local title="Building ($preset; the first time takes some minutes) …"
    [ -t 2 ] && printf '%s' "$title" >&2 || say "$title"
    if (
        set -o pipefail
        cd "$top" && {
            cmake --preset "$preset" && cmake --build --preset "$preset" ${*:+--target "$@"}
        } 2>&1 </dev/null | tee "$log" | show_progress "$title"
    ); then
        [ -t 2 ] && printf '\r\033[K' >&2
        say "Built ($preset) in $(clock $((SECONDS - start)))."
    else
        say ""
        grep -vE '^\[[0-9]+/[0-9]+\]|^-- ' "$log" | tail -n 80 >&2
        say "Building failed. The whole log is in $log."
        return 1
    fi
}
