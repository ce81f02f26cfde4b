#!/usr/bin/python3
"""What a full, read-only or broken disk does to a provisioning: nothing is sent without a record of
it, and what the tenant has answered is told and settled later.

    test_storage.py QUEUESMITHCTL QUEUESMITH_SANDBOX [unittest's options]
"""

import fcntl
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "support"))

import disk  # noqa: E402
import programs  # noqa: E402

NAME = "Kept on record"
QUEUES = "/api/v2/queues"
FORMAT1 = HERE.parents[1] / "records" / "format1.sql"


class Storage(unittest.TestCase):
    program_path = sandbox_path = ""

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.tenant = self.enterContext(programs.Tenant(self.sandbox_path))
        self.definition = programs.write_definition(self.folder, NAME)

    def disk(self, **options):
        if not disk.may_mount():
            self.skipTest("mounting isn't allowed here")
        made = disk.Disk(self.folder / "disk", **options)
        self.addCleanup(made.unmount)
        return made

    def program(self, audit, *options):
        return programs.Program(self.program_path, self.tenant.url, audit, *options)

    def with_a_log(self, audit):
        """A log with a provisioning in it."""
        program = self.program(audit)
        first = programs.write_definition(self.folder, "Earlier")
        self.assert_exit(0, program.run("provision", first))
        return program

    def requests(self):
        return [f"{entry['method']} {entry['path']}" for entry in self.tenant.log()]

    def assert_exit(self, code, ended):
        self.assertEqual(ended.code, code, str(ended))

    def assert_refused(self, program, *words, says=""):
        """Exit code 6 with a sentence, and the tenant has heard nothing, not even for a token."""
        before = self.requests()
        kept = contents(program.audit)
        ended = program.run(*(words or ["provision", self.definition]))
        self.assert_exit(6, ended)
        self.assertEqual(self.requests(), before)
        self.assert_unchanged(program.audit, kept)
        message = ended.json["error"]["message"]
        self.assertIn("Nothing was sent", message)
        self.assertIn(says, message)
        self.assertRegex(message, r"^[A-Z“].*\.$")
        return ended

    def assert_unchanged(self, audit, kept):
        # A message that shows both whole files helps nobody.
        self.assertTrue(contents(audit) == kept, f"{audit} was changed")

    def assert_settled_once(self, program):
        ended = program.run("provision", self.definition)
        self.assert_exit(0, ended)
        self.assertEqual(ended.json["outcome"], "adopted", str(ended))
        queues = self.tenant.queues(NAME)
        self.assertEqual(len(queues), 1)
        exports = [export for export in self.tenant.state()["exports"]
                   if export["filter"]["value"] == queues[0]["id"]]
        self.assertEqual(len(exports), 1)
        verified = program.run("audit", "verify")
        self.assert_exit(0, verified)
        self.assertEqual(verified.json["openIntents"], 0)


def contents(file):
    """The bytes of a log; when it is no file, whether there is anything."""
    file = pathlib.Path(file)
    return file.read_bytes() if file.is_file() else file.exists()


