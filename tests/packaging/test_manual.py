"""test_manual.py MAN_FOLDER BIN_FOLDER: each manual page tells the options that its program takes, and
no others."""

import os
import re
import subprocess
import sys
from pathlib import Path

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z]")


def options_of_page(text: str) -> set[str]:
    """Only what begins an entry: running text may name an option of another program."""
    heads = [after for line, after in zip(text.splitlines(), text.splitlines()[1:]) if line == ".TP"]
    return set(OPTION.findall("\n".join(heads).replace("\\-", "-")))


def options_of_help(program: Path) -> set[str]:
    # No display: help is asked for on servers too.
    bare = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    told = subprocess.run([program, "--help"], capture_output=True, text=True, check=True, timeout=100,
                          env=bare).stdout
    # Each option begins a line; subcommands and sentences may name some as well.
    return set(OPTION.findall("\n".join(re.findall(r"^  (?:-\w, )?(--\S+)", told, re.M))))


def main(pages: Path, programs: Path) -> int:
    wrong = 0
    always = {"--help", "--version"}
    for page in sorted(pages.glob("*.1")):
        text = page.read_text(encoding="utf-8")
        told, taken = options_of_page(text) | always, options_of_help(programs / page.stem) | always
        for option in sorted(taken - told):
            print(f"{page.name} doesn't tell {option}")
        for option in sorted(told - taken):
            print(f"{page.name} tells {option}, which {page.stem} doesn't take")
        wrong += len(taken ^ told)
        print(f"{page.name}: {len(told & taken)} options")
    names = {page.stem for page in pages.glob("*.1")}
    if names != {"queuesmith", "queuesmithctl", "queuesmith-sandbox"}:
        print(f"pages there are: {sorted(names)}")
        wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
