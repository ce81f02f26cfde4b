#pragma once

#include "capacity/afterchange.h"
#include "capacity/backtest.h"
#include "capacity/recommendation.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace queuesmith {

class SentenceList;
class TargetsForm;

/// Where the decision is taken: what is recommended and why, whether to trust it, and what it was
/// asked with.
class RecommendationCard final : public QWidget {
    Q_OBJECT

public:
    explicit RecommendationCard(QWidget *parent = nullptr);

    /// While another one is worked out the one that is shown stays, and says so.
    void setBusy(bool busy);
    void showRecommendation(const Recommendation &recommendation);
    void showBackTest(const BackTest &test, const QTimeZone &zone);
    /// Empty: the capacity wasn't changed lately.
    void showAfterChange(const std::optional<AfterChange> &change, const QTimeZone &zone);
    /// Nothing can be said yet, or any more.
    void clear(const QString &why);

    [[nodiscard]] TargetsForm &targets() const { return *m_targets; }
    /// Below everything else; taken over.
    void addPanel(QWidget *panel);

    /// The person wants this capacity in the editor.
    Q_SIGNAL void useCapacityRequested(int capacity);

private:
    void buildRows();

    QVBoxLayout *m_rows;
    QLabel *m_headline;
    QLabel *m_range;
    SentenceList *m_why;
    QLabel *m_promise;
    QPushButton *m_use;
    QLabel *m_meaning;
    QLabel *m_targetsHeading;
    TargetsForm *m_targets;
    QLabel *m_testHeading;
    SentenceList *m_test;
    QLabel *m_changeHeading;
    SentenceList *m_change;
    std::optional<int> m_capacity;
};

} // namespace queuesmith