class FullDisk(Storage):
    def test_no_room_for_a_new_log(self):
        full = self.disk()
        full.fill()
        program = self.program(full.place / "audit.sqlite")
        self.assert_refused(program)
        self.assertFalse(program.audit.exists())
        full.free()
        self.assert_exit(0, program.run("provision", self.definition))

    def test_no_room_for_the_intent(self):
        full = self.disk()
        program = self.with_a_log(full.place / "audit.sqlite")
        full.fill()
        self.assert_refused(program, says="The disk is full")
        full.free()
        self.assert_exit(0, program.run("provision", self.definition))

    def test_room_for_only_some_steps(self):
        """Too little for a run is refused at once; what is let through is enough."""
        full = self.disk()
        program = self.with_a_log(full.place / "audit.sqlite")
        for kilobytes in (4, 64, 300):
            with self.subTest(kilobytes):
                full.fill(leaving=kilobytes * 1024)
                self.assert_refused(program, says="The disk is full")
                full.free()
        full.fill(leaving=640 * 1024)
        self.assert_exit(0, program.run("provision", self.definition))

    def test_settle_with_no_room(self):
        full = self.disk()
        program = self.with_a_log(full.place / "audit.sqlite")
        full.fill()
        self.assert_refused(program, "settle", says="The disk is full")

    def test_full_after_the_tenant_had_answered(self):
        held = ["POST " + QUEUES, "POST /api/v2/eventstreams/exports", "GET " + QUEUES + "/*"]
        for number, match in enumerate(held):
            with self.subTest(match):
                self.tenant.reset()
                self._full_while_held(match, disk.Disk(self.folder / f"disk{number}")
                                      if disk.may_mount() else self.skipTest("may not mount here"))

    def _full_while_held(self, match, full):
        self.addCleanup(full.unmount)
        program = self.with_a_log(full.place / "audit.sqlite")
        earlier = len(self.tenant.log())
        self.tenant.misbehave([{"match": match, "do": {"delayMs": 1500}}])
        process = program.start("provision", self.definition)
        programs.wait_until(
            lambda: any(entry["faulted"] for entry in self.tenant.log()[earlier:]), match)
        full.fill()
        ended = program.wait(process)
        self.assert_exit(6, ended)
        self.assertEqual(ended.json["outcome"], "created", str(ended))
        self.assertEqual(ended.json["queueId"], self.tenant.queues(NAME)[0]["id"])
        self.assertEqual(ended.json["error"]["code"], "audit_pending")
        self.assertIn("The disk is full", ended.json["error"]["message"])
        # Still full: nothing more may happen at the tenant.
        self.assert_refused(program)
        full.free()
        self.assert_settled_once(program)

    def test_a_limit_on_the_size_of_files(self):
        program = self.with_a_log(self.folder / "audit.sqlite")
        size = program.audit.stat().st_size
        before = len(self.requests())

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))

        ended = program.run("provision", self.definition, preexec_fn=limit)
        self.assert_exit(6, ended)
        self.assertNotIn("POST " + QUEUES, self.requests()[before:])
        self.assert_exit(0, program.run("provision", self.definition))


class ReadOnly(Storage):
    def test_nothing_is_sent(self):
        medium = self.disk()
        program = self.with_a_log(medium.place / "audit.sqlite")
        medium.make_read_only()
        self.assert_refused(program)
        self.assert_refused(self.program(medium.place / "other.sqlite"))
        self.assert_refused(self.program(medium.place / "folder" / "other.sqlite"))

    def test_reading_works(self):
        medium = self.disk()
        program = self.with_a_log(medium.place / "audit.sqlite")
        medium.make_read_only()
        self.assert_readable(program)

    def test_reading_works_with_what_a_killed_run_left(self):
        medium = self.disk()
        program = self.with_a_log(medium.place / "audit.sqlite")
        self.tenant.misbehave([{"match": "POST " + QUEUES, "do": {"hang": True}}])
        earlier = len(self.tenant.log())
        process = program.start("provision", self.definition)
        programs.wait_until(
            lambda: any(entry["faulted"] for entry in self.tenant.log()[earlier:]), "the creation")
        process.kill()
        program.wait(process)
        medium.make_read_only()
        verified = self.assert_readable(program)
        self.assertEqual(verified.json["openIntents"], 1, str(verified))

    def assert_readable(self, program):
        kept = contents(program.audit)
        listed = program.run("audit", "list")
        self.assert_exit(0, listed)
        self.assertIn("Earlier", {record["queue_name"] for record in listed.json["records"]})
        verified = program.run("audit", "verify")
        self.assert_exit(0, verified)
        self.assertTrue(verified.json["ok"])
        self.assertEqual(verified.json["records"], len(listed.json["records"]))
        csv = self.folder / "audit.csv"
        self.assert_exit(0, program.run("audit", "export", str(csv)))
        self.assertIn("Earlier", csv.read_text(encoding="utf-8-sig"))
        self.assert_unchanged(program.audit, kept)
        return verified


