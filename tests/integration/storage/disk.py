"""Small disks that can be filled and made read-only, in a mount namespace that ends with the test."""

import os
import pathlib
import shutil
import subprocess
import sys

_MARK = "QUEUESMITH_TEST_MAY_MOUNT"


def enter_namespace():
    """Starts this script again where it may mount, if the system lets it."""
    if _MARK in os.environ:
        return
    unshare = [shutil.which("unshare") or "unshare", "--mount"]
    if os.geteuid() != 0:
        unshare += ["--user", "--map-root-user"]
    try:
        allowed = subprocess.run([*unshare, "mount", "-t", "tmpfs", "none", "/mnt"],
                                 capture_output=True).returncode == 0
    except OSError:
        allowed = False
    os.environ[_MARK] = "yes" if allowed else "no"
    if allowed:
        os.execvp(unshare[0], [*unshare, sys.executable, *sys.argv])


def may_mount():
    return os.environ.get(_MARK) == "yes"


class Disk:
    """A file system in memory, mounted on `place`."""

    def __init__(self, place, size="2m"):
        self.place = pathlib.Path(place)
        self.place.mkdir(parents=True)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], check=True)
        self._filler = self.place / "filler"

    def fill(self, leaving=0):
        """Until not one byte more can be written, or so many."""
        with open(self._filler, "ab", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass
            if leaving:
                filler.truncate(max(0, filler.tell() - leaving))

    def free(self):
        self._filler.unlink()

    def make_read_only(self):
        subprocess.run(["mount", "-o", "remount,ro", str(self.place)], check=True)

    def unmount(self):
        subprocess.run(["umount", "--lazy", str(self.place)], check=True)
