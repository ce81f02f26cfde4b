#!/usr/bin/python3
"""Starts the demo tenant, uses every operation well and badly, and has the contract judge it.

    exercise_sandbox.py QUEUESMITH_SANDBOX LOG.json

LOG.json is written, so that a failure can be looked into.
"""

import http.client
import json
import pathlib
import subprocess
import sys
from urllib.parse import urlencode

import validate_exchanges

HERE = pathlib.Path(__file__).resolve().parent
CONTRACT = HERE / "queues-v2.openapi.yaml"


class Tenant:
    def __init__(self, program, *options):
        self._process = subprocess.Popen([program, "--queues", "120", "--skills", "150", *options],
                                         stdout=subprocess.PIPE, text=True)
        self._address = self._process.stdout.readline().removeprefix("listening on http://").strip()
        self._token = None

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self._process.terminate()
        if self._process.wait(10) != 0:
            raise RuntimeError("the demo tenant didn't stop in an orderly way")

    def send(self, method, path, body=None, headers=None):
        """Status and body of the answer."""
        connection = http.client.HTTPConnection(self._address, timeout=10)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, json.loads(text) if text else None

    def sign_in(self, client="demo", secret="demo-secret", **more):
        form = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret, **more}
        status, answer = self.send("POST", "/api/v2/oauth/token", urlencode(form),
                                   {"Content-Type": "application/x-www-form-urlencoded"})
        self._token = answer.get("access_token")
        return status

    def call(self, method, path, value=None, **headers):
        headers = {name.replace("_", "-"): text for name, text in headers.items()}
        headers.setdefault("Authorization", f"Bearer {self._token}")
        body = None
        if value is not None:
            body = json.dumps(value)
            headers.setdefault("Content-Type", "application/json")
        return self.send(method, path, body, headers)

    def expect(self, status, method, path, value=None, **headers):
        got, answer = self.call(method, path, value, **headers)
        if got != status:
            raise AssertionError(f"{method} {path}: {got} instead of {status}: {answer}")
        return answer


def example(document, path):
    """The contract's own example of a request."""
    return document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["example"]


def use_well(tenant, document):
    assert tenant.sign_in(scope="queue:read") == 200
    assert tenant.sign_in() == 200
    for path in ("/api/v2/skills", "/api/v2/queues", "/api/v2/eventstreams/exports"):
        for query in ("", "?page=2&pageSize=100", "?page=9"):
            tenant.expect(200, "GET", path + query)
    definition = example(document, "/api/v2/queues")
    queue = tenant.expect(201, "POST", "/api/v2/queues", definition, Idempotency_Key="one")
    twin = tenant.expect(201, "POST", "/api/v2/queues", {**definition, "x-unknown": [1, None]})
    assert queue["id"] != twin["id"]
    found = tenant.expect(200, "GET", f"/api/v2/queues?name={definition['name']}")
    assert found["total"] == 2
    path = f"/api/v2/queues/{queue['id']}"
    tenant.expect(200, "GET", path)
    tenant.expect(200, "PUT", path, {**definition, "capacity": 10}, If_Match="*")
    tenant.expect(204, "DELETE", path)

    query = example(document, "/api/v2/analytics/queues/details/query")
    for interval in ("DAILY", "HOURLY", "HALF_HOURLY", "QUARTER_HOURLY"):
        history = tenant.expect(200, "POST", "/api/v2/analytics/queues/details/query",
                                {**query, "interval": interval})
        assert history["data"]
    wanted = example(document, "/api/v2/eventstreams/exports")
    export = tenant.expect(201, "POST", "/api/v2/eventstreams/exports", wanted)
    tenant.expect(200, "GET", "/api/v2/eventstreams/exports/" + export["id"])
    tenant.expect(200, "GET", "/api/v2/eventstreams/exports")


def use_badly(tenant, document):
    definition = example(document, "/api/v2/queues")
    assert tenant.sign_in(secret="wrong") == 401
    assert tenant.sign_in(grant_type="password") == 400
    assert tenant.sign_in() == 200
    for path in ("/api/v2/queues/none", "/api/v2/eventstreams/exports/none"):
        tenant.expect(404, "GET", path)
        tenant.expect(401, "GET", path, Authorization="Bearer nobody")
    for path in ("/api/v2/queues", "/api/v2/eventstreams/exports", "/api/v2/analytics/queues/details/query"):
        tenant.expect(400, "POST", path, {})
        tenant.expect(415, "POST", path, {}, Content_Type="text/plain")
        tenant.expect(401, "POST", path, example(document, path), Authorization="")
    tenant.expect(400, "GET", "/api/v2/skills?page=0")
    tenant.expect(412, "PUT", "/api/v2/queues/q-1", definition, If_Match='"old"')
    tenant.expect(412, "DELETE", "/api/v2/queues/q-1", If_Match='"old"')
    assert tenant.sign_in("demo-readonly") == 200
    tenant.expect(403, "POST", "/api/v2/queues", definition)
    tenant.expect(403, "DELETE", "/api/v2/queues/q-1")


def use_a_poor_tenant(tenant):
    assert tenant.sign_in() == 200
    tenant.expect(404, "GET", "/api/v2/queues")
    while tenant.call("GET", "/api/v2/skills")[0] != 429:
        pass


def log_of(tenant):
    return tenant.send("GET", "/_sandbox/log")[1]


def main(program, log_file):
    document = validate_exchanges.load_contract(CONTRACT.read_text(encoding="utf-8"))
    with Tenant(program) as tenant:
        use_well(tenant, document)
        log = log_of(tenant)
        # What was used well has to stand without any allowance.
        strict = validate_exchanges.validate(document, log)
        use_badly(tenant, document)
        log = log_of(tenant)
    with Tenant(program, "--lacks", "listQueues", "--rate-limit", "5") as tenant:
        use_a_poor_tenant(tenant)
        log += log_of(tenant)

    pathlib.Path(log_file).write_text(json.dumps(log, indent=1), encoding="utf-8")
    for number, exchange, finding in strict:
        print(f"good exchange {number}, {exchange['method']} {exchange['path']}: {finding}")
    missing = validate_exchanges.operation_ids(document) - validate_exchanges.exercised_ids(document, log)
    for operation in sorted(missing):
        print(f"the operation {operation} was not exercised")
    judged = validate_exchanges.main(["--allow-refused", str(CONTRACT), log_file])
    return 1 if strict or missing or judged else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
