#!/usr/bin/python3
"""Runs the whole main job at the highest log level with canary secrets, then searches every file
that it left, everything it printed, and what others can see of the running process.

    test_secrets.py QUEUESMITHCTL QUEUESMITH_SANDBOX [unittest's options]
"""

import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))

import canaries as birds  # noqa: E402
import programs  # noqa: E402
import secretproxy  # noqa: E402

QUEUES, EXPORTS = "/api/v2/queues", "/api/v2/eventstreams/exports"
NOBODY = 65534


class Search(unittest.TestCase):
    def test_finds_each_canary_in_each_form(self):
        canaries = birds.Canaries()
        for kind in canaries.KINDS:
            for number, example in enumerate(birds.examples(canaries[kind])):
                with self.subTest(kind=kind, example=number):
                    self.assertIn(kind, [hit for hit, _ in canaries.found_in(b"{" + example + b"}")])
        self.assertEqual(canaries.found_in(b"nothing " * 1000), [])

    def test_finds_it_in_hidden_files_and_names(self):
        canaries = birds.Canaries()
        with tempfile.TemporaryDirectory() as folder:
            hidden = pathlib.Path(folder) / ".config" / "deep"
            hidden.mkdir(parents=True)
            self.assertEqual(canaries.found_in_files(folder), [])
            (hidden / ".log").write_text("x" * 100_000 + canaries["wfmquery"])
            self.assertEqual(canaries.found_in_files(folder),
                             [(str(hidden / ".log"), "wfmquery", "plain")])


class Job(unittest.TestCase):
    """A home of its own, and a tenant that knows the canaries."""

    program_path = sandbox_path = ""

    def setUp(self):
        self.canaries = birds.Canaries()
        self.home = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.tenant = self.enterContext(programs.Tenant(self.sandbox_path))
        self.proxy = self.enterContext(
            secretproxy.SecretProxy(self.tenant, self.canaries, programs.SECRET))
        self.printed = b""
        self.program = self._program()

    def _program(self):
        program = programs.Program(
            self.program_path, self.proxy.url, self.home / "audit.sqlite", "--timeout", "1",
            "--log-http", str(self.home / "http.log"), "--log", "all", *self._wfm(), wfm=False,
            secret=self.canaries["clientsecret"])
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower())
                   for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        program.environment |= {"HOME": str(self.home), "TMPDIR": str(self.home), **folders,
                                "QT_LOGGING_RULES": "*=true", "QT_LOGGING_TO_CONSOLE": "1"}
        return program

    def _wfm(self):
        return ["--wfm-endpoint", "https://wfm.example/in?key=" + self.canaries["wfmquery"],
                "--wfm-header", "X-Key: " + self.canaries["wfmheader"]]

    def run_program(self, *words, code=0, secret=None, **popen):
        if secret is not None:
            popen["env"] = {**self.program.environment, "QUEUESMITH_CLIENT_SECRET": secret}
        return self.finish(self.program.start(*words, cwd=self.home, **popen), code, words)

    def finish(self, process, code=None, words=()):
        ended = self.program.wait(process)
        self.printed += ended.out.encode() + ended.err.encode()
        if code is not None:
            self.assertEqual(ended.code, code, f"{words}: {ended}")
        return ended

    def definition(self, name):
        return programs.write_definition(self.home, name)

    def held(self, *words, match, fault=None):
        """A run while the tenant doesn't answer `match`."""
        self.tenant.misbehave([{"match": match, "do": fault or {"hang": True}}])
        earlier = len(self.tenant.log())
        process = self.program.start(*words, cwd=self.home)
        programs.wait_until(
            lambda: any(entry["faulted"] for entry in self.tenant.log()[earlier:]), match)
        return process

    def assert_no_canary(self):
        self.assertEqual(self.canaries.found_in_files(self.home), [])
        self.assertEqual(self.canaries.found_in(self.printed), [])


