"""Names in anonymous namespaces that two files of one target define. The release compiles a target's files in
batches, where such names collide."""

import re

_TYPE = re.compile(r"(?:template ?<.*> )?(?:struct|class|enum class|enum) (\w+)(?: final)?[ {:]")
_VALUE = re.compile(r"(?:constexpr|const|static|inline|thread_local)\b[^({=;]*?\b(\w+)(?:\[\w*\])? ?[{=;]")
_FUNCTION = re.compile(r"(?:\[\[\w+\]\] )?(?:template ?<.*> )?[\w:<>,&* \[\]]+?[ &*](\w+)\(([^;]*)")


def _parameters(text: str) -> str:
    """The parameters' types: overloads may share a name."""
    return re.sub(r"\s*\b\w+(,|\))", r"\1", text.split(")")[0] + ")")


def hidden_names(code: str):
    """(line number, name) of what the file defines at the top level of an anonymous namespace."""
    inside, lines = False, code.split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith("namespace {"):
            inside = True
        elif inside and line == "}" and not lines[number - 2].startswith((" ", "{", "}")):
            inside = False
        elif inside and line[:1].isalpha() or line.startswith("[["):
            if not inside:
                continue
            if found := _TYPE.match(line + " "):
                yield number, found[1]
            elif found := _VALUE.match(line):
                yield number, found[1]
            elif found := _FUNCTION.match(line):
                rest = found[2] if ")" in found[2] else found[2] + " " + " ".join(lines[number:number + 6])
                yield number, f"{found[1]}({_parameters(rest)}"


def collisions(files) -> list[str]:
    """For files of src/: one line for each name that a target defines twice."""
    first, found = {}, []
    for file in files:
        parts = file.path.split("/")
        if parts[0] != "src" or len(parts) < 3 or not file.path.endswith(".cpp") or parts[-1] == "main.cpp":
            continue
        target = parts[2] if parts[1] == "window" else parts[1]
        for number, name in hidden_names(file.code):
            where = first.setdefault((target, name), file.path)
            if where != file.path:
                found.append(f"{file.path}:{number}: {name.split('(')[0]} is defined in {where} too; "
                             "in one batch they would collide")
    return found
