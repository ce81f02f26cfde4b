#!/usr/bin/python3
"""Kills the program (SIGKILL) at random instants while the demo tenant answers 30 % of all
requests badly, starts it again until each queue is there, and counts: no queue twice, none lost,
no intent without an outcome, each export once.

    random_kills.py QUEUESMITHCTL QUEUESMITH_SANDBOX [--kills N] [--seed N] [--workers N]

Without --kills, 12, or 200 in ./test --long. Several workers share one audit log, as two
administrators would. The seed decides faults and instants; the machine's timing stays its own.
"""

import argparse
import pathlib
import random
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))

import faults  # noqa: E402
import judge  # noqa: E402
import programs  # noqa: E402

MAX_STARTS = 60  # for one queue; more means that it doesn't come to an end


class Tally:
    """What the workers did, under one lock."""

    def __init__(self, wanted, slow):
        self._lock = threading.Lock()
        self.wanted = wanted
        self.kills = {}
        self.starts = 0
        self.names = []
        self.problems = []
        # How long uninterrupted runs took; the instant of a kill is drawn over one of them.
        self._durations = [slow, slow / 2, slow * 4]

    def kill_count(self):
        with self._lock:
            return sum(self.kills.values())

    def unfinished(self):
        with self._lock:
            return not self.problems and sum(self.kills.values()) < self.wanted

    def killed(self, word):
        with self._lock:
            self.kills[word] = self.kills.get(word, 0) + 1

    def started(self):
        with self._lock:
            self.starts += 1

    def ended(self, seconds):
        with self._lock:
            self._durations.append(seconds)

    def instant(self, source):
        with self._lock:
            return source.uniform(0, source.choice(self._durations[-40:]))

    def done(self, name):
        with self._lock:
            self.names.append(name)

    def problem(self, text):
        with self._lock:
            self.problems.append(text)


class Worker:
    """Provisions one queue after the other and is killed now and then."""

    def __init__(self, number, seed, folder, tenant, program, tally):
        self._number = number
        self._random = random.Random(f"{seed}/{number}")
        self._folder = folder
        self._tenant = tenant
        self._program = program
        self._tally = tally

    def work(self):
        queue = 0
        while self._tally.unfinished():
            queue += 1
            name = f"Killed {self._number}-{queue}"
            try:
                self._bring_about(name)
            except Exception as error:  # a thread's exception would be lost
                self._tally.problem(f"{name}: {error!r}")

    def _bring_about(self, name):
        definition = programs.write_definition(self._folder, name)
        for _ in range(MAX_STARTS):
            self._tenant.misbehave(faults.script(self._random))
            if self._random.random() < 0.2:
                self._run_or_kill("settle")
            ended = self._run_or_kill("provision", definition)
            if ended is not None and self._is_there(name, ended):
                self._tally.done(name)
                self._deliver()
                return
        raise AssertionError(f"not there after {MAX_STARTS} starts")

    def _deliver(self):
        """Its export may have been refused; the last delivery of all comes when the faults end."""
        for _ in range(3):
            ended = self._run_or_kill("wfm", "retry")
            if ended is not None and ended.code == 0:
                return

    def _run_or_kill(self, *words, chance=0.6):
        """Gives what the run left, or nothing when it was killed."""
        self._tally.started()
        begun = time.monotonic()
        process = self._program.start(*words)
        if self._tally.unfinished() and self._random.random() < chance:
            try:
                process.wait(self._tally.instant(self._random))
            except programs.subprocess.TimeoutExpired:
                process.kill()
            ended = self._program.wait(process)
            if ended.code == -9:
                self._tally.killed(words[0])
                return None
        else:
            ended = self._program.wait(process)
        self._tally.ended(time.monotonic() - begun)
        return ended

    def _is_there(self, name, ended):
        """Whether the run reported the queue. Anything but an honest "not yet" is a problem."""
        result = ended.json
        outcome, code = result["outcome"], result.get("error", {}).get("code")
        if outcome in ("created", "adopted"):
            if not self._tenant.queues(name):
                raise AssertionError(f"falsely reported as {outcome}: {ended}")
            if ended.code not in (0, 5):
                raise AssertionError(f"an exit code that doesn't fit: {ended}")
            return True
        if outcome == "rejected":
            # Killed between the last commit and the report, or settled by the other worker: the
            # name is taken by the very queue. The judge looks whether its success is on record.
            if not self._tenant.queues(name):
                raise AssertionError(f"rejected, though nothing has that name: {ended}")
            return True
        if outcome == "failed" and code != "in_progress" and self._tenant.queues(name):
            raise AssertionError(f"falsely reported as failed: {ended}")
        return False


