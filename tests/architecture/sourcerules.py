"""What the sources may not contain. A rule is a name, the files it looks at, a reason, and a
function from a file to the numbers of the lines that break it; `bad` and `good` are examples
that the self-test feeds it."""

import re
from dataclasses import dataclass, field
from typing import Callable, Iterable

# A comment, a raw string, a string or a character: what a rule about code must not look into.
_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^()\s\\]*)\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.DOTALL)


def code_only(text: str) -> str:
    """The text without comments and without what is quoted; line numbers stay. Includes stay whole."""
    def blank(match: re.Match) -> str:
        token = match.group(0)
        start = text.rfind("\n", 0, match.start()) + 1
        if token[0] == '"' and text[start:match.start()].lstrip().startswith("#include"):
            return token
        lines = "\n" * token.count("\n")
        return lines if token.startswith("/") else '""' + lines
    return _TOKEN.sub(blank, text)


@dataclass
class File:
    path: str  # from the top folder, with /
    text: str
    code: str = field(init=False)

    def __post_init__(self):
        is_cpp = self.path.endswith((".cpp", ".h"))
        self.code = code_only(self.text) if is_cpp else self.text

    def line_of(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


@dataclass
class Rule:
    name: str
    where: str  # a regular expression on the path
    because: str
    lines: Callable[[File], Iterable[int]]
    bad: list[str]
    good: list[str] = field(default_factory=list)
    example_path: str = "src/http/example.cpp"

    def broken_in(self, file: File) -> list[int]:
        return sorted(set(self.lines(file))) if re.search(self.where, file.path) else []


def _line(code: str, offset: int) -> int:
    return code.count("\n", 0, offset) + 1


def never(pattern: str, raw: bool = False) -> Callable[[File], Iterable[int]]:
    compiled = re.compile(pattern, re.MULTILINE)

    def lines(file: File):
        text = file.text if raw else file.code
        return [_line(text, match.start()) for match in compiled.finditer(text)]
    return lines


def arguments(code: str, opening: int) -> list[str]:
    """The top-level arguments of the call whose parenthesis stands at `opening`."""
    found, depth, start = [], 0, opening + 1
    for at in range(opening, len(code)):
        if code[at] in "([{":
            depth += 1
        elif code[at] in ")]}":
            depth -= 1
            if depth == 0:
                return found + [code[start:at].strip()]
        elif code[at] == "," and depth == 1:
            found.append(code[start:at].strip())
            start = at + 1
    return []


def connects_without_context(file: File):
    """connect(sender, signal, callable): the callable outlives the object that it captures."""
    for match in re.finditer(r"\bconnect\s*\(", file.code):
        args = arguments(file.code, match.end() - 1)
        if len(args) == 3 and (re.search(r"&\s*\w+(::\w+)+|[oO]verload", args[1])
                               or args[2].startswith("[")):
            yield _line(file.code, match.start())
    for match in re.finditer(r"\bsingleShot\s*\(", file.code):
        args = arguments(file.code, match.end() - 1)
        if len(args) >= 2 and args[-1].startswith("[") and (
                len(args) == 2 or (len(args) == 3 and re.search(r"Qt::\w+Timer", args[1]))):
            yield _line(file.code, match.start())


def runs_event_loop(file: File):
    """exec() other than the program's own in main.cpp, or a query's."""
    for match in re.finditer(r"(\w+)?\s*(\.|->|::)?\s*\bexec\s*\(", file.code):
        receiver, by = match.group(1) or "", match.group(2)
        of_program = by == "::" and re.fullmatch(r"Q(Core|Gui)?Application", receiver)
        of_query = by in (".", "->") and receiver.endswith("query") and "/sqlite/" in file.path
        if not (of_program and file.path.endswith("/main.cpp")) and not of_query:
            yield _line(file.code, match.start())


def beyond_400_lines(file: File):
    return [401] if file.text.count("\n") > 400 else []


SRC = r"^src/.*\.(cpp|h)$"
TEST_CODE = r"^tests/(?!architecture/).*\.(cpp|h)$"
TEST_SCRIPT = r"^tests/(?!architecture/).*\.(py|sh)$|^tests/(?!architecture/)[^.]*$"

RULES = [
    Rule("nested event loop", SRC, "whoever waits in one is called again before it has returned",
         never(r"\bQEventLoop\b|\bprocessEvents\b"),
         ["QEventLoop loop;", "#include <QEventLoop>", "QCoreApplication::processEvents();"],
         ["// no QEventLoop here", 'say("processEvents");']),
    Rule("exec", SRC, "an event loop runs once, in main.cpp", runs_event_loop,
         ["return dialog.exec();", "menu->exec(at);", "QDialog::exec();", "exec();",
          "return QCoreApplication::exec();", "query.exec();"],
         ["void execute();"]),
    Rule("exec in main.cpp", SRC, "an event loop runs once, in main.cpp", runs_event_loop,
         ["return app.exec();"], ["return QCoreApplication::exec();", "return QApplication::exec();"],
         "src/cli/main.cpp"),
    Rule("exec of a query", SRC, "an event loop runs once, in main.cpp", runs_event_loop,
         ["dialog.exec();", "query.exec(); loop.exec();"], ["if (!query.exec())", "return m_query->exec();"],
         "src/sqlite/database.cpp"),
    Rule("string connect", r"^src/(?!window/appearance/theme\.cpp$).*\.(cpp|h)$",  # QtDBus has no other form
         "a misspelt signal must not compile",
         never(r"\b(SIGNAL|SLOT)\s*\("), ["connect(a, SIGNAL(done()), b, SLOT(go()));", "SLOT (go())"],
         ["int SIGNALS = 1;"]),
    Rule("blocking wait", SRC, "threads here serve an event loop, which must not stand still",
         never(r"\b(m|u|nano)?sleep\s*\(|\bsleep_(for|until)\b"
               r"|\bwaitFor(ReadyRead|Finished|Started|Connected|Disconnected|BytesWritten|Encrypted"
               r"|NewConnection)\b"),
         ["QThread::msleep(5);", "std::this_thread::sleep_for(1s);", "sleep(1);",
          "socket.waitForReadyRead(10);", "process->waitForFinished();"],
         ["// a laptop sleeps", "goesOnWhileAsleep();"]),
    Rule("weakened TLS or keychain", SRC, "a certificate that is wrong or a secret in a plain file "
         "is never accepted",
         never(r"\bignoreSslErrors\b|\bsetInsecureFallback\b|\bVerifyNone\b|\bQueryPeer\b"),
         ["reply->ignoreSslErrors();", "job.setInsecureFallback(true);",
          "c.setPeerVerifyMode(QSslSocket::VerifyNone);"]),
    Rule("connect without context", r"^(src|tests)/(?!architecture/).*\.(cpp|h)$",
         "the callable would run after what it captures has died", connects_without_context,
         ["connect(a, &A::done, [this] { go(); });", "QObject::connect(a, &A::done, go);",
          "connect(a, &A::done,\n    [x = f(1, 2)](int y) { use(x, y); });",
          "QTimer::singleShot(1s, [this] { go(); });",
          "QTimer::singleShot(1s, Qt::PreciseTimer, [this] { go(); });"],
         ["connect(a, &A::done, this, [this] { f(1, 2); });", "connect(a, &A::done, b, &B::go);",
          "QTimer::singleShot(1s, this, [this] { go(); });", "::connect(fd, address, size);",
          "QTimer::singleShot(1s, Qt::PreciseTimer, this, [this] { go(); });"]),
    Rule("module folder in an include", r"^(src|tests)/.*\.(cpp|h)$",
         "<QtWidgets/QWidget> compiles in a target that doesn't link Widgets",
         never(r"^\s*#\s*include\s*<Qt[A-Z]\w*/"),
         ["#include <QtWidgets/QWidget>", "# include <QtNetwork/QTcpSocket>"],
         ["#include <QWidget>", "#include <QtGlobal>", "// #include <QtSql/QSqlQuery>"]),
    Rule("include from a folder above", r"^(src|tests)/.*\.(cpp|h)$",
         "it goes around the link lines", never(r'^\s*#\s*include\s*[<"]([^">]*/)?\.\./'),
         ['#include "../domain/result.h"', '#include "x/../../y.h"'], ['#include "domain/result.h"']),
    Rule("include without its folder", r"^src/.*\.(cpp|h)$",
         "whoever reads it should see where it is", never(r'^\s*#\s*include\s*"(?!ui_)[^"/]+\.h"'),
         ['#include "result.h"', '#include "error.h"'],
         ['#include "domain/result.h"', '#include "ui_reviewpage.h"', '#include "stopsignals.moc"']),
    Rule("widget in a model", r"^src/window/.*model(data)?\.(cpp|h)$",
         "a model serves any view, and is tested without one",
         never(r"^\s*#\s*include\s*<Q(Widget|Label|Table(View|Widget)|TreeView|ListView|Application|PushButton"
               r"|StyledItemDelegate|MessageBox|HeaderView)>"),
         ["#include <QWidget>", "#include <QTableView>"], ["#include <QAbstractTableModel>", "#include <QColor>"],
         "src/window/queues/queuesmodel.cpp"),
    Rule("nlohmann outside strictjson.cpp", r"^src/(?!domain/strictjson\.cpp$).*\.(cpp|h)$",
         "every piece of JSON goes through the one strict reader",
         never(r"^\s*#\s*include\s*<nlohmann/"), ["#include <nlohmann/json.hpp>"]),
    Rule("Boost.Beast outside the demo tenant", r"^src/(?!sandbox/).*\.(cpp|h)$",
         "it would be a second HTTP stack", never(r"^\s*#\s*include\s*<boost/(beast|asio)/"),
         ["#include <boost/beast/http/parser.hpp>"], ["#include <boost/math/special_functions.hpp>"]),
    Rule("keychain outside cxone", r"^src/(?!cxone/).*\.(cpp|h)$",
         "secrets are read in one place",
         never(r"^\s*#\s*include\s*<(qt6?keychain/|QtKeychain|keychain\.h)"),
         ["#include <qt6keychain/keychain.h>", "#include <keychain.h>"]),
    Rule("Qt Charts outside the page of the wait times", r"^(src|tests)/(?!window/waittimes/|architecture/).*\.(cpp|h)$",
         "one page draws curves; whatever else needs one asks that page",
         never(r"^\s*#\s*include\s*<Q(Abstract)?(Chart|ChartView|Polar\w*|\w*Series|\w*Axis|Legend\w*|Bar(Set|Model\w*)|Pie\w*"
               r"|\w*(XY|PieModel|BoxPlot|Candlestick)\w*|ChartGlobal)>"),
         ["#include <QChart>", "#include <QChartView>", "#include <QLineSeries>", "#include <QValueAxis>",
          "#include <QAbstractAxis>", "#include <QXYSeries>"],
         ["#include <QLabel>", '#include "window/waittimes/whatifchart.h"', "// #include <QChart>"],
         "src/window/queues/example.cpp"),
    Rule("operating system outside platform", r"^src/(?!platform/).*\.(cpp|h)$",
         "what belongs to one system stands in one place",
         never(r"^\s*#\s*include\s*<((sys|linux|arpa|netinet|net)/|(unistd|fcntl|pwd|grp|poll|dirent|termios|signal"
               r"|pthread|malloc|windows)\.h>|csignal>)"),
         ["#include <unistd.h>", "#include <sys/stat.h>", "# include <csignal>", "#include <linux/tcp.h>"],
         ["#include <cerrno>", "#include <csetjmp>", "// #include <unistd.h>"]),
    Rule("leftover output", SRC, "what a person sees is made on purpose",
         never(r"\bq(Debug|Info)\b|\b[fs]?n?printf\s*\(|\bstd::(cout|cerr|clog)\b"),
         ["qDebug() << x;", "std::printf(text);", "std::fprintf(stderr, text);", "std::cerr << x;"],
         ["std::fputs(text, stdout);", "qPrintable(x)", "// printf("]),
    Rule("unfinished words", r"^(src|ui|packaging|resources|tests/(?!architecture/))",
         "what is in the repository is finished",
         never(r"\b(TODO|FIXME|XXX|HACK)\b|\bnot implemented\b|(?<!set)\bplaceholder\b(?!Text)", raw=True),
         ["// TODO: later", "// FIXME", 'say("not implemented");', "// a placeholder"],
         ["edit->setPlaceholderText(x);", "placeholderText", "“mktemp XXXXXX”"]),
    Rule("more than 400 lines", r"^src/.*\.(cpp|h)$", "a file has one purpose",
         beyond_400_lines, ["\n" * 401], ["\n" * 400]),
    Rule("pragma once", r"^(src|tests)/(?!architecture/).*\.h$", "a header is read once",
         lambda file: [] if re.search(r"^#pragma once$", file.text, re.MULTILINE) else [1],
         ["int x;"], ["#pragma once\nint x;"], "src/http/example.h"),
    # A bounded loop that asks again after a short, named interval is no fixed sleep.
    Rule("fixed sleep in a test", TEST_CODE, "it is too long on one machine and too short on another: "
         "wait for what happens, with QTRY_ or QSignalSpy",
         never(r"\b(qWait|qSleep|(m|u|nano)?sleep|sleep_for)\s*\(\s*(std::\w+::\w+[({])?[0-9.]"),
         ["QTest::qWait(20);", "QTest::qSleep(5);", "QThread::sleep(1);", "QThread::msleep(10);",
          "std::this_thread::sleep_for(1s);", "std::this_thread::sleep_for(std::chrono::seconds(1));"],
         ["QTest::qWaitFor([&] { return done; }, 1000)", "QTRY_VERIFY(done);",
          "QThread::msleep(kPollInterval);"],
         "tests/http/tst_example.cpp"),
    Rule("fixed sleep in a test script", TEST_SCRIPT, "wait for what happens",
         never(r"^(?!\s*#).*(\bsleep\s*\(\s*[0-9.]|(^|;|&&|\bdo)\s*sleep\s+[0-9.])"),
         ["time.sleep(1)", "  sleep 2", "start; sleep 0.5", "while true; do sleep .1; done"],
         ["# sleep 1", "asleep = True", "time.sleep(POLL_SECONDS)"],
         "tests/integration/example.py"),
]
