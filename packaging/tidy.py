"""tidy.py TOP BUILD: clang-tidy over every .cpp of src/ and tests/ that BUILD compiles.

A file that was found clean isn't looked at again until it, a header that it includes, its compile
command or the configuration changes: clean verdicts are kept in ~/.cache/queuesmith-tidy."""

import functools
import hashlib
import json
import os
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TIDY = "clang-tidy-14"
KEPT_DAYS = 30


@functools.cache
def hash_of(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def dependencies(build: Path) -> dict[str, list[str]]:
    """object file → what it was compiled from, as ninja noted it"""
    found, current = {}, []
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], text=True, capture_output=True, check=True)
    for line in listing.stdout.splitlines():
        if line.startswith("    "):
            current.append(os.path.join(build, line.strip()))
        elif ": #deps" in line:
            current = found[line.split(": #deps")[0]] = []
    return found


def work_list(top: Path, build: Path) -> dict[str, str]:
    """file → key of its verdict"""
    compiled_from = dependencies(build)
    configuration = [hash_of(str(path)) for path in sorted(top.rglob(".clang-tidy"))]
    version = subprocess.run([TIDY, "--version"], text=True, capture_output=True, check=True).stdout
    files = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        place = Path(entry["file"])
        if not (place.is_relative_to(top / "src") or place.is_relative_to(top / "tests")):
            continue  # generated
        words = shlex.split(entry["command"])
        inputs = compiled_from[words[words.index("-o") + 1]]
        facts = [version, configuration, entry["command"].replace(str(top), "."),
                 [hash_of(path) for path in inputs]]
        files[entry["file"]] = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
    return files


def look_at(build: Path, file: str) -> str:
    """What clang-tidy says; empty when it is content."""
    done = subprocess.run([TIDY, "--quiet", "-p", build, file], text=True, capture_output=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main(top: Path, build: Path) -> int:
    start = time.monotonic()
    verdicts = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "queuesmith-tidy"
    verdicts.mkdir(parents=True, exist_ok=True)
    for verdict in verdicts.iterdir():
        if verdict.stat().st_mtime < time.time() - KEPT_DAYS * 86400:
            verdict.unlink()

    files = work_list(top, build)
    if not files:
        print("clang-tidy: there is no file to look at.")
        return 1
    todo = []
    for file, key in files.items():
        if (verdicts / key).exists():
            (verdicts / key).touch()
        else:
            todo.append(file)
    unclean = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, complaint in zip(todo, pool.map(functools.partial(look_at, build), todo)):
            if complaint:
                unclean += 1
                print(complaint, flush=True)
            else:
                (verdicts / files[file]).touch()
    print(f"clang-tidy: {len(files)} files, {len(todo)} looked at, {unclean} with findings, "
          f"{time.monotonic() - start:.0f} s")
    return 1 if unclean else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()))
