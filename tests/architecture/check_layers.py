"""The link lines are the architecture. This compares them with layers.txt and tries the compiler.

check_layers.py links FACTS           what each folder links is what layers.txt says
check_layers.py includes BUILD TOP    a folder can include what it links and nothing else
check_layers.py --self-test FACTS BUILD TOP    both can fail
"""

import json
import shlex
import subprocess
import sys
from pathlib import Path

TABLE = Path(__file__).with_name("layers.txt")

# One header of each library that only some folders link.
QT_HEADERS = {"Qt6::Core": "QString", "Qt6::Network": "QTcpSocket", "Qt6::Sql": "QSqlDatabase",
              "Qt6::Widgets": "QWidget", "Qt6::Charts": "QChart", "Qt6::Svg": "QSvgRenderer"}


def read_table(text: str) -> dict[str, tuple[set[str], set[str]]]:
    """folder → what it links publicly, what it links privately; the lower ones come first"""
    table = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            folder, links = line.split(":", 1)
            public, private = links.split(" | ") if " | " in links else (links.rstrip(" |"), "")
            table[folder] = (set(public.split()), set(private.split()))
    return table


def read_facts(text: str) -> dict[str, tuple[set[str], set[str]]]:
    """The same, from the lines that CMake wrote. A program's links count as public."""
    rows = [line.split() for line in text.splitlines()]
    home = {target: folder for folder, target, _ in rows}
    facts = {folder: (set(), set()) for folder in home.values()}
    for folder, _, link in rows:
        hidden = link.startswith("$<LINK_ONLY:")
        link = link.removeprefix("$<LINK_ONLY:").removesuffix(">")
        if home.get(link) != folder and link != "queuesmith_strict":
            facts[folder][1 if hidden else 0].add(home.get(link, link))
    return facts


def upward_links(table) -> list[str]:
    """CMake links circles of static libraries without a word."""
    order = list(table)
    return [f"layers.txt: {folder} links {link}, which doesn't come before it."
            for at, folder in enumerate(order)
            for link in sorted(table[folder][0] | table[folder][1]) if link in order[at:]]


def compare_links(table, facts) -> list[str]:
    wrong = upward_links(table)
    for folder in sorted(table.keys() | facts.keys()):
        if folder not in facts:
            wrong.append(f"src/{folder} is in layers.txt but builds nothing.")
        elif folder not in table:
            wrong.append(f"src/{folder} isn't in layers.txt.")
        else:
            for kind, said, found in zip(("publicly", "privately"), table[folder], facts[folder]):
                wrong += [f"src/{folder} links {x} {kind}, but layers.txt doesn't say so."
                          for x in sorted(found - said)]
                wrong += [f"layers.txt says that src/{folder} links {x} {kind}, but it doesn't."
                          for x in sorted(said - found)]
    return wrong


def visible_from(folder: str, table) -> set[str]:
    """The folders and libraries whose headers this folder may include."""
    seen, todo = {folder}, list(table[folder][0] | table[folder][1])
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += table[name][0] if name in table else []
    return seen


def folder_of(path: Path, top: Path, table) -> str | None:
    """The innermost folder of the table that holds this file."""
    return next((parent.relative_to(top / "src").as_posix() for parent in path.parents
                 if parent.is_relative_to(top / "src") and parent.relative_to(top / "src").as_posix() in table), None)


def compile_commands(build: Path, top: Path, table) -> dict[str, tuple[list[str], str]]:
    """folder → how a file of it is really compiled, without the file and the output, and where. A
    program's main.cpp doesn't see what the library behind it links privately, and counts only where it is alone."""
    found = {}
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in sorted(entries, key=lambda entry: Path(entry["file"]).name == "main.cpp"):
        folder = folder_of(Path(entry["file"]), top, table)
        if folder and folder not in found:
            words = shlex.split(entry["command"])
            if Path(words[0]).name == "ccache":
                words = words[1:]
            words = words[:words.index("-o")]  # what follows names the file and what it writes
            found[folder] = (words + ["-x", "c++", "-"], entry["directory"])
    return found


def compiles(command: list[str], where: str, text: str) -> tuple[bool, str]:
    done = subprocess.run(command + ["-fsyntax-only"], input=text, cwd=where, text=True, capture_output=True)
    return done.returncode == 0, done.stderr


