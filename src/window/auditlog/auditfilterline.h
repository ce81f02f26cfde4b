#pragma once

#include "domain/clock.h"
#include "records/auditfilter.h"

#include <QObject>

namespace Ui {
class AuditLogPage;
}

namespace queuesmith {

/// The filter line of the page: what stands in it, as a filter. Typing is waited out.
class AuditFilterLine final : public QObject {
    Q_OBJECT

public:
    /// How long nothing must be typed before the filter counts.
    static constexpr std::chrono::milliseconds kTypingPause{250};

    AuditFilterLine(Ui::AuditLogPage &form, Clock &clock, QObject *parent);

    [[nodiscard]] AuditFilter filter() const;
    [[nodiscard]] bool isEmpty() const { return filter() == AuditFilter(); }

    /// All records.
    void clear();
    /// The records of one queue, and nothing else set.
    void showQueue(const QString &idOrName);

    Q_SIGNAL void changed();

private:
    void fillChoices();
    void changeSoon();
    void changeNow();
    void empty();

    Ui::AuditLogPage &m_form;
    Clock &m_clock;
    Clock::Timer m_pause;
    bool m_quiet = false;
};

} // namespace queuesmith
