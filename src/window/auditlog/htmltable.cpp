#include "window/auditlog/htmltable.h"

namespace queuesmith {

namespace {
/// Line breaks of a text stay.
QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

/// Between text and base, still with a contrast of 4.5:1 or more.
QColor quiet(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const auto mixed = [](int a, int b) { return (a * 3 + b) / 4; };
    return QColor(mixed(text.red(), base.red()), mixed(text.green(), base.green()),
        mixed(text.blue(), base.blue()));
}
} // namespace

HtmlTables::HtmlTables(const QPalette &palette)
    : m_palette(palette)
    , m_quiet(quiet(palette).name())
    , m_link(palette.color(QPalette::Link).name())
{
}

void HtmlTables::title(const QString &text)
{
    m_html +=
        QStringLiteral("<p style='font-weight:600'>") + escaped(text) + QStringLiteral("</p>");
}

void HtmlTables::paragraph(const QString &text)
{
    m_html += QStringLiteral("<p>") + escaped(text) + QStringLiteral("</p>");
}

void HtmlTables::begin(const QString &heading)
{
    if (!heading.isEmpty()) {
        m_html += QStringLiteral("<p style='font-weight:600; margin-bottom:2px'>")
            + escaped(heading) + QStringLiteral("</p>");
    }
    m_html += QStringLiteral("<table cellspacing='0' cellpadding='2'>");
}

void HtmlTables::head(const QList<HtmlCell> &cells)
{
    m_html += QStringLiteral("<tr>");
    for (const HtmlCell &one : cells)
        rawCell(escaped(one.text), QStringLiteral("white-space:nowrap; color:") + m_quiet);
    m_html += QStringLiteral("</tr>");
}

void HtmlTables::row(const QList<HtmlCell> &cells)
{
    m_html += QStringLiteral("<tr>");
    for (const HtmlCell &one : cells)
        cell(one);
    m_html += QStringLiteral("</tr>");
}

void HtmlTables::pair(const QString &name, const HtmlCell &value)
{
    m_html += QStringLiteral("<tr>");
    rawCell(escaped(name), QStringLiteral("white-space:nowrap; color:") + m_quiet);
    cell(value);
    m_html += QStringLiteral("</tr>");
}

void HtmlTables::link(const QString &target, const QString &text, const QList<HtmlCell> &more)
{
    m_html += QStringLiteral("<tr>");
    rawCell(QStringLiteral("<a href=\"") + target.toHtmlEscaped()
            + QStringLiteral("\" style='color:") + m_link + QStringLiteral("'>") + escaped(text)
            + QStringLiteral("</a>"),
        {});
    for (const HtmlCell &one : more)
        cell(one);
    m_html += QStringLiteral("</tr>");
}

void HtmlTables::end() { m_html += QStringLiteral("</table>"); }

void HtmlTables::cell(const HtmlCell &cell)
{
    QString style;
    if (cell.isWhole || cell.kind)
        style = QStringLiteral("white-space:nowrap; ");
    if (cell.kind)
        style += QStringLiteral("color:") + statusColor(*cell.kind, m_palette).name();
    rawCell(escaped(cell.text), style);
}

void HtmlTables::rawCell(const QString &html, const QString &style)
{
    m_html += QStringLiteral("<td style='padding-right:12px; ") + style + QStringLiteral("'>")
        + html + QStringLiteral("</td>");
}

} // namespace queuesmith
