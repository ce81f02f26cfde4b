#pragma once

#include "window/appearance/status.h"

#include <QList>
#include <QPalette>
#include <QString>

#include <optional>

namespace queuesmith {

/// A text, or a status in its colour with its shape before the text.
struct HtmlCell {
    HtmlCell(const QString &content) // implicit on purpose: a text is a cell
        : text(content)
    {
    }
    HtmlCell(StatusKind status, const QString &word)
        : text(statusText(status, word))
        , kind(status)
    {
    }

    /// One that isn't broken into lines.
    [[nodiscard]] static HtmlCell whole(const QString &content)
    {
        HtmlCell cell(content);
        cell.isWhole = true;
        return cell;
    }

    QString text;
    std::optional<StatusKind> kind;
    bool isWhole = false;
};

/// Tables in the HTML that Qt's text documents know. Every text that is given is escaped.
class HtmlTables {
public:
    explicit HtmlTables(const QPalette &palette);

    void title(const QString &text);
    void paragraph(const QString &text);
    /// A table with its heading, which may be empty; end() closes it.
    void begin(const QString &heading);
    void head(const QList<HtmlCell> &cells);
    void row(const QList<HtmlCell> &cells);
    /// A row whose first cell names the second.
    void pair(const QString &name, const HtmlCell &value);
    void link(const QString &target, const QString &text, const QList<HtmlCell> &more);
    void end();

    [[nodiscard]] QString text() const { return m_html; }

private:
    void cell(const HtmlCell &cell);
    void rawCell(const QString &html, const QString &style);

    QPalette m_palette;
    QString m_quiet; ///< CSS colour of names and headers
    QString m_link; ///< CSS colour of links
    QString m_html;
};

} // namespace queuesmith
