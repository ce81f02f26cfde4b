"""The two programs as the tests from outside see them: a demo tenant, and a command line that is
started, watched and killed. Standard library only."""

import http.client
import json
import os
import pathlib
import subprocess
import time

LONG = "QUEUESMITH_LONG" in os.environ  # ./test --long

CLIENT = "demo"
SECRET = "demo-secret"
WFM_ENDPOINT = "https://wfm.example/in"
POLL_SECONDS = 0.005
# Where much fails on purpose the breaker may pause for 30, 60 and 120 s.
PATIENCE_SECONDS = 600


class Tenant:
    """A running demo tenant; ends with its `with` block."""

    def __init__(self, program, *options):
        self._process = subprocess.Popen([program, *options], stdout=subprocess.PIPE, text=True)
        line = self._process.stdout.readline()
        self.url = line.removeprefix("listening on ").strip()
        if not self.url.startswith("http://"):
            raise RuntimeError(f"the demo tenant didn't start: {line!r}")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self._process.terminate()
        self._process.stdout.close()
        code = self._process.wait(10)
        if code != 0:
            raise RuntimeError(f"the demo tenant didn't stop in an orderly way, but with {code}")

    @property
    def address(self):
        return self.url.removeprefix("http://")

    def ask(self, method, path, value=None):
        connection = http.client.HTTPConnection(self.address, timeout=60)
        connection.request(method, path, None if value is None else json.dumps(value))
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:500]!r}")
        return json.loads(text) if text else None

    def misbehave(self, rules):
        """Replaces the script of faults."""
        self.ask("POST", "/_sandbox/faults", rules)

    def state(self):
        return self.ask("GET", "/_sandbox/state")

    def queues(self, name):
        return [queue for queue in self.state()["queues"] if queue["name"] == name]

    def log(self):
        return self.ask("GET", "/_sandbox/log")

    def reset(self):
        self.ask("POST", "/_sandbox/reset")


class Ended:
    """What a run left: `code` is negative when a signal ended it."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self):
        try:
            return json.loads(self.out)
        except ValueError as error:
            raise AssertionError(f"no JSON, but {self.out!r}; exit code {self.code}; {self.err}") from error

    def __str__(self):
        return f"exit code {self.code}\n{self.out}\n{self.err}"


class Program:
    """`queuesmithctl` with the options that every call of a test shares."""

    def __init__(self, path, tenant_url, audit, *options, settle="0.3", wfm=True, secret=SECRET):
        self.path = path
        self.audit = pathlib.Path(audit)
        self.options = ["--base-url", tenant_url, "--client-id", CLIENT, "--licensed-agents", "5000",
                        "--audit", str(audit), "--settle", settle, "--json", *options]
        if wfm:
            self.options += ["--wfm-endpoint", WFM_ENDPOINT]
        self.environment = {**os.environ, "QUEUESMITH_CLIENT_SECRET": secret}

    def start(self, *words, before=(), **popen):
        """`before`: what the call is put behind, such as strace."""
        popen.setdefault("env", self.environment)
        popen.setdefault("stdout", subprocess.PIPE)
        popen.setdefault("stderr", subprocess.PIPE)
        return subprocess.Popen([*before, self.path, *self.options, *words], text=True, **popen)

    def run(self, *words, timeout=PATIENCE_SECONDS, **popen):
        return self.wait(self.start(*words, **popen), timeout)

    @staticmethod
    def wait(process, timeout=PATIENCE_SECONDS):
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        return Ended(process.returncode, out, err)


def write_definition(folder, name, **members):
    file = pathlib.Path(folder) / f"{name}.json"
    file.write_text(json.dumps({"name": name, "capacity": 5, **members}), encoding="utf-8")
    return str(file)


def wait_until(holds, what, timeout=100):
    """A bounded wait for something that another process does."""
    end = time.monotonic() + timeout
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout} s in vain: {what}")
        time.sleep(POLL_SECONDS)
