#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace queuesmith {

/// What is seen while there is no connection: the two ways to get one.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    /// What goes on, or went wrong; empty: nothing.
    void showNote(const QString &text);

    Q_SIGNAL void demoRequested();
    Q_SIGNAL void connectRequested();

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace queuesmith
