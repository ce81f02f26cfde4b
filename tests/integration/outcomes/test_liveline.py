#!/usr/bin/python3
"""The line that shows on a terminal what goes on, and what is left of it there in the end.

    test_liveline.py QUEUESMITHCTL QUEUESMITH_SANDBOX [unittest's options]
"""

import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "support"))

import programs  # noqa: E402

REFUSED = [{"match": "POST /api/v2/queues", "times": 1, "do": {"status": 429, "headers": {"Retry-After": "1"}}}]
LOST = [{"match": "POST /api/v2/queues", "times": 1, "do": {"close": "after"}}]


def screen(text):
    """The lines that a terminal shows in the end, and all that was shown in place of another meanwhile."""
    lines, gone = [""], []
    for piece in text.replace("\r\n", "\n").replace("\x1b[K", "\x1b").replace("\x1b[2K", "\x1b"):
        if piece == "\n":
            lines.append("")
        elif piece in "\r\x1b":
            if lines[-1]:
                gone.append(lines[-1])
            lines[-1] = ""
        else:
            lines[-1] += piece
    return [line for line in lines if line], gone


class OnATerminal(unittest.TestCase):
    program_path = sandbox_path = ""

    def setUp(self):
        self.home = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.tenant = self.enterContext(programs.Tenant(self.sandbox_path))
        self.program = programs.Program(self.program_path, self.tenant.url, self.home / "audit.sqlite")

    def provision(self, name, faults):
        """What the terminal got on standard error."""
        self.tenant.misbehave(faults)
        ours, theirs = pty.openpty()
        process = self.program.start("provision", programs.write_definition(self.home, name), stderr=theirs)
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            pass  # the other side is closed
        os.close(ours)
        process.communicate()
        self.assertEqual(process.returncode, 0, shown)
        return shown.decode()

    def test_each_step_takes_the_place_of_the_last(self):
        lines, gone = screen(self.provision("Gold", REFUSED))
        for step in ("Validating “Gold”", "Creating “Gold”", "Verifying “Gold”"):
            self.assertTrue(any(line.startswith(step) for line in gone), (step, gone))
        self.assertTrue(any("the tenant asks to wait (429), attempt 2 of 5 in 1 s" in line for line in gone), gone)
        self.assertTrue(any("Creating “Gold”: attempt 2 of 5" in line for line in gone), gone)
        self.assertEqual(lines.count("◷ Waited 1 s: the tenant asks to wait (429)"), 1, lines)
        self.assertFalse(any("Verifying" in line for line in lines), lines)

    def test_a_lost_answer_stays_to_be_read(self):
        lines, gone = screen(self.provision("Silver", LOST))
        self.assertIn("◆ No clear answer: looking whether the tenant did it all the same", lines)
        self.assertTrue(any(line.startswith("Reading back") for line in gone), gone)

    def test_a_pause_of_the_last_looks_is_shown(self):
        busy = {"status": 429, "headers": {"Retry-After": "1"}}
        for name, faults, step in (
                ("Iron", [{"match": "GET /api/v2/queues/*", "do": busy}], "Verifying “Iron”: "),
                ("Tin", LOST + [{"match": "GET /api/v2/queues", "do": {}},
                                {"match": "GET /api/v2/queues", "do": busy}], "Reading back whether it is there: “Tin”: ")):
            _, gone = screen(self.provision(name, faults))
            self.assertTrue(any(line.startswith(step + "the tenant asks to wait (429)") for line in gone), gone)

    def test_elsewhere_each_step_has_a_line(self):
        ended = self.program.run("provision", programs.write_definition(self.home, "Iron"))
        self.assertNotIn("\r", ended.err)
        self.assertNotIn("\x1b", ended.err)
        self.assertIn("Validating “Iron”\n", ended.err)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    OnATerminal.program_path, OnATerminal.sandbox_path = sys.argv[1:3]
    del sys.argv[1:3]
    unittest.main()
