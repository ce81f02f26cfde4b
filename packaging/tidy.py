"""tidy.py TOP BUILD [--since COMMIT]: clang-tidy over the .cpp files of src/ and tests/ that BUILD compiles;
with --since, over those that the changes since COMMIT can touch.

A file that was found clean isn't looked at again until it, a header that it includes, its compile
command or the configuration changes: clean verdicts are kept in ~/.cache/queuesmith-tidy.
Each file is read without the precompiled header, so that one that forgets an include is found."""

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


def changed_since(top: Path, commit: str) -> set[str]:
    told = subprocess.run(["git", "-c", f"safe.directory={top}", "-C", top, "diff", "--name-only", commit],
                          text=True, capture_output=True, check=True).stdout
    return {str(top / line) for line in told.splitlines()}


def without_precompiled(words: list[str]) -> list[str]:
    plain, skip = [], False
    for word in words:
        if skip or word in ("-include", "-Winvalid-pch", "-fpch-preprocess"):
            skip = word == "-include"
        else:
            plain.append(word)
    return plain


def commands_for_tidy(build: Path) -> Path:
    """A compilation database of its own; answers its folder."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = shlex.join(without_precompiled(shlex.split(entry["command"])))
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    return folder


def work_list(top: Path, build: Path, changed: set[str] | None) -> dict[str, str]:
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
        if changed is not None and not changed & set(map(os.path.realpath, inputs)):
            continue
        facts = [version, configuration, shlex.join(without_precompiled(words)).replace(str(top), "."),
                 [hash_of(path) for path in inputs]]
        files[entry["file"]] = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
    return files


def look_at(commands: Path, file: str) -> str:
    """What clang-tidy says; empty when it is content."""
    done = subprocess.run([TIDY, "--quiet", "-p", commands, file], text=True, capture_output=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def main(top: Path, build: Path, since: str | None) -> int:
    start = time.monotonic()
    verdicts = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "queuesmith-tidy"
    verdicts.mkdir(parents=True, exist_ok=True)
    for verdict in verdicts.iterdir():
        if verdict.stat().st_mtime < time.time() - KEPT_DAYS * 86400:
            verdict.unlink()

    files = work_list(top, build, changed_since(top, since) if since else None)
    if not files and not since:
        print("clang-tidy: there is no file to look at.")
        return 1
    commands = commands_for_tidy(build)
    todo = []
    for file, key in files.items():
        if (verdicts / key).exists():
            (verdicts / key).touch()
        else:
            todo.append(file)
    unclean = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, complaint in zip(todo, pool.map(functools.partial(look_at, commands), todo)):
            if complaint:
                unclean += 1
                print(complaint, flush=True)
            else:
                (verdicts / files[file]).touch()
    print(f"clang-tidy: {len(files)} files, {len(todo)} looked at, {unclean} with findings, "
          f"{time.monotonic() - start:.0f} s")
    return 1 if unclean else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5) or sys.argv[3:4] not in ([], ["--since"]):
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[4] if len(sys.argv) == 5 else None))
