#!/usr/bin/python3
"""Kills the program (SIGKILL) at exact instants of one provisioning, starts it again and counts:

- while a request is at the tenant: it has taken effect and isn't answered, or takes effect later;
- at the Nth of the system calls that put something on disk or on the wire, and once more while
  the next start settles it (needs strace, and is left out without it).

    exact_kills.py QUEUESMITHCTL QUEUESMITH_SANDBOX [--every]

Without --every, which ./test --long means too, only some of the many writes are tried, evenly spread.
"""

import argparse
import collections
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))

import judge  # noqa: E402
import programs  # noqa: E402

NAME = "Exactly once"
SETTLE_SECONDS = "0.4"
LATE_MS = 100

QUEUES, EXPORTS = "/api/v2/queues", "/api/v2/eventstreams/exports"
WIRE_POINTS = {
    "token asked for": ("POST /api/v2/oauth/token", {"hang": True}),
    "name being checked": ("GET " + QUEUES, {"hang": True}),
    "creation lost": ("POST " + QUEUES, {"hang": True}),
    "created, unanswered": ("POST " + QUEUES, {"hang": True, "commit": True}),
    "created after the kill": ("POST " + QUEUES, {"hang": True, "commitAfterMs": LATE_MS}),
    "export lost": ("POST " + EXPORTS, {"hang": True}),
    "exported, unanswered": ("POST " + EXPORTS, {"hang": True, "commit": True}),
    "exported after the kill": ("POST " + EXPORTS, {"hang": True, "commitAfterMs": LATE_MS}),
    "being read back": ("GET " + QUEUES + "/*", {"hang": True}),
}

# Of each system call: how many of its instants the short form tries.
CALLS = {"fdatasync": 20, "rename": 3, "unlink": 3, "pwrite64": 4, "write": 4}


SETTLE_SYNCS = 7  # commits of a start that adopts a queue and delivers its export


class Bench:
    """One tenant; every point starts with a fresh audit log and without the queue."""

    def __init__(self, program, tenant, folder):
        self._path = program
        self._tenant = tenant
        self._folder = pathlib.Path(folder)
        self._definition = programs.write_definition(folder, NAME)
        self._count = 0
        self.problems = []

    def fresh(self):
        self._tenant.reset()
        self._tenant.misbehave([])
        self._count += 1
        return programs.Program(self._path, self._tenant.url,
                                self._folder / f"{self._count}.sqlite", settle=SETTLE_SECONDS)

    def _start(self, program, **how):
        return program.start("provision", self._definition, **how)

    def _traced(self, program, *options, words=None):
        """Runs to the end, or to the kill, under strace."""
        # The leak check of a sanitizer's build can't work beside another tracer.
        environment = {**program.environment, "ASAN_OPTIONS": "detect_leaks=0"}
        return program.wait(program.start(*(words or ["provision", self._definition]),
                                          before=["strace", "-f", "-qq", *options], env=environment))

    def conclude(self, point, program, told=False):
        """Starts again and counts. `told`: the killed run had said how it ended."""
        ended = program.run("provision", self._definition)
        there = ended.code == 0 and ended.json["outcome"] in ("created", "adopted")
        # A run that had said so was over; only its way out was cut short.
        finished = told and ended.code == 3 and any(p["code"] == "name_taken" for p in ended.json["problems"])
        found = [] if there or finished else [f"not brought to its end: {ended}"]
        found += judge.judge(self._tenant, program, [NAME])
        self.problems += [f"{point}: {problem}" for problem in found]

    def kill_at_wire(self, point, match, fault):
        program = self.fresh()
        self._kill_during(program, point, match, fault)
        self.conclude(point, program)

    def _kill_during(self, program, point, match, fault):
        self._tenant.misbehave([{"match": match, "do": fault}])
        process = self._start(program)
        programs.wait_until(lambda: any(entry["faulted"] for entry in self._tenant.log()),
                            f"“{point}” never came to the tenant")
        process.kill()
        if program.wait(process).code != -signal.SIGKILL:
            self.problems.append(f"{point}: it had ended before")

    def count_calls(self):
        """How often a thread makes each call, at most: strace counts for each thread."""
        program = self.fresh()
        trace = self._folder / "trace"
        ended = self._traced(program, "-o", str(trace), "-e", "trace=" + ",".join(CALLS))
        if ended.code != 0:
            raise RuntimeError(f"can't provision under strace: {ended}")
        counted = collections.Counter(re.findall(r"^(\d+) +(\w+)\(", trace.read_text("utf-8", "replace"), re.M))
        return {call: max((n for (_, name), n in counted.items() if name == call), default=0)
                for call in CALLS}

    def kill_at_call(self, call, number):
        """Whether it came to that call and was killed."""
        program = self.fresh()
        ended = self._traced(program, *killing(call, number))
        self.conclude(f"{call} {number}", program, told=bool(ended.out.strip()))
        return ended.code == -signal.SIGKILL

    def kill_settling_at_call(self, call, number):
        """The same for the start that settles what an unanswered creation left."""
        program = self.fresh()
        point = "created, unanswered"
        self._kill_during(program, point, *WIRE_POINTS[point])
        ended = self._traced(program, *killing(call, number), words=["settle"])
        self.conclude(f"settle, {call} {number}", program, told=bool(ended.out.strip()))
        return ended.code == -signal.SIGKILL


def killing(call, number):
    return ["-o", "/dev/null", "-e", "trace=" + call,
            "-e", f"inject={call}:signal=SIGKILL:when={number}"]


def spread(last, wanted):
    """`wanted` numbers from 1 to `last`, evenly, both ends among them."""
    if last <= wanted:
        return list(range(1, last + 1))
    return sorted({1 + round(i * (last - 1) / (wanted - 1)) for i in range(wanted)})


def kill_at_calls(bench, every):
    tried = hit = 0
    for call, last in bench.count_calls().items():
        for number in spread(last, last if every else CALLS[call]):
            tried += 1
            hit += bench.kill_at_call(call, number)
    for number in range(1, SETTLE_SYNCS + 1):
        tried += 1
        hit += bench.kill_settling_at_call("fdatasync", number)
    # How often threads wake each other varies, so the last numbers aren't reached each time.
    if hit < tried * 0.8 or hit == 0:
        bench.problems.append(f"only {hit} of {tried} system calls were hit")
    return tried, hit


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sandbox")
    parser.add_argument("--every", action="store_true", default=programs.LONG)
    options = parser.parse_args()

    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, programs.Tenant(options.sandbox) as tenant:
        bench = Bench(options.program, tenant, folder)
        for point, (match, fault) in WIRE_POINTS.items():
            bench.kill_at_wire(point, match, fault)
        print(f"killed at {len(WIRE_POINTS)} instants of the exchange", flush=True)
        if shutil.which("strace"):
            tried, hit = kill_at_calls(bench, options.every)
            print(f"killed at {hit} of {tried} system calls")
        else:
            print("system calls left out: strace is not installed")
    print(f"{len(bench.problems)} problems, {time.monotonic() - begun:.0f} s")
    for problem in bench.problems:
        print(problem)
    return 1 if bench.problems else 0


if __name__ == "__main__":
    sys.exit(main())
