#pragma once

#include "domain/queuedefinition.h"

#include <QAbstractTableModel>

namespace queuesmith {

/// The routing rules as a table of type and JSON value. The rules `priority` and `capacity` follow
/// their fields and can't be edited here. Editing changes nothing by itself: it asks with
/// editRequested(), and setRules() brings what came of it.
class RulesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Type, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRules(const QList<RoutingRule> &rules);
    [[nodiscard]] const QList<RoutingRule> &rules() const { return m_rules; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    Q_SIGNAL void editRequested(const QList<queuesmith::RoutingRule> &rules);
    /// What was typed is no JSON value; `why` is a sentence for the person. Empty: it is one.
    Q_SIGNAL void valueJudged(const QString &why);

private:
    QList<RoutingRule> m_rules;
};

/// A value as one line of JSON, and back. Text that is no JSON is taken as a text, unless it looks
/// like JSON that went wrong: then `why` says what.
[[nodiscard]] QString jsonLine(const QJsonValue &value);
struct TypedValue {
    QJsonValue value;
    QString why; ///< empty: value is what was typed
};
[[nodiscard]] TypedValue typedValue(const QString &text);

} // namespace queuesmith
