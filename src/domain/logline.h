#pragma once

#include <QByteArray>
#include <QDebug>
#include <QString>
#include <QStringList>

#include <chrono>
#include <concepts>
#include <initializer_list>

namespace queuesmith {

/// One event of the diagnostic log: its name and what belongs to it, `claim queue="Claims North"
/// attempts=2`. Names and words stay the same over versions, since people search for them; English,
/// no sentences, no names of people and no folders.
///
///     qCInfo(lcJournal) << LogLine("claim", {{"queue", operation.queueName}});
class LogLine {
public:
    struct Field {
        Field(const char *theName, const QString &theValue)
            : name(theName)
            , value(theValue)
        {
        }
        Field(const char *theName, const char *theValue)
            : Field(theName, QString::fromLatin1(theValue))
        {
        }
        Field(const char *theName, std::integral auto theValue)
            : Field(theName, QString::number(theValue))
        {
        }
        Field(const char *theName, bool theValue)
            : Field(theName, theValue ? "yes" : "no")
        {
        }
        Field(const char *theName, std::chrono::milliseconds theValue)
            : Field(theName, theValue.count())
        {
        }

        const char *name;
        QString value;
    };

    LogLine(const char *event, std::initializer_list<Field> fields);

    /// Further fields behind those that there are.
    LogLine &with(std::initializer_list<Field> fields);
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

/// How something ended: `ok`, or the code of its error. A `Status` or a `Result`.
template <typename Result> [[nodiscard]] QString logWord(const Result &result)
{
    return result ? QStringLiteral("ok") : result.error().code;
}

QDebug operator<<(QDebug debug, const LogLine &line);

} // namespace queuesmith
