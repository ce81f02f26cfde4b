#include "domain/logrules.h"

#include "domain/logcategories.h"

#include <QRegularExpression>

#include <algorithm>

namespace queuesmith {

namespace {

/// A star stands for the rest, at either end or both, as Qt has it.
bool namesOurs(const QString &pattern)
{
    static const QRegularExpression wellFormed(QStringLiteral("^\\*?[a-z.]+\\*?$"));
    if (!wellFormed.match(pattern).hasMatch())
        return false;
    const QRegularExpression expression(QRegularExpression::wildcardToRegularExpression(pattern));
    const QStringList all = logCategories();
    return std::any_of(all.cbegin(), all.cend(), [&expression](const QString &name) {
        return expression.match(kLogPrefix + name).hasMatch();
    });
}

/// Empty when it isn't one.
QString ruleOf(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?<name>.*?)(?<level>\\.(debug|info|warning|critical))?\\s*(=\\s*(?<value>"
                       "true|false))?$"));
    const QRegularExpressionMatch match = form.match(text);
    QString name = match.captured(u"name");
    if (name == QLatin1StringView("all") || name == u'*')
        name = kLogPrefix + u'*';
    else if (!name.startsWith(kLogPrefix) && !name.startsWith(u'*'))
        name.prepend(kLogPrefix);
    if (!namesOurs(name))
        return {};
    const QString value = match.captured(u"value");
    return name + match.captured(u"level") + u'='
        + (value.isEmpty() ? QStringLiteral("true") : value);
}

} // namespace

Result<QString> logRules(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;]"));
    QStringList rules;
    const QStringList parts = text.split(separators);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        const QString rule = ruleOf(part.trimmed());
        if (rule.isEmpty()) {
            return Error::of(ErrorKind::Usage, "usage",
                Sentence::tr("The log has no category “%1”, so nothing was done. Choose from %2, "
                             "or “all”; each may end in “=true” or “=false”.",
                    {part.trimmed(), logCategories().join(QStringLiteral(", "))}));
        }
        rules.append(rule);
    }
    if (rules.isEmpty()) {
        return Error::of(ErrorKind::Usage, "usage",
            Sentence::tr(
                "No category of the log was named, so nothing was done. Choose from %1, or “all”.",
                {logCategories().join(QStringLiteral(", "))}));
    }
    return rules.join(u'\n');
}

} // namespace queuesmith
