"""test_programs.py TOP: every program that a script, a test or CMake calls is brought by a package of
apt-packages.txt, or by the bare base of Debian. Without that, what works here fails on a bare machine.

The calls are taken from the sources. A program that nobody has met yet is a finding, so PROGRAMS stays whole."""

import re
import subprocess
import sys
import unittest
from pathlib import Path

TOP = Path(sys.argv[1])

# Program → Debian package. None: part of every base that apt runs on.
PROGRAMS = dict.fromkeys(
    "apt-config apt-get bash cat chroot cp dirname dpkg dpkg-query env false grep gzip id ln mkdir mktemp mv nice printf"
    " readlink rm sed sh sleep sort tail tar tee touch tr true uname unshare xargs".split())
PROGRAMS |= {
    "appstreamcli": "appstream", "ccache": "ccache", "clang-format-14": "clang-format-14",
    "clang-tidy-14": "clang-tidy-14", "clang++": "clang", "cmake": "cmake", "cpack": "cmake", "ctest": "cmake",
    "dbus-run-session": "dbus-daemon", "desktop-file-validate": "desktop-file-utils", "dpkg-deb": None,
    "dpkg-shlibdeps": "dpkg-dev", "file": "file", "git": "git", "gnome-keyring-daemon": "gnome-keyring",
    "lintian": "lintian", "mmdebstrap": "mmdebstrap", "mold": "mold", "mount": "mount", "ninja": "ninja-build",
    "openssl": "openssl", "pdftotext": "poppler-utils", "python3": "python3", "readelf": "binutils", "strace": "strace",
    "secret-tool": "libsecret-tools", "sqlite3": "sqlite3", "sudo": None, "umount": "mount",
    "x86_64-w64-mingw32-g++-posix": "g++-mingw-w64-x86-64-posix",
}
# What a program of ours starts by itself.
STARTED_BY = {"cpack": ["dpkg-shlibdeps", "dpkg-deb", "file"]}
# The packages that bring another of their own accord.
BROUGHT_BY = {"binutils": "g++"}

BUILTINS = set("""[ [[ : . break cd command continue declare echo eval exec exit export getopts hash local printf pwd
    read readonly return set shift source test trap true type umask unset wait case do done elif else esac
    fi for function if in select then time until while { }""".split())
_BEFORE = r"(?:^|[|;&({`]|\$\(|\b(?:then|do|else|elif|if|while|until|exec|env|nice|command -v|sudo -n)(?=\s))"
COMMAND = re.compile(_BEFORE + r"(?:\s*!)?\s*(?:[A-Za-z_]\w*=[^\s;(]*\s+)*(?:/usr/bin/)?([A-Za-z][\w.+-]*)(?=[\s;)|&]|$)",
                     re.MULTILINE)


def shell_calls(text: str) -> set[str]:
    text = text.replace("\\\n", " ")
    text = re.sub(r"(^|\s)#.*", r"\1", text)
    text = re.sub(r"\$\(\(.*?\)\)", "", text)
    inner = re.findall(r"\bsh -c '([^']*)'", text)  # what another shell is told
    inner += re.findall(r"\$\(([^()]*)\)", text)  # also within quotes
    text = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'", '""', text)
    text = "\n".join([text, *inner])
    text = re.sub(r"(^|\s)\w+=\S*(?=\s+\w+=)", r"\1", text)  # several assignments in a row
    text = re.sub(r"\w+=\([a-z -]*\)", "", text)  # an array of words
    text = re.sub(r"\bcase .*? in$.*?\besac\b", "", text, flags=re.DOTALL | re.MULTILINE)
    words = {match[1] for match in re.finditer(rf"(?={COMMAND.pattern})", text, flags=re.MULTILINE)}
    return {word for word in words if re.search("[a-z]", word)} - functions(text) - BUILTINS


def functions(text: str) -> set[str]:
    return set(re.findall(r"^\s*(\w+)\(\)", text, flags=re.MULTILINE))


