#!/usr/bin/python3
"""Proves that the judge finds what is wrong: each test breaks one thing in a good log."""

import collections
import contextlib
import copy
import io
import json
import pathlib
import tempfile
import unittest

import validate_exchanges

HERE = pathlib.Path(__file__).resolve().parent
Verdict = collections.namedtuple("Verdict", "returncode stdout")
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DEFINITION = {
    "name": "A", "description": "", "type": "standard", "capacity": 5,
    "overflow": {"overflowType": "queue", "overflowTargetId": None, "overflowThreshold": 80},
    "skillGroups": [], "priority": 5, "routingRules": [],
}
QUEUE = {**DEFINITION, "id": "q-1", "dateCreated": "2026-01-02T03:04:05.678Z"}


def exchange(method, path, status, body="", answer="", headers=None, faulted=False):
    def text(value):
        return value if isinstance(value, str) else json.dumps(value)

    return {"method": method, "path": path, "status": status, "milliseconds": 1, "faulted": faulted,
            "headers": headers or {}, "body": text(body), "responseHeaders": dict(JSON) if answer else {},
            "responseBody": text(answer)}


GOOD = {
    "token": exchange("POST", "/api/v2/oauth/token", 200,
                      "grant_type=client_credentials&client_id=demo&client_secret=***",
                      {"access_token": "***", "token_type": "Bearer", "expires_in": 3600}, FORM),
    "list": exchange("GET", "/api/v2/queues?page=1&pageSize=100&name=A%20b", 200, "",
                     {"entities": [QUEUE], "total": 1}),
    "create": exchange("POST", "/api/v2/queues", 201, DEFINITION, QUEUE, JSON),
    "delete": exchange("DELETE", "/api/v2/queues/q-1", 204),
    "unanswered": exchange("POST", "/api/v2/queues", 0, DEFINITION, "", JSON),
    "faulted": exchange("POST", "/api/v2/queues", 200, DEFINITION, "<html>", JSON, faulted=True),
    "lacking": exchange("GET", "/api/v2/queues/q-1", 404, "", {"code": "not_found"}),
}


class JudgeTest(unittest.TestCase):
    def judge(self, log, *options):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "log.json"
            file.write_text(log if isinstance(log, str) else json.dumps(log), encoding="utf-8")
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                code = validate_exchanges.main([*options, str(HERE / "queues-v2.openapi.yaml"), str(file)])
            return Verdict(code, output.getvalue())

    def refuse(self, name, part, **changes):
        log = copy.deepcopy(list(GOOD.values()))
        entry = log[list(GOOD).index(name)]
        for member, value in changes.items():
            entry[member] = value if isinstance(value, (str, int, dict)) else json.dumps(value)
        result = self.judge(log)
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertIn(part, result.stdout)
        self.assertIn("1 findings", result.stdout)

    def test_accepts_a_good_log(self):
        result = self.judge(list(GOOD.values()))
        self.assertEqual(result.returncode, 0, result.stdout)

    def test_path_of_no_operation(self):
        self.refuse("delete", "no operation", path="/api/v2/queue/q-1")

    def test_method_of_no_operation(self):
        self.refuse("delete", "no operation", method="PATCH")

    def test_query_parameter_out_of_range(self):
        self.refuse("list", "pageSize", path="/api/v2/queues?pageSize=101")

    def test_query_parameter_of_another_type(self):
        self.refuse("list", "page", path="/api/v2/queues?page=one")

    def test_unknown_query_parameter(self):
        self.refuse("list", "no query parameter Name", path="/api/v2/queues?Name=A")

    def test_repeated_query_parameter(self):
        self.refuse("list", "given 2 times", path="/api/v2/queues?page=1&page=2")

    def test_request_member_missing(self):
        self.refuse("create", "'priority' is a required property",
                    body=json.dumps({k: v for k, v in DEFINITION.items() if k != "priority"}))

    def test_request_value_out_of_range(self):
        self.refuse("create", ".overflow.overflowThreshold", body=json.dumps(
            {**DEFINITION, "overflow": {**DEFINITION["overflow"], "overflowThreshold": 0}}))

    def test_request_integer_with_fraction(self):
        self.refuse("create", ".capacity", body=json.dumps({**DEFINITION, "capacity": 1.5}))

    def test_null_only_where_nullable(self):
        self.refuse("create", ".description", body=json.dumps({**DEFINITION, "description": None}))

    def test_request_with_duplicate_key(self):
        self.refuse("create", "twice", body='{"name":"A","name":"B"}')

    def test_request_body_missing(self):
        self.refuse("create", "the request body is missing", body="")

    def test_request_body_where_none_belongs(self):
        self.refuse("delete", "no request body", body="{}")

    def test_request_of_another_media_type(self):
        self.refuse("create", "has the type", headers={"Content-Type": "text/plain"})

    def test_form_value_outside_its_list(self):
        self.refuse("token", "grant_type", body="grant_type=password&client_id=demo&client_secret=***")

    def test_request_of_a_faulted_exchange(self):
        self.refuse("faulted", ".priority", body=json.dumps({**DEFINITION, "priority": 10}))

    def test_request_that_was_not_answered(self):
        self.refuse("unanswered", ".priority", body=json.dumps({**DEFINITION, "priority": 10}))

    def test_answer_with_a_status_of_no_kind(self):
        self.refuse("create", "no answer 202", status=202)

    def test_given_operations_cannot_lack(self):
        self.refuse("token", "no answer 404", status=404)

    def test_answer_member_missing(self):
        self.refuse("create", "'id' is a required property", responseBody=json.dumps(DEFINITION))

    def test_answer_member_deep_inside(self):
        self.refuse("list", ".entities[0].capacity",
                    responseBody=json.dumps({"entities": [{**QUEUE, "capacity": "5"}]}))

    def test_answer_with_a_bad_date(self):
        self.refuse("create", ".dateCreated", responseBody=json.dumps({**QUEUE, "dateCreated": "2026-13-01T00:00:00Z"}))

    def test_answer_that_is_no_json(self):
        self.refuse("create", "answer body isn't JSON", responseBody="{")

    def test_answer_of_another_media_type(self):
        self.refuse("create", "has the type", responseHeaders={"Content-Type": "text/html"})

    def test_answer_body_where_none_belongs(self):
        self.refuse("delete", "has no body", responseBody="{}")

    def test_refused_requests_are_judged_unless_allowed(self):
        refused = exchange("POST", "/api/v2/queues", 400, {}, {"code": "validation_failed"}, JSON)
        self.assertEqual(self.judge([refused]).returncode, 1)
        self.assertEqual(self.judge([refused], "--allow-refused").returncode, 0)

    def test_log_without_a_member(self):
        log = [{k: v for k, v in GOOD["create"].items() if k != "faulted"}]
        result = self.judge(log)
        self.assertEqual(result.returncode, 1)
        self.assertIn("faulted", result.stdout)

    def test_empty_log(self):
        self.assertEqual(self.judge([]).returncode, 1)

    def test_inputs_that_cannot_be_read(self):
        self.assertEqual(self.judge("{").returncode, 2)
        self.assertEqual(self.judge("{}").returncode, 2)


if __name__ == "__main__":
    unittest.main()
