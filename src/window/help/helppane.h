#pragma once

#include <QDockWidget>

class QTextBrowser;

namespace queuesmith {

/// The text about the page that is seen (F1), in the window's language: what the page is for, its
/// figures with an example, what to do when something is red. Comes with the program, so it needs
/// no network. The texts are resources/help/LANGUAGE/TOPIC.md.
class HelpPane final : public QDockWidget {
    Q_OBJECT

public:
    explicit HelpPane(QWidget *parent = nullptr);

    /// The topic of a page: its class name without “Page”, in lower case, which is also its folder.
    [[nodiscard]] static QString topicOf(const QWidget &page);

    /// Shows a topic from its top; the first steps when there is no text about it.
    void showTopic(const QString &topic);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    QTextBrowser *m_text = nullptr;
    QString m_topic;
};

} // namespace queuesmith