def python_calls(text: str) -> set[str]:
    called = set(re.findall(r'subprocess\.\w+\(\s*\[\s*"([a-z][\w.+-]*)"', text))
    called |= set(re.findall(r'\bwhich\("([^"]+)"\)', text))
    return called | {word for word in re.findall(r'"([a-z][\w.+-]*)"', text) if word in PROGRAMS and len(word) > 4}


def cpp_calls(text: str) -> set[str]:
    called = re.findall(r'(?:\bstart|findExecutable)\(\s*QStringLiteral\("([^"]+)"\)', text)
    return {Path(word).name for word in called}


def cmake_calls(text: str) -> set[str]:
    return set(re.findall(r"find_program\(\w+ (?:NAMES )?([\w.+-]+)", text)) | set(re.findall(r"/usr/bin/([\w.+-]+)", text)) \
        | ({"cpack"} if "CPACK_COMMAND" in text else set())


def sources():
    steps = functions((TOP / "packaging/steps.sh").read_text())
    scripts = [".ci/run", "run", "test", "packaging/steps.sh", "tests/cleanroom/run", "tests/fuzz/run"]
    for path in [TOP / script for script in scripts] + sorted(TOP.glob("tests/**/*.sh")):
        yield path, shell_calls(path.read_text()) - steps
    for folder in ("packaging", "tests", "translations"):
        for path in sorted(TOP.glob(f"{folder}/**/*.py")):
            if path.name != Path(__file__).name:
                yield path, python_calls(path.read_text())
        for path in sorted(TOP.glob(f"{folder}/**/*.cpp")):
            yield path, cpp_calls(path.read_text())
    for path in [TOP / "CMakeLists.txt", *sorted(TOP.glob("src/**/CMakeLists.txt")), *sorted(TOP.glob("tests/**/CMakeLists.txt"))]:
        yield path, cmake_calls(path.read_text())


def groups_for(path: Path) -> list[str]:
    """What is installed when this file does its work."""
    name = path.relative_to(TOP).as_posix()
    if name in ("run", "packaging/steps.sh") or name.startswith("src/"):
        return ["build"]
    if name in (".ci/run", "packaging/tidy.py"):
        return ["build", "test", "lint", "cleanroom"]
    if name == "tests/cleanroom/run":
        return ["cleanroom", "build"]
    return ["build", "test"]


def listed() -> dict[str, set[str]]:
    groups, current = {}, None
    for line in (TOP / "packaging/apt-packages.txt").read_text().splitlines():
        if line.startswith("["):
            current = groups.setdefault(line.strip("[]").split()[0], set())
        elif re.match(r"[a-z0-9]", line):
            current.add(line.split()[0])
    return groups


def missing(path: Path, calls: set[str], groups: dict[str, set[str]]) -> list[str]:
    packages = set().union(*(groups.get(group, set()) for group in groups_for(path)))
    wrong = []
    for program in sorted(calls | {other for call in calls for other in STARTED_BY.get(call, [])}):
        package = PROGRAMS.get(program, "?")
        if package == "?":
            wrong.append(f"{path.relative_to(TOP)} calls {program}; PROGRAMS doesn't tell which package brings it")
        elif package and not {package, BROUGHT_BY.get(package)} & packages:
            wrong.append(f"{path.relative_to(TOP)} calls {program}; apt-packages.txt lacks {package}")
    return wrong


class Programs(unittest.TestCase):
    maxDiff = None

    def test_each_is_listed(self):
        groups = listed()
        found = list(sources())
        self.assertGreater(len({call for _, calls in found for call in calls}), 25, "the calls weren't found")
        self.assertEqual([line for path, calls in found for line in missing(path, calls, groups)], [])

    def test_a_gap_is_noticed(self):
        groups = listed()
        groups["test"].discard("file")
        self.assertTrue(missing(TOP / "tests/packaging/CMakeLists.txt", {"cpack"}, groups))
        self.assertTrue(missing(TOP / "test", {"never-heard-of"}, groups))
        self.assertEqual(shell_calls('a=1 strace -f "$x" | openssl y; if ! git status; then :; fi # jq'),
                         {"strace", "openssl", "git"})


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
