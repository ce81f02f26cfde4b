#include "window/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// A static library's resources have to be asked for, from outside every namespace.
static void addTranslations() { Q_INIT_RESOURCE(translations); }

namespace queuesmith {

namespace {

const QString kTranslators = QStringLiteral("queuesmithTranslator");

// The desktop's own territory goes along with its language: 1.234 or 1'234, for both is German.
QLocale localeFor(const QString &choice)
{
    const QLocale system = QLocale::system();
    if (choice == QLatin1StringView("system"))
        return system;
    const QLocale chosen(choice);
    return chosen.language() == system.language() ? system : chosen;
}

QTranslator *newTranslator(QCoreApplication &app)
{
    auto *translator = new QTranslator(&app);
    translator->setObjectName(kTranslators);
    return translator;
}

} // namespace

void speak(const QString &choice, QCoreApplication &app)
{
    // Of the language that was spoken before; deleting a translator also takes it out of use.
    qDeleteAll(app.findChildren<QTranslator *>(kTranslators, Qt::FindDirectChildrenOnly));
    const QLocale locale = localeFor(choice);
    QLocale::setDefault(locale);

    addTranslations();
    const QString folder = QStringLiteral(":/i18n");
    QTranslator *ours = newTranslator(app);
    // English has a file as well: it knows that it is one queue, but two queues.
    if (!ours->load(locale, QStringLiteral("queuesmith"), QStringLiteral("_"), folder)
        && !ours->load(QStringLiteral("queuesmith_en"), folder))
        return;
    QTranslator *qts = newTranslator(app);
    if (qts->load(QStringLiteral("qtbase_") + ours->language().left(2),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    QCoreApplication::installTranslator(ours);
}

} // namespace queuesmith
