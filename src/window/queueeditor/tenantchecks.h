#pragma once

#include "domain/clock.h"
#include "domain/latest.h"
#include "provisioning/preflight.h"

#include <QObject>

#include <memory>
#include <optional>

namespace queuesmith {

class EditorDocument;

/// Holds the document against what the tenant has: half a second after the last change, on another
/// thread.
class TenantChecks final : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this.
    TenantChecks(EditorDocument &document, Clock &clock, QObject *parent = nullptr);
    ~TenantChecks() override;

    /// What is checked against from now on; checks at once.
    void setFacts(const TenantFacts &facts);
    void checkNow();

    /// What the document says now hasn't been checked yet.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// What problems() is about; empty before the first check.
    [[nodiscard]] const std::optional<QueueDefinition> &checked() const { return m_checked; }
    [[nodiscard]] const Problems &problems() const { return m_problems; }
    [[nodiscard]] const TenantFacts &facts() const { return *m_facts; }

    Q_SIGNAL void changed();
    /// The document as it is now has been checked.
    Q_SIGNAL void finished();

private:
    void checkLater();
    void reset();

    EditorDocument &m_document;
    Clock &m_clock;
    Clock::Timer m_timer;
    std::shared_ptr<const TenantFacts> m_facts;
    std::optional<QueueDefinition> m_checked;
    Problems m_problems;
    Latest m_asked; ///< what is to be checked
    bool m_isRunning = false;
};

} // namespace queuesmith
