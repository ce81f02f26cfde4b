"""check_sources.py TOP: looks for what the sources may not contain (sourcerules.py).
check_sources.py --self-test: shows that each rule finds its bad examples and spares its good ones."""

import sys
from pathlib import Path

from hiddennames import collisions
from slicedclasses import sliced_classes
from sourcerules import RULES, File

FOLDERS = ("src", "tests", "ui", "packaging", "resources")
SUFFIXES = {".cpp", ".h", ".py", ".sh", ".ui", ".txt", ".json", ".cmake", ""}


def sources(top: Path):
    for folder in FOLDERS:
        for path in sorted((top / folder).rglob("*")):
            if path.is_file() and path.suffix in SUFFIXES:
                yield File(path.relative_to(top).as_posix(), path.read_text(encoding="utf-8", errors="replace"))


def check(top: Path) -> int:
    files = list(sources(top))
    if not any(file.path.startswith("src/") for file in files):
        print(f"{top} holds no sources, so nothing was checked.")
        return 1
    broken = 0
    for file in files:
        for rule in RULES:
            for line in rule.broken_in(file):
                print(f"{file.path}:{line}: {rule.name}: {rule.because}")
                broken += 1
    for finding in collisions(files) + sliced_classes(files):
        print(finding)
        broken += 1
    print(f"{len(files)} files, {len(RULES)} rules, {broken} findings")
    return 1 if broken else 0


def self_test() -> int:
    wrong = 0
    for rule in RULES:
        for examples, expected in ((rule.bad, True), (rule.good, False)):
            for example in examples:
                found = bool(rule.broken_in(File(rule.example_path, example)))
                if found != expected:
                    print(f"{rule.name}: should {'' if expected else 'not '}have found: {example!r}")
                    wrong += 1
        if not rule.bad:
            print(f"{rule.name}: has no example that it must find")
            wrong += 1
    hidden = "namespace queuesmith {\nnamespace {\nint twice(int a)\n{\n    return a;\n}\n} // namespace\n}\n"
    other = hidden.replace("int a", "double a")
    for second, expected in ((hidden, 1), (other, 0), (hidden.replace("twice", "once"), 0)):
        files = [File("src/http/a.cpp", hidden), File("src/http/b.cpp", second), File("src/cli/c.cpp", hidden)]
        if len(collisions(files)) != expected:
            print(f"hidden names: should have found {expected} in: {second!r}")
            wrong += 1
    whole = "int A::one()\n{\n    return B::two();\n}\n"
    for second, expected in (("A::~A() = default;\n", 1), ("B::Kind A::C::two(\n    int a)\n{\n}\n", 1),
                             ("C C::one()\n{\n    A::one();\n}\n", 0), ("// A::two()\nint b = A::two();\n", 0)):
        if len(sliced_classes([File("src/http/a.cpp", whole), File("src/http/b.cpp", second)])) != expected:
            print(f"sliced classes: should have found {expected} in: {second!r}")
            wrong += 1
    print(f"{len(RULES)} rules, {sum(len(r.bad) + len(r.good) for r in RULES)} examples, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(self_test() if sys.argv[1] == "--self-test" else check(Path(sys.argv[1])))
