#pragma once

#include "domain/ids.h"

#include <QList>
#include <QObject>
#include <QString>

#include <utility>

class QComboBox;
class QLineEdit;

namespace queuesmith {

class QueuesFilter;
class QueuesModel;

/// The fields that say which queues are to be seen.
class FilterFields final : public QObject {
    Q_OBJECT

public:
    struct Widgets {
        QLineEdit *search;
        QLineEdit *skill;
        QComboBox *target;
    };

    /// All must outlive this; `rows` are filtered.
    FilterFields(const Widgets &widgets, const QueuesModel &model, QueuesFilter &rows,
        QObject *parent = nullptr);

    /// The queues that others overflow to may be others.
    void fillTargets();
    void clear();
    /// Only the queues that overflow to this one.
    void showOverflowingTo(const QueueId &target);

    /// Other rows are to be seen.
    Q_SIGNAL void changed();

private:
    void take();

    Widgets m_ui;
    const QueuesModel &m_model;
    QueuesFilter &m_rows;
    QList<std::pair<QString, QueueId>> m_targets; ///< as they stand in the filter
};

} // namespace queuesmith
