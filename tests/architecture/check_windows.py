"""What is to run on any system is compiled for Windows, as far as its syntax: with Debian's mingw, and the flags and the
Qt of the Linux build. Nothing else notices a call that only Linux has.

check_windows.py COMPILER BUILD TOP WORK               every file of FOLDERS is valid there
check_windows.py --self-test COMPILER BUILD TOP WORK   what only Linux has is refused
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from check_layers import TABLE, compile_commands, folder_of, read_table

FOLDERS = ("domain", "capacity", "http", "cxone", "sqlite", "history", "records", "provisioning", "workplace", "cli")
# Libraries of the system that have nothing of the system in them. All of /usr/include would bring its own headers along.
LIBRARIES = ("boost", "nlohmann", "qt6keychain")

# A source of each kind that mingw must refuse. It has an <unistd.h> of its own, which check_sources.py refuses.
REFUSED = {
    "a header of Linux": "#include <sys/socket.h>\n",
    "a clock of Linux": "#include <ctime>\nint f() { return clock_gettime(CLOCK_BOOTTIME, nullptr); }\n",
    "a call of POSIX": "#include <cstdlib>\nint f() { return fsync(fork()); }\n",
    "a type of Linux": "#include <fcntl.h>\nstruct flock lock;\n",
}
ACCEPTED = "#include <QString>\n#include <boost/version.hpp>\n#ifndef Q_OS_WIN\n#error for another system\n#endif\n"


def flags(command: list[str]) -> list[str]:
    """What is defined, and where headers are looked for."""
    told = iter(command)
    kept = []
    for word in told:
        if word in ("-isystem", "-I", "-D"):
            kept += [word, next(told)]
        elif word.startswith(("-I", "-D")):
            kept.append(word)
    return kept


def prepare(work: Path) -> Path:
    """A folder that holds nothing but these libraries."""
    libraries = work / "libraries"
    libraries.mkdir(parents=True, exist_ok=True)
    for name in LIBRARIES:
        link = libraries / name
        link.unlink(missing_ok=True)
        link.symlink_to(Path("/usr/include") / name)
    return libraries


class Windows:
    def __init__(self, compiler: str, build: Path, top: Path, work: Path):
        self._compiler = compiler
        self._top = top
        self._table = read_table(TABLE.read_text())
        self._commands = compile_commands(build, top, self._table)
        self._libraries = prepare(work)

    def complaint(self, folder: str, text: str) -> str:
        """What the compiler says to this source as one of the folder; empty when it is content."""
        command, where = self._commands[folder]
        words = [self._compiler, "-std=c++20", "-fsyntax-only", "-w", *flags(command),
                 "-isystem", str(self._libraries), "-x", "c++", "-"]
        done = subprocess.run(words, input=text, cwd=where, text=True, capture_output=True)
        return "" if done.returncode == 0 else done.stderr or "The compiler failed without a word."

    def sources(self, folder: str) -> list[Path]:
        return [file for file in sorted((self._top / "src" / folder).rglob("*.cpp"))
                if folder_of(file, self._top, self._table) == folder]

    def complaints(self, folder: str, files: list[Path]) -> list[str]:
        """All files in one piece take a tenth of the time. Names that are hidden in two of them may clash there, so
        what is refused is tried again in halves, down to the file."""
        complaint = self.complaint(folder, "".join(f'#include "{file}"\n' for file in files))
        if not complaint or len(files) == 1:
            return [complaint] if complaint else []
        middle = len(files) // 2
        return self.complaints(folder, files[:middle]) + self.complaints(folder, files[middle:])


def check(windows: Windows) -> list[str]:
    sources = {folder: windows.sources(folder) for folder in FOLDERS}
    wrong = [f"src/{folder} holds no sources, so nothing was checked." for folder in FOLDERS if not sources[folder]]
    with ThreadPoolExecutor(2) as pool:
        for complaints in pool.map(windows.complaints, sources.keys(), sources.values()):
            wrong += complaints
    print(f"{sum(map(len, sources.values()))} files of {len(FOLDERS)} folders")
    return wrong


def self_test(windows: Windows, work: Path) -> list[str]:
    good, bad = work / "good.cpp", work / "bad.cpp"
    good.write_text(ACCEPTED)
    wrong = windows.complaints("capacity", [good])
    for name, text in REFUSED.items():
        bad.write_text(text)
        if len(windows.complaints("capacity", [good, bad])) != 1:
            wrong.append(f"{name} wasn't refused, or not by itself.")
    return wrong


def main(args: list[str]) -> int:
    tests_itself = args[:1] == ["--self-test"]
    if len(args) != 4 + tests_itself:
        raise SystemExit(__doc__)
    compiler, *places = args[tests_itself:]
    build, top, work = (Path(place).resolve() for place in places)
    windows = Windows(compiler, build, top, work)
    wrong = self_test(windows, work) if tests_itself else check(windows)
    print("\n".join(wrong) or "valid for Windows, too")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
