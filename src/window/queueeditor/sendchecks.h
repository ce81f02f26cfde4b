#pragma once

#include "window/appearance/status.h"
#include "window/review/review.h"

#include <QObject>
#include <QString>

namespace queuesmith {

class ChecksPane;
class DefinitionForm;
class EditorDocument;
class TenantChecks;
class TenantSession;

/// What the checks say about the document, and the way from there to sending it.
class SendChecks final : public QObject {
    Q_OBJECT

public:
    enum class Wish { None, Review, Provision };

    /// All must outlive this.
    SendChecks(TenantSession &session, EditorDocument &document, TenantChecks &checks,
        DefinitionForm &form, ChecksPane &pane, QObject *parent = nullptr);

    /// What the document says now has been checked, and nothing forbids sending it.
    [[nodiscard]] bool canSend() const;
    /// For the review: definition, base and verdicts as they stand.
    [[nodiscard]] Review review() const;

    /// What the verdicts rest on may have changed.
    void update();
    /// Checks everything once more, against what the tenant has now.
    void validate();
    /// Asks for what is wished for, as soon as everything is checked; else leads to what forbids
    /// it.
    void pursue(Wish wish);

    Q_SIGNAL void reviewRequested();
    Q_SIGNAL void provisionRequested();

private:
    /// What *Validate* found; nothing of it holds once the document is another one.
    struct Validation {
        bool isAwaited = false;
        StatusKind kind = StatusKind::Ok;
        QString said;
    };

    void updateState();
    void takeValidation();
    void goTo(qsizetype row);

    TenantSession &m_session;
    EditorDocument &m_document;
    TenantChecks &m_checks;
    DefinitionForm &m_form;
    ChecksPane &m_pane;
    Validation m_validation;
    Wish m_wish = Wish::None; ///< waits for the checks
    bool m_isAskedFor = false; ///< the person wants to send: what is missing is an error
};

} // namespace queuesmith
