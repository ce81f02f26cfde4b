#!/usr/bin/python3
"""Judges a log of the demo tenant by the OpenAPI document.

    validate_exchanges.py [--allow-refused] OPENAPI LOG.json

LOG.json is what GET /_sandbox/log answers; "-" reads it from standard input. Every exchange must
belong to an operation of the document, and its parameters, request body, status and answer body
must be as that operation says. Where a rule of the fault script had a hand in the answer
("faulted": true), or where nothing was answered, only the request is judged.

With --allow-refused, a request that the tenant refused with 400 or 415 may be wrong: its answer
alone is judged. That is for tests of the tenant; a client has no reason to send such requests.

Exit code 0: all is well. 1: it isn't, and each finding is told. 2: an input can't be read.
Needs Debian's python3-jsonschema and python3-yaml.
"""

import datetime
import json
import re
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema
import yaml

# The members that an exchange must have, and their types.
MEMBERS = {"method": str, "path": str, "status": int, "faulted": bool, "headers": dict, "body": str,
           "responseHeaders": dict, "responseBody": str}
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")

FORMATS = jsonschema.FormatChecker(formats=["uri"])


@FORMATS.checks("date-time")
def is_date_time(text):
    """RFC 3339 with an offset; Debian doesn't package the checker that jsonschema looks for."""
    if not isinstance(text, str):
        return True
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text):
        return False
    try:
        datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


@FORMATS.checks("uri")
def is_uri(text):
    """jsonschema checks this only with a package that Debian has no dependency on."""
    return not isinstance(text, str) or bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", text))


