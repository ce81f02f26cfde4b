"""test_package.py CPACK CPACK_CONFIG METAINFO: packs what is built, unpacks it into a scratch root, and
looks at it as the person would who installs it: what it says of itself, what it brings, whether it
starts from there."""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

CPACK, CONFIG, METAINFO = (Path(argument) for argument in sys.argv[1:4])
APP_ID = "io.github.queuesmith.Queuesmith"
BROUGHT = [
    "usr/bin/queuesmith", "usr/bin/queuesmithctl", "usr/bin/queuesmith-sandbox",
    f"usr/share/applications/{APP_ID}.desktop",
    f"usr/share/metainfo/{APP_ID}.metainfo.xml",
    f"usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg",
    "usr/share/queuesmith/samples/priority-support.json",
    "usr/share/queuesmith/samples/demo-faults.json",
    "usr/share/doc/queuesmith/copyright", "usr/share/doc/queuesmith/changelog.gz",
    "usr/share/man/man1/queuesmith.1.gz", "usr/share/man/man1/queuesmithctl.1.gz",
    "usr/share/man/man1/queuesmith-sandbox.1.gz",
]


def run(*command, **options) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=280,
                          **options)
    if done.returncode:
        raise AssertionError(f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        folder = Path(cls.scratch.name)
        run(CPACK, "-G", "DEB", "--config", CONFIG, "-B", folder / "packed",
            "-D", f"CPACK_OUTPUT_FILE_PREFIX={folder / 'packed'}", cwd=folder)
        [cls.deb] = (folder / "packed").glob("*.deb")
        cls.root = folder / "root"
        run("dpkg-deb", "-x", cls.deb, cls.root)
        home = folder / "home"
        home.mkdir()
        # Whether a program that ends at --version leaks is not what is asked here.
        cls.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
                           "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                           "ASAN_OPTIONS": "detect_leaks=0"}

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def field(self, name: str) -> str:
        return run("dpkg-deb", "-f", self.deb, name).strip()

    def start(self, program: str, *arguments) -> str:
        return run(self.root / "usr/bin" / program, *arguments, env=self.environment, cwd=self.root)

    def test_says_what_it_is(self):
        self.assertEqual(self.field("Package"), "queuesmith")
        self.assertEqual(self.field("Section"), "net")
        self.assertEqual(self.field("Architecture"), run("dpkg", "--print-architecture").strip())
        self.assertRegex(self.field("Maintainer"), r"^Queuesmith maintainers <[^@]+@queuesmith\.invalid>$")
        self.assertEqual(self.deb.name, f"queuesmith_{self.field('Version')}_{self.field('Architecture')}.deb")
        self.assertIn("\n", self.field("Description"))

    def test_lintian_has_nothing_to_say(self):
        # As root lintian first says that it would rather not be.
        self.assertEqual(run("lintian", "--fail-on", "error,warning", "--allow-root", self.deb), "")

    def test_depends_on_libraries_and_plugins(self):
        packages = re.findall(r"(?:^|, )([a-z0-9.+-]+)", self.field("Depends"))
        for package in ("libqt6widgets6", "libqt6network6", "libqt6keychain1", "libc6",  # linked
                        "libqt6sql6-sqlite", "libqt6svg6", "qt6-qpa-plugins"):  # loaded
            self.assertIn(package, packages)

    def test_brings_everything(self):
        for path in BROUGHT:
            self.assertTrue((self.root / path).is_file(), path)
        for line in run("dpkg-deb", "-c", self.deb).splitlines():
            mode, owner = line.split()[:2]
            self.assertEqual(owner, "root/root", line)
            self.assertNotIn("w", mode[5:], line)  # nobody but root changes it

    def test_carries_no_path_of_the_machine_that_built_it(self):
        for program in ("queuesmith", "queuesmithctl", "queuesmith-sandbox"):
            dynamic = run("readelf", "-d", self.root / "usr/bin" / program)
            self.assertNotRegex(dynamic, r"R(UN)?PATH")

    def test_has_one_version(self):
        versions = {self.field("Version"), xml.parse(METAINFO).find("releases/release").get("version")}
        for program in ("queuesmith", "queuesmithctl", "queuesmith-sandbox"):
            versions.add(self.start(program, "--version").split()[-1])
        self.assertEqual(len(versions), 1, versions)

    def test_desktop_entry_finds_program_and_icon(self):
        entry = (self.root / f"usr/share/applications/{APP_ID}.desktop").read_text(encoding="utf-8")
        self.assertIn("\nExec=queuesmith\n", entry)
        self.assertIn(f"\nIcon={APP_ID}\n", entry)

    def test_works_from_where_it_was_unpacked(self):
        listed = self.start("queuesmithctl", "--demo", "queues", "list")
        self.assertIn("Billing", listed)
        sample = self.root / "usr/share/queuesmith/samples/priority-support.json"
        checked = json.loads(self.start("queuesmithctl", "--demo", "--json", "validate", sample))
        self.assertTrue(checked["valid"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