class Broken(Storage):
    def broken(self, harm):
        program = self.with_a_log(self.folder / "audit.sqlite")
        content = bytearray(program.audit.read_bytes())
        harm(content)
        program.audit.write_bytes(content)
        return program

    def test_header(self):
        def harm(content):
            content[:100] = os.urandom(100)
        self.assert_refused(self.broken(harm), says="audit log")

    def test_application_id(self):
        def harm(content):
            content[68:72] = bytes(4)
        self.assert_refused(self.broken(harm), says="not an audit log")

    def test_newer_format(self):
        def harm(content):
            content[60:64] = (99).to_bytes(4, "big")
        self.assert_refused(self.broken(harm), says="newer")

    def test_cut_in_the_middle(self):
        def harm(content):
            del content[len(content) // 2:]
        self.assert_refused(self.broken(harm), says="damaged")

    def test_text(self):
        def harm(content):
            content[:] = b"Shopping list: bread, milk\n" * 200
        self.assert_refused(self.broken(harm), says="not an audit log")

    def test_any_page(self):
        """Each page of the file in its turn: found before anything that changes the tenant is sent,
        or else the log is whole enough to take the outcome."""
        whole = self.with_a_log(self.folder / "audit.sqlite").audit.read_bytes()
        pages = len(whole) // 4096
        found = []
        for page in range(pages):
            with self.subTest(page=page + 1):
                self.tenant.reset()
                shutil.rmtree(self.folder / "pages", ignore_errors=True)
                (self.folder / "pages").mkdir()
                audit = self.folder / "pages" / "audit.sqlite"
                start = page * 4096
                audit.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096:])
                found.append(self._is_found(audit))
        self.assertTrue(all(found), f"damage that wasn't found in pages "
                                    f"{[n + 1 for n, yes in enumerate(found) if not yes]}")

    def _is_found(self, audit):
        kept = contents(audit)
        ended = self.program(audit).run("provision", self.definition)
        if ended.code != 6:
            return False
        self.assertEqual(self.tenant.queues(NAME), [])
        self.assertEqual(self.requests(), [])
        self.assert_unchanged(audit, kept)
        return True

    def test_foreign_database(self):
        file = self.folder / "contacts.sqlite"
        other = sqlite3.connect(file)
        other.execute("CREATE TABLE contact(name TEXT)")
        other.commit()
        other.close()
        self.assert_refused(self.program(file), says="not an audit log")

    def test_a_folder_in_its_place(self):
        file = self.folder / "audit.sqlite"
        file.mkdir()
        self.assert_refused(self.program(file), says="not a file")

    def test_a_file_in_the_folders_place(self):
        (self.folder / "logs").write_text("no folder")
        self.assert_refused(self.program(self.folder / "logs" / "audit.sqlite"))


class OldFormat(Storage):
    def test_beside_a_running_older_version(self):
        audit = self.folder / "audit.sqlite"
        log = sqlite3.connect(audit, isolation_level=None)
        log.executescript(FORMAT1.read_text("utf-8"))
        log.execute("INSERT INTO audit_log VALUES(1, 'log', '2026-11-22T14:03:07.120Z')")
        log.close()
        runs = pathlib.Path(f"{audit}.runs")
        runs.mkdir()
        with open(runs / "older.lock", "w") as older:
            fcntl.flock(older, fcntl.LOCK_EX)
            self.assert_refused(self.program(audit), says="older version")
        program = self.program(audit)
        self.assert_exit(0, program.run("provision", self.definition))
        self.assert_exit(0, program.run("audit", "verify"))