class Contract:
    """The document with its references resolved and its schemas in plain JSON Schema."""

    def __init__(self, document):
        self._document = document
        self._operations = []
        self.refusal = self._resolved(document["components"]["responses"]["Error"])
        for template, item in document["paths"].items():
            shared = item.get("parameters", [])
            for method in METHODS:
                if method in item:
                    self._add(template, method, item[method], shared)

    def _add(self, template, method, operation, shared):
        operation = self._resolved(operation)
        operation["parameters"] = [self._resolved(p) for p in shared] + operation.get("parameters", [])
        # Literal paths come before those with parameters, as OpenAPI demands.
        pattern = "/".join("([^/]+)" if part.startswith("{") else re.escape(part)
                           for part in template.split("/"))
        names = re.findall(r"{(\w+)}", template)
        self._operations.append((method.upper(), re.compile(pattern), names, operation))
        self._operations.sort(key=lambda entry: len(entry[2]))

    def _resolved(self, node):
        """A copy without $ref, and with OpenAPI 3.0's `nullable` said in JSON Schema's words."""
        if isinstance(node, list):
            return [self._resolved(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            target = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            return self._resolved(target)
        copy = {key: self._resolved(value) for key, value in node.items()}
        if copy.pop("nullable", False) is True:
            copy["type"] = [copy["type"], "null"]
            if "enum" in copy:
                copy["enum"] = copy["enum"] + [None]
        return copy

    def find(self, method, path):
        """The operation and the path's parameters, or None."""
        for its_method, pattern, names, operation in self._operations:
            match = pattern.fullmatch(path)
            if match and its_method == method:
                return operation, dict(zip(names, map(unquote, match.groups())))
        return None


class Judge:
    """Collects what is wrong with one exchange."""

    def __init__(self, contract, allow_refused=False):
        self._contract = contract
        self._allow_refused = allow_refused
        self.findings = []

    def judge(self, exchange):
        self.findings = [f"the log's member {name} is missing or has another type"
                         for name, kind in MEMBERS.items() if not isinstance(exchange.get(name), kind)]
        if self.findings:
            return self.findings
        url = urlsplit(exchange["path"])
        found = self._contract.find(exchange["method"], url.path)
        if found is None:
            self.findings.append("no operation of the contract has this method and path")
            return self.findings
        operation, path_values = found
        query = parse_qsl(url.query, keep_blank_values=True)
        headers = {name.lower(): value for name, value in exchange["headers"].items()}
        refused = exchange["status"] in (400, 415) and not exchange["faulted"]
        if not (refused and self._allow_refused):
            self._parameters(operation, path_values, query, headers)
            self._request_body(operation, headers, exchange["body"])
        if exchange["status"] and not exchange["faulted"]:
            self._answer(operation, exchange)
        return self.findings

    def _schema(self, where, schema, value):
        validator = jsonschema.Draft4Validator(schema, format_checker=FORMATS)
        for error in sorted(validator.iter_errors(value), key=lambda e: list(map(str, e.absolute_path))):
            at = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path)
            self.findings.append(f"{where}{at}: {error.message[:300]}")

    def _parameters(self, operation, path_values, query, headers):
        known = set()
        for parameter in operation["parameters"]:
            name, place = parameter["name"], parameter["in"]
            if place == "query":
                known.add(name)
                values = [value for key, value in query if key == name]
            elif place == "path":
                values = [path_values[name]]
            else:
                values = [headers[name.lower()]] if name.lower() in headers else []
            if not values and parameter.get("required"):
                self.findings.append(f"{place} parameter {name} is missing")
            if len(values) > 1:
                self.findings.append(f"{place} parameter {name} is given {len(values)} times")
            for value in values:
                self._schema(f"{place} parameter {name}", parameter["schema"],
                             typed(value, parameter["schema"]))
        for name in sorted({key for key, _ in query} - known):
            self.findings.append(f"the operation has no query parameter {name}")

    def _request_body(self, operation, headers, text):
        media_types = operation.get("requestBody", {}).get("content")
        if media_types is None:
            if text:
                self.findings.append("the operation takes no request body")
            return
        if not text and operation["requestBody"].get("required"):
            self.findings.append("the request body is missing")
            return
        self._body("request", media_types, headers.get("content-type", ""), text)

    def _answer(self, operation, exchange):
        answer = operation["responses"].get(str(exchange["status"])) or self._common_answer(operation, exchange)
        if answer is None:
            self.findings.append(f"the operation has no answer {exchange['status']}")
        elif "content" in answer:
            sent_type = next((value for name, value in exchange["responseHeaders"].items()
                              if name.lower() == "content-type"), "")
            self._body("answer", answer["content"], sent_type, exchange["responseBody"])
        elif exchange["responseBody"]:
            self.findings.append(f"an answer {exchange['status']} has no body")

    def _common_answer(self, operation, exchange):
        """Refusals that come before the operation, which the document doesn't repeat everywhere."""
        common = [400, 415, 429] if self._allow_refused else [415, 429]
        if operation.get("security") != []:
            common += [401, 403]
        if operation.get("x-origin") == "assumed":
            common += [404, 405, 501]
        return self._contract.refusal if exchange["status"] in common else None

    def _body(self, side, media_types, sent_type, text):
        sent_type = sent_type.split(";")[0].strip().lower()
        if sent_type not in media_types:
            self.findings.append(f"{side} body has the type “{sent_type}”, not {' or '.join(media_types)}")
            return
        if sent_type == "application/x-www-form-urlencoded":
            value = dict(parse_qsl(text, keep_blank_values=True))
        else:
            try:
                value = strict_json(text)
            except ValueError as problem:
                self.findings.append(f"{side} body isn't JSON: {problem}")
                return
        self._schema(f"{side} body", media_types[sent_type]["schema"], value)


def typed(text, schema):
    """A parameter's text as the type that its schema asks for, where it can be read as that."""
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    return text


def strict_json(text):
    def unique(pairs):
        keys = [key for key, _ in pairs]
        if len(set(keys)) != len(keys):
            raise ValueError("a key appears twice")
        return dict(pairs)

    def no_constant(name):
        raise ValueError(f"{name} is no JSON number")

    return json.loads(text, object_pairs_hook=unique, parse_constant=no_constant)


def validate(document, log, allow_refused=False):
    """All findings, as (number of the exchange from 1, exchange, text)."""
    judge = Judge(Contract(document), allow_refused)
    return [(number, exchange, finding)
            for number, exchange in enumerate(log, 1)
            for finding in judge.judge(exchange)]


def load_contract(text):
    """The document from a text or an open file; the C parser is twenty times as fast."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def operation_ids(document):
    return {operation["operationId"] for item in document["paths"].values()
            for method, operation in item.items() if method in METHODS}


def exercised_ids(document, log):
    """Operations that were asked for and answered with success."""
    contract = Contract(document)
    found = [contract.find(e["method"], urlsplit(e["path"]).path) for e in log if 200 <= e["status"] < 300]
    return {entry[0]["operationId"] for entry in found if entry}


def main(arguments):
    allow_refused = "--allow-refused" in arguments
    files = [argument for argument in arguments if argument != "--allow-refused"]
    if len(files) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(files[0], encoding="utf-8") as file:
            document = load_contract(file)
        with (sys.stdin if files[1] == "-" else open(files[1], encoding="utf-8")) as file:
            log = json.load(file)
        if not isinstance(log, list) or not all(isinstance(entry, dict) for entry in log):
            raise ValueError("the log must be a list of exchanges")
    except (OSError, ValueError, yaml.YAMLError) as problem:
        print(f"An input can't be read: {problem}", file=sys.stderr)
        return 2
    if not log:
        print("The log has no exchange, so nothing could be judged.", file=sys.stderr)
        return 1
    findings = validate(document, log, allow_refused)
    for number, exchange, finding in findings:
        what = f"{exchange.get('method')} {exchange.get('path')} → {exchange.get('status')}"
        print(f"exchange {number}, {what}: {finding}")
    print(f"{len(log)} exchanges judged, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
