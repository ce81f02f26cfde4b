#pragma once

#include <QObject>

class QWidget;

namespace queuesmith {

class Settings;

/// Keeps how the person left the columns of tables and the splitters of a page: takes them from the
/// settings when it is made, and puts them there when it dies with the page. Only what has an
/// object name is kept.
class LayoutKeeper final : public QObject {
    Q_OBJECT

public:
    /// Belongs to the page; `settings` must outlive it.
    LayoutKeeper(Settings &settings, QWidget &page);

    void restore();
    void keep();

private:
    Settings &m_settings;
    QWidget &m_page;
};

} // namespace queuesmith