def reachable(command: list[str], where: str, headers: list[str]) -> set[str]:
    """Which of these headers an #include finds."""
    probe = "".join(f'#if __has_include("{h}")\nfound {h}\n#endif\n' for h in headers)
    done = subprocess.run(command + ["-E", "-P"], input=probe, cwd=where, text=True, capture_output=True, check=True)
    return {line.split()[1] for line in done.stdout.splitlines() if line.startswith("found ")}


def check_includes(build: Path, top: Path, table) -> list[str]:
    wrong = []
    owner = {path.relative_to(top / "src").as_posix(): folder  # header, as it is written → folder or library
             for path in sorted((top / "src").rglob("*.h")) if (folder := folder_of(path, top, table))}
    owner |= {header: library for library, header in QT_HEADERS.items()}

    refused = compiled = 0
    commands = compile_commands(build, top, table)
    for folder in table:
        command, where = commands[folder]
        allowed = visible_from(folder, table)
        found = reachable(command, where, list(owner))
        wrong += [f"src/{folder} can include {h} of {owner[h]}, which it doesn't link."
                  for h in sorted(found) if owner[h] not in allowed]
        # And the compiler itself, with one header of each other folder or library.
        one_of_each = {owner[h]: h for h in sorted(owner) if h in found or owner[h] not in allowed}
        one_of_each.pop(folder, None)
        welcome = [h for other, h in one_of_each.items() if other in allowed]
        ok, complaint = compiles(command, where, "".join(f'#include "{h}"\n' for h in welcome))
        if not ok:
            wrong.append(f"src/{folder} can't include all of {', '.join(welcome)}:\n{complaint}")
        for other, header in one_of_each.items():
            if other not in allowed:
                ok, complaint = compiles(command, where, f'#include "{header}"\n')
                if ok or "No such file" not in complaint:
                    wrong.append(f"{header} of {other} should be unknown in src/{folder}, but isn't.")
                refused += not ok
        missing = sorted(name for name in allowed & set(owner.values()) if name not in one_of_each and name != folder)
        wrong += [f"src/{folder} links {name}, but finds none of its headers." for name in missing]
        compiled += len(welcome)
    print(f"{len(owner)} headers from {len(table)} folders; {compiled} includes compiled, {refused} refused")
    return wrong


def self_test(facts_text: str) -> list[str]:
    table = read_table(TABLE.read_text())
    wrong = []
    upward = facts_text + "http queuesmith_http queuesmith_cxone\n"
    unknown = facts_text + "attic queuesmith_attic queuesmith_provisioning\n"
    dropped = "".join(line + "\n" for line in facts_text.splitlines() if not line.startswith("records "))
    for name, text in (("an upward link", upward), ("an unknown folder", unknown), ("a folder that is gone", dropped)):
        if not compare_links(table, read_facts(text)):
            wrong.append(f"{name} wasn't noticed.")
    expected = {"platform", "domain", "http", "Qt6::Core", "Qt6::Network"}
    if visible_from("http", table) != expected:
        wrong.append(f"http sees {visible_from('http', table)} instead of {expected}.")
    if len(upward_links({"a": ({"b"}, set()), "b": (set(), {"a", "Qt6::Core"}), "c": (set(), {"c"})})) != 2:
        wrong.append("A circle wasn't noticed.")
    return wrong


def includes_can_fail(build: Path, top: Path) -> list[str]:
    """With a table that forbids what is linked, or promises what isn't, the compiler must contradict."""
    wrong = []
    forbids, promises = read_table(TABLE.read_text()), read_table(TABLE.read_text())
    forbids["http"] = ({"Qt6::Core", "Qt6::Network"}, set())
    promises["domain"] = ({"Qt6::Core", "http"}, set())
    for name, table, folders in (("an include that is not allowed", forbids, ("domain", "http")),
                                 ("an include that doesn't work", promises, ("domain", "http"))):
        if not check_includes(build, top, {f: table[f] for f in folders}):
            wrong.append(f"{name} wasn't noticed.")
    return wrong


def main(args: list[str]) -> int:
    table = read_table(TABLE.read_text())
    if len(args) == 2 and args[0] == "links":
        wrong = compare_links(table, read_facts(Path(args[1]).read_text()))
    elif len(args) == 3 and args[0] == "includes":
        wrong = check_includes(Path(args[1]), Path(args[2]), table)
    elif len(args) == 4 and args[0] == "--self-test":
        wrong = self_test(Path(args[1]).read_text()) + includes_can_fail(Path(args[2]), Path(args[3]))
    else:
        raise SystemExit(__doc__)
    print("\n".join(wrong) or "as documented")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
