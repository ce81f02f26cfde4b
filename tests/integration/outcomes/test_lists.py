#!/usr/bin/python3
"""Lists that never end: given up with a clear error, in bounded memory and time.

    test_lists.py QUEUESMITHCTL [unittest's options]
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))

import programs  # noqa: E402

MOST_MEMORY = 400 * 1024 * 1024


class EndlessTenant(http.server.ThreadingHTTPServer):
    """Each page of each list has entries that no page before it had."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.items = 100
        self.padding = 0  # bytes of each entry's description
        self.delay = 0
        self.lists = 0
        self.changes = 0

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def page(self, path, number):
        first = number * self.items
        if path.endswith("/skills"):
            entries = ",".join(f'{{"id":"s-{i}","name":"Skill number {i}","agentCount":{i % 50}}}'
                               for i in range(first, first + self.items))
        else:
            entries = ",".join(
                f'{{"id":"q-{i}","name":"Queue number {i}","description":"{"x" * self.padding}",'
                f'"type":"standard","capacity":10,"priority":5,"skillGroups":["s-1","s-2"],'
                f'"overflow":{{"overflowType":"queue","overflowTarget":"q-1","overflowThreshold":80}},'
                f'"routingRules":[{{"type":"priority","value":5}},{{"type":"capacity","value":10}}]}}'
                for i in range(first, first + self.items))
        return ('{"entities":[' + entries + "]}").encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def log_message(self, *unused):
        pass

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path.endswith("/oauth/token"):
            self._answer(b'{"access_token":"token-of-the-list","token_type":"Bearer","expires_in":3600}')
        else:
            self.server.changes += 1
            self._answer(b'{"id":"q-0"}')

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        self.server.lists += 1
        time.sleep(self.server.delay)
        self._answer(self.server.page(url.path, int(urllib.parse.parse_qs(url.query)["page"][0])))

    def _answer(self, body):
        self.send_response_only(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


class Lists(unittest.TestCase):
    program_path = ""

    def setUp(self):
        self.home = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.tenant = self.enterContext(EndlessTenant())
        self.program = programs.Program(self.program_path, self.tenant.url, self.home / "audit.sqlite",
                                        "--timeout", "20", wfm=False)
        self.program.environment |= {"HOME": str(self.home)}

    def run_program(self, *words, options=()):
        """What it left, and the most memory that it held."""
        with open(self.home / "out", "w+") as out, open(self.home / "err", "w+") as err:
            process = subprocess.Popen([self.program_path, *self.program.options, *options, *words],
                                       env=self.program.environment, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            return programs.Ended(process.returncode, out.read(), err.read()), usage.ru_maxrss * 1024

    def assert_given_up(self, ended, memory, code, *said):
        self.assertEqual(ended.code, 1, ended)
        self.assertEqual(ended.json["error"]["code"], code)
        for part in said:
            self.assertIn(part, ended.json["error"]["message"])
        self.assertEqual(self.tenant.changes, 0)
        if b"__asan_init" not in pathlib.Path(self.program_path).read_bytes():
            self.assertLess(memory, MOST_MEMORY)

    def test_queues_without_end(self):
        self.tenant.items = 100 if programs.LONG else 2_000
        ended, memory = self.run_program("queues", "list")
        self.assert_given_up(ended, memory, "list_too_large", "list queues", "100000 entries")
        self.assertLessEqual(self.tenant.lists, 100_000 / self.tenant.items + 2)

    def test_large_pages_without_end(self):
        self.tenant.padding = 70_000
        jobs = [["provision", programs.write_definition(self.home, "New")], ["queues", "list"]]
        for words in jobs if programs.LONG else jobs[:1]:
            self.tenant.lists = 0
            ended, memory = self.run_program(*words)
            self.assert_given_up(ended, memory, "list_too_large", "list queues", "96 MiB")
            self.assertLess(self.tenant.lists, 20)

    @unittest.skipUnless(programs.LONG, "the queues' list keeps the same limit; both in ./test --long")
    def test_skills_without_end(self):
        self.tenant.items = 20_000
        ended, memory = self.run_program(
            "validate", programs.write_definition(self.home, "New", skillGroups=["s-1"]),
            options=["--timeout", "60"])
        self.assertEqual(ended.code, 1, ended)
        self.assertEqual(ended.json["error"]["code"], "list_too_large")

    def test_slow_pages_without_end(self):
        self.tenant.delay = 0.1
        begun = time.monotonic()
        ended, memory = self.run_program("queues", "list", options=["--deadline", "0.4"])
        self.assert_given_up(ended, memory, "list_too_slow", "list queues", "2 s")
        self.assertGreater(time.monotonic() - begun, 2)
        self.assertLess(self.tenant.lists, 25)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    Lists.program_path = sys.argv.pop(1)
    unittest.main()