class Locked(Storage):
    def test_longer_than_anyone_waits(self):
        program = self.with_a_log(self.folder / "audit.sqlite")
        # A process of its own: locks of this one would go as soon as it reads the file elsewhere.
        holder = subprocess.Popen([sys.executable, "-c", HOLD_THE_LOCK, str(program.audit)],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.assertEqual(holder.stdout.readline(), "locked\n")
        self.assert_refused(program, says="locked")
        holder.communicate("enough\n")
        self.assert_exit(0, program.run("provision", self.definition))


class Lost(Storage):
    """The log is moved or removed, or what belongs to it."""

    def provision_while(self, harm, *, faults, program):
        """A creation during which `harm` is done, once its request has been misbehaved to."""
        earlier = len(self.tenant.log())
        self.tenant.misbehave([{"match": "POST " + QUEUES, "do": faults}])
        process = program.start("provision", self.definition)
        programs.wait_until(
            lambda: any(entry["faulted"] for entry in self.tenant.log()[earlier:]), "the creation")
        harm()
        return process

    def kept(self, word):
        """What was kept of the log, without its parts; there must be one."""
        names = {file.name.removesuffix("-wal").removesuffix("-shm")
                 for file in self.folder.glob(f"audit.sqlite.{word}-*")}
        self.assertEqual(len(names), 1, str(sorted(self.folder.iterdir())))
        return self.folder / names.pop()

    def remove(self, *suffixes):
        for suffix in suffixes:
            os.unlink(f"{self.folder / 'audit.sqlite'}{suffix}")

    def test_during_a_run(self):
        audit = self.folder / "audit.sqlite"
        ways = {"removed": lambda: self.remove(""),
                "removed with its parts": lambda: self.remove("", "-wal", "-shm"),
                "moved": lambda: audit.rename(self.folder / "moved.sqlite")}
        for name, harm in ways.items():
            with self.subTest(name):
                self.tenant.reset()
                for file in self.folder.glob("audit.sqlite*"):
                    shutil.rmtree(file) if file.is_dir() else file.unlink()
                self._during_a_run(harm, self.program(audit))

    def _during_a_run(self, harm, program):
        process = self.provision_while(harm, faults={"delayMs": 1500}, program=program)
        ended = program.wait(process)
        self.assert_exit(6, ended)
        self.assertEqual(ended.json["outcome"], "created", str(ended))
        self.assertEqual(ended.json["error"]["code"], "audit_pending")
        rescued = self.kept("rescued")
        self.assertIn(str(rescued), ended.json["error"]["message"])
        self.assertEqual(rescued.stat().st_mode & 0o777, 0o600)
        verified = self.program(rescued).run("audit", "verify")
        self.assert_exit(0, verified)
        self.assertEqual(verified.json["openIntents"], 1)
        # As the message says.
        rescued.rename(program.audit)
        self.assert_settled_once(program)

    def test_after_a_kill(self):
        program = self.with_a_log(self.folder / "audit.sqlite")
        process = self.provision_while(lambda: None, faults={"hang": True}, program=program)
        process.kill()
        program.wait(process)
        archive = self.folder / "archive.sqlite"
        program.audit.rename(archive)
        other = programs.write_definition(self.folder, "Another")
        ended = program.run("provision", other)
        self.assert_exit(0, ended)
        aside = self.kept("aside")
        self.assertIn(str(aside), ended.err)
        for run in (1, 2):
            verified = program.run("audit", "verify")
            self.assert_exit(0, verified)
            self.assertTrue(verified.json["ok"], f"{run}: {verified}")
        # As the message says: log and last records belong together under the new name.
        archive.rename(aside)
        verified = self.program(aside).run("audit", "verify")
        self.assert_exit(0, verified)
        self.assertEqual(verified.json["openIntents"], 1)

    def test_lock_removed_during_a_run(self):
        program = self.with_a_log(self.folder / "audit.sqlite")
        program.options[program.options.index("--settle") + 1] = "4"
        runs = self.folder / "audit.sqlite.runs"
        process = self.provision_while(
            lambda: shutil.rmtree(runs), faults={"status": 500}, program=program)
        second = self.program(program.audit).run("provision", self.definition)
        self.assert_exit(6, second)
        self.assertIn(f"Process {process.pid} ", second.json["error"]["message"])
        first = program.wait(process)
        self.assert_exit(6, first)
        self.assertEqual(first.json["outcome"], "unknown", str(first))
        self.assertEqual(self.tenant.queues(NAME), [])
        self.assert_exit(0, program.run("provision", self.definition))
        self.assertEqual(len(self.tenant.queues(NAME)), 1)

    def test_a_second_name(self):
        program = self.with_a_log(self.folder / "audit.sqlite")
        other = self.program(self.folder / "other.sqlite")
        process = self.provision_while(lambda: os.link(program.audit, other.audit),
                                       faults={"delayMs": 1500}, program=program)
        refused = other.run("provision", self.definition)
        self.assert_exit(6, refused)
        self.assertIn("--audit", refused.json["error"]["message"])
        self.assert_exit(0, program.wait(process))
        self.assertEqual(len(self.tenant.queues(NAME)), 1)


class Modes(Storage):
    def test_whatever_the_umask(self):
        home = self.folder / "home"
        program = self.program(home / "data" / "logs" / "audit.sqlite",
                               "--log-http", str(self.folder / "http.log"))
        program.environment |= {"XDG_CONFIG_HOME": str(home / "config"), "HOME": str(home)}
        csv = self.folder / "audit.csv"
        definitions = self.folder / "queues.json"
        for words in (["provision", self.definition], ["audit", "export", str(csv)],
                      ["queues", "export", str(definitions)], ["connections", "save", "Mine"]):
            self.assert_exit(0, program.run(*words, umask=0))
        for exported in (csv, definitions):
            self.assertEqual(exported.stat().st_mode & 0o777, 0o644, exported)
        private = [*home.rglob("*"), self.folder / "http.log", self.folder / "audit.csv.manifest.json"]
        self.assertIn("connections.ini", {file.name for file in private})
        for file in private:
            mode = 0o700 if file.is_dir() else 0o600
            self.assertEqual(file.stat().st_mode & 0o777, mode, file)


HOLD_THE_LOCK = """
import sqlite3, sys
log = sqlite3.connect(sys.argv[1], isolation_level=None)
log.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
log.execute("ROLLBACK")
"""


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    disk.enter_namespace()
    Storage.program_path, Storage.sandbox_path = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
