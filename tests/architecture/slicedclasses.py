"""Classes whose functions are in more than one .cpp file. A part that is worth a file is worth a class of its own."""

import re

# Of a definition at the start of a line, the outermost class: “Result<X> Outer::Inner::function(”.
_DEFINITION = re.compile(r"^(?![ })#/])[^(=;{]*?(?<![\w:])([A-Z]\w*)::(?:\w+::)*(?:~?\w+|operator\S+)\(", re.MULTILINE)


def sliced_classes(files) -> list[str]:
    """For files of src/: one line for each class that a second file continues."""
    homes = {}
    for file in files:
        if file.path.startswith("src/") and file.path.endswith(".cpp"):
            for found in _DEFINITION.finditer(file.code):
                homes.setdefault(found[1], {}).setdefault(file.path, file.code.count("\n", 0, found.start()) + 1)
    return [f"{path}:{line}: {name} is implemented in {next(iter(places))} too; make a class of what stands here"
            for name, places in homes.items()
            for path, line in list(places.items())[1:]]
