"""test_library.py CMAKE BUILD EXAMPLES: installs what is built into a scratch root, builds the examples against it,
outside the tree, and runs them against the demo tenant that was installed there."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, BUILD, EXAMPLES = (Path(argument) for argument in sys.argv[1:4])


def run(*command, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=280, **options)
    if done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Library(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name)
        cls.root, cls.work = folder / "root", folder / "work"
        cls.work.mkdir()
        run(CMAKE, "--install", BUILD, "--prefix", cls.root)
        run(CMAKE, "-G", "Ninja", "-S", EXAMPLES, "-B", folder / "built", f"-DCMAKE_PREFIX_PATH={cls.root}",
            "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
        run(CMAKE, "--build", folder / "built")
        cls.example = folder / "built" / "provision"

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_no_window_comes_with_it(self):
        folders = {path.name for path in (self.root / "include/queuesmith").iterdir()}
        self.assertIn("workplace", folders)
        self.assertFalse(folders & {"window", "cli", "sandbox"}, folders)
        for header in (self.root / "include").rglob("*"):
            self.assertTrue(header.is_dir() or header.suffix == ".h", header)

    def test_the_example_creates_a_queue_once(self):
        tenant = subprocess.Popen([self.root / "bin/queuesmith-sandbox", "--port", "0", "--days", "1"],
                                  stdout=subprocess.PIPE, text=True)
        try:
            url = next(word for word in tenant.stdout.readline().split() if word.startswith("http://"))
            said = run(self.example, url, cwd=self.work)
            self.assertRegex(said, r"^request 1 of \d+\n")
            created = re.search(r"^created (\S+)$", said, re.MULTILINE)
            self.assertTrue(created, said)
            again = subprocess.run([self.example, url], cwd=self.work, capture_output=True, text=True, timeout=280)
            self.assertEqual(again.returncode, 1, again)
            self.assertIn("rejected", again.stdout)
            self.assertIn(f"(id {created.group(1)})", again.stdout)
        finally:
            tenant.terminate()
            tenant.communicate()


if __name__ == "__main__":
    os.environ.pop("DESTDIR", None)
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