class MainJob(Job):
    def test_nothing_is_left_anywhere(self):
        self._provision()
        self._fail_to_sign_in()
        self._be_killed_and_settle()
        self._read_and_export()
        self.assert_no_canary()
        # What was searched is what there is to search, written while the secrets were in use.
        self.assertGreater(self.proxy.tokens_used, 10)
        names = {path.name for path in self.home.rglob("*")}
        self.assertLessEqual({"audit.sqlite", "http.log", "audit.csv", "audit.csv.manifest.json",
                              "queues.json"}, names)
        self.assertGreater(len((self.home / "http.log").read_text().splitlines()), 20)
        self.assertIn(b"qt.", self.printed, "the highest log level isn't on")
        for category in ("audit", "auth", "http", "journal", "provision", "settle", "tenant", "wfm"):
            self.assertIn(f" queuesmith.{category} ".encode(), self.printed)
        exports = self.tenant.state()["exports"]
        self.assertEqual({export["destination"]["headers"]["X-Key"] for export in exports},
                         {self.canaries["wfmheader"]})

    def _provision(self):
        self.run_program("check")
        self.tenant.misbehave([
            {"match": "POST " + QUEUES, "do": {"status": 401}},
            {"match": "POST " + QUEUES, "do": {"status": 500, "commit": True}},
            {"match": "POST " + EXPORTS, "do": {"status": 422}}])
        self.run_program("provision", self.definition("First"), code=5)
        self.run_program("wfm", "list")
        self.run_program("wfm", "retry")

    def _fail_to_sign_in(self):
        self.run_program("provision", self.definition("Second"), code=4,
                         secret=self.canaries["wrongsecret"])
        self.tenant.misbehave([{"match": "POST /api/v2/oauth/token", "times": 2, "do": {"status": 503}}])
        self.run_program("provision", self.definition("Second"))

    def _be_killed_and_settle(self):
        for match, fault in [("POST " + QUEUES, {"hang": True, "commit": True}),
                             ("POST " + EXPORTS, {"hang": True, "commit": True})]:
            process = self.held("provision", self.definition("Third" + match[-6:].replace("/", " ")),
                                match=match, fault=fault)
            process.kill()
            self.finish(process, -signal.SIGKILL)
            # The journal, its write-ahead log and the lock are as the killed run left them.
            self.assertTrue((self.home / "audit.sqlite-wal").exists())
            self.assert_no_canary()
            self.run_program("settle")

    def _read_and_export(self):
        self.run_program("queues", "list")
        self.run_program("queues", "export", str(self.home / "queues.json"))
        self.run_program("audit", "list")
        self.run_program("audit", "export", str(self.home / "audit.csv"))
        self.run_program("audit", "verify")

    def test_a_tenant_that_repeats_secrets(self):
        for path, code in [("/api/v2/oauth", 1), (QUEUES, 1), (EXPORTS, 5)]:
            self.proxy.gossip = path
            self.run_program("provision", self.definition("Gossip"), code=code)
        self.assertIn("The tenant says: “\\\"***\\\"".encode(), self.printed)
        self.assertIn(b"***", (self.home / "http.log").read_bytes())
        self.assert_no_canary()

    def test_usage_errors_dont_repeat_them(self):
        for options in (["--wfm-header", "no name here " + self.canaries["wfmheader"]],
                        ["--wfm-endpoint", "http://far.example/?key=" + self.canaries["wfmquery"]],
                        ["--wfm-endpoint", "https://me:" + self.canaries["wfmquery"] + "@far.example/"]):
            self.run_program(*options, "check", code=2)
        self.assert_no_canary()

    def test_a_secret_file(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            file = pathlib.Path(elsewhere) / "secret"
            file.write_text(self.canaries["clientsecret"] + "\n")
            file.chmod(0o600)
            self.run_program("--client-secret-file", str(file), "provision", self.definition("Filed"),
                             secret="")
        self.assert_no_canary()


class Keychain(Job):
    def test_a_saved_connection(self):
        for tool in ("dbus-run-session", "gnome-keyring-daemon"):
            if shutil.which(tool) is None:
                self.skipTest(tool + " is not installed")
        script = self.home / "session.sh"
        script.write_text('printf keyring-password | gnome-keyring-daemon --unlock --components=secrets\n'
                          'p=$1; shift\n"$p" "$@" connections save Site || exit 1\n'
                          'unset QUEUESMITH_CLIENT_SECRET\n'
                          '"$p" --json --audit audit.sqlite --connection Site --log-http http.log check\n')
        # The keyring's daemon cleans up in its own time; what is searched mustn't vanish meanwhile.
        runtime = self.enterContext(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        ended = subprocess.run(
            ["dbus-run-session", "--", "sh", str(script), self.program_path, *self.program.options],
            cwd=self.home, env=self.program.environment | {"XDG_RUNTIME_DIR": runtime},
            capture_output=True, text=True, timeout=60)
        self.assertEqual(list(self.home.glob("cache/keyring-*")), [])
        self.printed += ended.stdout.encode() + ended.stderr.encode()
        self.assertEqual(ended.returncode, 0, ended.stdout + ended.stderr)
        self.assertIn('"ok":true', ended.stdout, "the secret wasn't read back from the keychain")
        self.assertTrue(list(self.home.rglob("connections.ini")))
        self.assert_no_canary()

    def test_without_a_keychain_it_is_kept_nowhere(self):
        self.program.environment |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
        self.run_program("connections", "save", "Site")
        self.assertTrue(list(self.home.rglob("connections.ini")))
        self.assert_no_canary()


class RunningProcess(Job):
    def test_arguments_and_environment(self):
        process = self.held("provision", self.definition("Watched"), match="POST " + QUEUES)
        seen = {name: pathlib.Path(f"/proc/{process.pid}/{name}").read_bytes()
                for name in ("cmdline", "environ")}
        process.terminate()
        self.finish(process)
        self.assertIn(b"--wfm-header", seen["cmdline"])
        self.assertIn(b"QT_LOGGING_RULES", seen["environ"])
        self.assertEqual(self.canaries.found_in(seen["cmdline"] + seen["environ"]), [])

    def test_others_are_kept_out_of_its_memory(self):
        """The kernel gives the files of a process that may not be dumped to root, whoever runs it."""
        as_whom = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
        me = NOBODY if as_whom else os.geteuid()
        if as_whom:
            os.chown(self.home, NOBODY, NOBODY)
            self.program.path = shutil.copy2(self.program_path, self.home)  # nobody may not see ours
        with subprocess.Popen(["sleep", "60"], **as_whom) as ordinary:
            programs.wait_until(lambda: owner_of_memory(ordinary.pid) == me, "the contrast")
            ordinary.kill()
        self.definition("Watched")
        self.tenant.misbehave([{"match": "POST " + QUEUES, "do": {"hang": True}}])
        process = self.program.start("provision", self.definition("Watched"), cwd=self.home, **as_whom)
        programs.wait_until(lambda: any(entry["faulted"] for entry in self.tenant.log()), "the creation")
        owner, limits = owner_of_memory(process.pid), core_limits(process.pid)
        process.kill()
        self.finish(process, -signal.SIGKILL)
        self.assertEqual(owner, 0)
        self.assertEqual(limits, ["0", "0"])

    def test_an_abort_leaves_no_core_file(self):
        """Though whoever starts it allows core files of any size."""
        ordinary = self.abort(subprocess.Popen(["sleep", "60"], cwd=self.home, preexec_fn=allow_cores))
        process = self.held_with_cores()
        self.assertFalse(self.abort(process), "a core was dumped")
        process.communicate()
        if not ordinary:
            self.skipTest("this system dumps no cores anyway")
        self.assertEqual([path for path in self.home.iterdir()
                          if path.name.startswith("core") and str(process.pid) in path.name], [])

    def held_with_cores(self):
        self.tenant.misbehave([{"match": "POST " + QUEUES, "do": {"hang": True}}])
        process = self.program.start("provision", self.definition("Aborted"), cwd=self.home,
                                     preexec_fn=allow_cores)
        programs.wait_until(lambda: any(entry["faulted"] for entry in self.tenant.log()), "the creation")
        return process

    @staticmethod
    def abort(process):
        """Whether the kernel says that it dumped a core."""
        process.send_signal(signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -os.WTERMSIG(status)
        return os.WCOREDUMP(status)


def owner_of_memory(pid):
    return os.stat(f"/proc/{pid}/mem").st_uid


def core_limits(pid):
    for line in pathlib.Path(f"/proc/{pid}/limits").read_text().splitlines():
        if line.startswith("Max core file size"):
            return line.split()[4:6]
    return []


def allow_cores():
    hard = resource.RLIM_INFINITY if os.geteuid() == 0 else resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    Job.program_path, Job.sandbox_path = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
