#include "sqlite/fileerror.h"

namespace queuesmith {

namespace {
constexpr int kPrimaryCode = 0xff; // the rest of an extended code says more of the same

QString detailPrefix() { return QStringLiteral("SQLite "); }

const FailureWords &wordsFor(int code, const FileWords &words)
{
    switch (code & kPrimaryCode) {
    case kSqliteFull:
        return words.full;
    case kSqliteBusy:
    case kSqliteLocked:
        return words.locked;
    case kSqliteCorrupt:
    case kSqliteNotADatabase:
        return words.damaged;
    case kSqliteReadOnly:
    case kSqlitePermission:
    case kSqliteCantOpen:
        return words.unwritable;
    default:
        return words.other;
    }
}
} // namespace

Error fileError(int code, const Sentence &what, const QString &file, const FileWords &words,
    const Sentence &meaning)
{
    const FailureWords &said = wordsFor(code, words);
    Error error = Error::of(ErrorKind::Storage, said.code,
        Sentence::row({{said.happened, {file, what}}, meaning, said.toDo}));
    error.detail = detailPrefix() + QStringLiteral("%1: %2").arg(code).arg(what.english());
    return error;
}

int sqliteCode(const Error &error)
{
    if (!error.detail.startsWith(detailPrefix()))
        return 0;
    const QString code = error.detail.mid(detailPrefix().size()).section(u':', 0, 0);
    return code.toInt() & kPrimaryCode;
}

} // namespace queuesmith
