#include "window/help/helppane.h"

#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>

namespace queuesmith {

namespace {

constexpr int kPaneWidth = 320;

QString helpText(const QString &topic)
{
    const QString language =
        QLocale().language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en");
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(language, topic));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Room around headings and paragraphs, which Markdown leaves to the one who shows it.
void giveRoom(QTextDocument *document)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool isHeading = format.headingLevel() > 0;
        format.setTopMargin(isHeading && block.position() > 0 ? 14 : 0);
        format.setBottomMargin(block.textList() ? 4 : 8);
        format.setLineHeight(118, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

HelpPane::HelpPane(QWidget *parent)
    : QDockWidget(tr("Help"), parent)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpPane"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("Help on this page"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setMinimumWidth(kPaneWidth * 3 / 4);
    m_text->document()->setDocumentMargin(16);
    setWidget(m_text);
    resize(kPaneWidth, height());
}

QString HelpPane::topicOf(const QWidget &page)
{
    QString name = QString::fromLatin1(page.metaObject()->className()).section(u':', -1).toLower();
    if (name.endsWith(QLatin1StringView("page")))
        name.chop(4);
    return name;
}

void HelpPane::showTopic(const QString &topic)
{
    if (topic == m_topic)
        return;
    m_topic = topic;
    render();
}

void HelpPane::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    // Markdown takes the palette's colours and the font's size when it is read.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void HelpPane::render()
{
    const QString text = helpText(m_topic);
    m_text->setMarkdown(text.isEmpty() ? helpText(QStringLiteral("welcome")) : text);
    giveRoom(m_text->document());
    m_text->moveCursor(QTextCursor::Start);
}

} // namespace queuesmith
