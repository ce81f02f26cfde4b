#!/usr/bin/env python3
"""The translations are complete and fit the sources.

check_translations.py LUPDATE PROJECT              checks the .ts files of the project
check_translations.py LUPDATE PROJECT --self-test  shows that each kind of fault is found"""

import importlib.util
import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as ET


def load_updater(project):
    spec = importlib.util.spec_from_file_location("update", project / "translations/update.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def marks(text):
    """What has to be the same in each language: places, mnemonics, ellipses, line breaks."""
    plain = text.replace("&&", "")
    return {
        "placeholders": set(re.findall(r"%L?[1-9n]", plain)),
        "mnemonics": len(re.findall(r"&\w", plain)),
        "ellipses": plain.count("…"),
        "line breaks": plain.count("\n") + plain.count("<br>"),
    }


def faults_of(message):
    """What is wrong with one message, as short texts."""
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return ["unfinished or missing"]
    if translation.get("type") in ("vanished", "obsolete"):
        return ["stale: the sources no longer have it"]
    source = message.findtext("source") or ""
    texts = [translation.text or ""]
    if message.get("numerus") == "yes":
        texts = [form.text or "" for form in translation.iter("numerusform")]
        if len(texts) != 2:
            return ["a plural form is missing"]
    faults = []
    for text in texts:
        if not text.strip():
            faults.append("empty")
            continue
        have, want = marks(text), marks(source)
        faults += [f"other {mark} than the source" for mark in want if have[mark] != want[mark]]
    return faults


def check(file):
    found = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            for fault in faults_of(message):
                found.append(f"{file.name}: {context.findtext('name')}: "
                             f"“{message.findtext('source')}”: {fault}")
    return found


def check_copy(updater, lupdate, folder):
    """Updates the files in `folder` as the sources are now, and checks them."""
    complaints = updater.update(lupdate, folder, keep_vanished=True)
    return complaints + [line for name in updater.FILES for line in check(folder / name)]


def copy_of(project, folder):
    for file in (project / "translations").glob("*.ts"):
        shutil.copy(file, folder)
    return pathlib.Path(folder)


def entry(source, translation, kind=""):
    attribute = f' type="{kind}"' if kind else ""
    return (f"<message><source>{source}</source>"
            f"<translation{attribute}>{translation}</translation></message>")


def self_test(updater, lupdate, project):
    rows = [
        ("unfinished", entry("A", "B", "unfinished")),
        ("stale", entry("A", "B", "vanished")),
        ("stale", entry("A", "B", "obsolete")),
        ("empty", entry("A", " ")),
        ("placeholders", entry("%1 of %2", "%1 von %1")),
        ("placeholders", entry("%n left", "noch welche")),
        ("mnemonics", entry("&amp;File", "Datei")),
        ("mnemonics", entry("File", "&amp;Datei")),
        ("ellipses", entry("Open…", "Öffnen")),
        ("line breaks", entry("a\nb", "a b")),
        ("plural", '<message numerus="yes"><source>%n left</source><translation>'
                   "<numerusform>%n da</numerusform></translation></message>"),
    ]
    missed = []
    for want, text in rows:
        if not any(want in fault for fault in faults_of(ET.fromstring(text))):
            missed.append(f"not found: {want}: {text}")
    for good in (entry("&amp;Open %1…", "%1 ö&amp;ffnen…"), entry("R&amp;&amp;D", "F&amp;&amp;E")):
        if faults_of(ET.fromstring(good)):
            missed.append(f"found where nothing is wrong: {good}")

    # A text that the files lack, and one that the sources lack, show after the update.
    with tempfile.TemporaryDirectory() as place:
        folder = copy_of(project, place)
        file = folder / "queuesmith_de.ts"
        text = file.read_text()
        without = re.sub(r"<message>\s*<source>Audit log</source>.*?</message>", "", text, flags=re.S)
        extra = without.replace("</context>", entry("Nobody says this", "Das sagt niemand")
                                + "</context>", 1)
        file.write_text(extra)
        found = check_copy(updater, lupdate, folder)
        for want in ("“Audit log”: unfinished", "“Nobody says this”: stale"):
            if not any(want in line for line in found):
                missed.append(f"not found: {want}")
    return missed


def main():
    lupdate, project = sys.argv[1], pathlib.Path(sys.argv[2])
    updater = load_updater(project)
    if "--self-test" in sys.argv[3:]:
        found = self_test(updater, lupdate, project)
    else:
        with tempfile.TemporaryDirectory() as place:
            found = check_copy(updater, lupdate, copy_of(project, place))
        if found:
            found.append("Build the target update_translations, then translate what is unfinished.")
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
