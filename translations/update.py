#!/usr/bin/env python3
"""Brings the translations up to date with the sources: update.py LUPDATE FOLDER

FOLDER holds the .ts files; tests give a copy. What the sources no longer have is left in the files
as vanished with --keep-vanished, and removed otherwise."""

import pathlib
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent
# The window and what it shows of the core. The command line stays English.
SOURCES = ["ui", "src/window", "src/domain", "src/http", "src/cxone", "src/sqlite", "src/history",
           "src/records", "src/capacity", "src/provisioning"]
# English is the language of the sources; it needs its plural forms only.
FILES = {"queuesmith_de.ts": ["-target-language", "de"],
         "queuesmith_en.ts": ["-target-language", "en", "-pluralonly"]}


def update(lupdate, folder, keep_vanished=False, project=PROJECT):
    """Gives what lupdate complains about, such as a tr() without a class."""
    said = []
    for name, options in FILES.items():
        run = subprocess.run(
            [lupdate, "-silent", "-recursive", "-I", "src", "-locations", "none", "-source-language", "en",
             *options, *([] if keep_vanished else ["-no-obsolete"]), *SOURCES, "-ts",
             str(pathlib.Path(folder) / name)],
            cwd=project, capture_output=True, text=True, check=True)
        said += [line for line in run.stderr.splitlines() if line.strip()]
    return said


if __name__ == "__main__":
    complaints = update(sys.argv[1], pathlib.Path(sys.argv[2]).resolve(),
                        "--keep-vanished" in sys.argv[3:])
    print("\n".join(complaints), file=sys.stderr, end="\n" if complaints else "")