def settle_all(tenant, program, problems):
    """What is left is settled and delivered by a tenant that has come to its senses."""
    tenant.misbehave([])
    settled = program.run("settle")
    if settled.json["open"] != 0:
        problems.append(f"open: {settled}")
    retried = program.run("wfm", "retry")
    if retried.code != 0:
        problems.append(f"export: not delivered in the end: {retried}")


def usual_seconds(program, folder):
    """A run without faults, and one queue more to be counted."""
    begun = time.monotonic()
    ended = program.run("provision", programs.write_definition(folder, "Untouched"))
    if ended.code != 0:
        raise RuntimeError(f"can't provision even without faults: {ended}")
    return time.monotonic() - begun


def prove_that_the_judge_judges(tenant, program):
    """A judge that finds nothing must be one that finds what there is."""
    if found := judge.judge(tenant, program, ["Untouched"]):
        raise AssertionError(f"wrong before anything was killed: {found}")
    for names, word in [(["Untouched", "Never made"], "lost"), ([], "export")]:
        found = judge.judge(tenant, program, names)
        if not any(problem.startswith(word) for problem in found):
            raise AssertionError(f"the judge overlooks what is {word}: {found}")
    state = tenant.state()
    state["queues"] += [queue for queue in state["queues"] if queue["name"] == "Untouched"]
    if not any(problem.startswith("duplicate") for problem in judge.of_queues(state, ["Untouched"])):
        raise AssertionError("the judge overlooks a duplicate")
    intents = [record for record in program.run("audit", "list").json["records"]
               if record["outcome"] != "success"]
    if not any(problem.startswith("open") for problem in judge.of_records(intents, {}, [])):
        raise AssertionError("the judge overlooks an open intent")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sandbox")
    parser.add_argument("--kills", type=int, default=200 if programs.LONG else 12)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.kills} kills, {options.workers} workers", flush=True)

    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, programs.Tenant(options.sandbox) as tenant:
        program = programs.Program(options.program, tenant.url, folder + "/audit.sqlite",
                                   "--timeout", "1", settle=str(faults.SETTLE_SECONDS))
        tally = Tally(options.kills, usual_seconds(program, folder))
        tally.done("Untouched")
        prove_that_the_judge_judges(tenant, program)
        workers = [Worker(n, options.seed, folder, tenant, program, tally)
                   for n in range(options.workers)]
        threads = [threading.Thread(target=worker.work) for worker in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        settle_all(tenant, program, tally.problems)
        problems = tally.problems + judge.judge(tenant, program, tally.names)
    report(tally, problems, time.monotonic() - begun)
    return 1 if problems else 0


def report(tally, problems, seconds):
    def count(word):
        return sum(problem.startswith(word) for problem in problems)

    kinds = ", ".join(f"{word} {count}" for word, count in sorted(tally.kills.items()))
    print(f"{tally.kill_count()} kills ({kinds}) in {tally.starts} starts for {len(tally.names)} queues, "
          f"{seconds:.0f} s: {count('duplicate')} duplicates, {count('lost')} lost, "
          f"{count('open')} open intents, {count('export')} wrong exports, {len(problems)} problems")
    for problem in problems:
        print(problem)


if __name__ == "__main__":
    sys.exit(main())
