#pragma once

#include "capacityconfig.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace queuesmith {

/// What callers are promised, and how much of their time agents are away: what the recommendation
/// is asked with. Each target can be off.
class TargetsForm final : public QWidget {
    Q_OBJECT

public:
    explicit TargetsForm(QWidget *parent = nullptr);

    /// Shows what `config` says; `isRoom` adds the number of agents, which the room policy needs.
    void show(const CapacityConfig &config, bool isRoom);
    /// `config` with what the person has entered.
    [[nodiscard]] CapacityConfig applied(CapacityConfig config) const;

    /// The person changed something.
    Q_SIGNAL void changed();

private:
    struct Target {
        QCheckBox *isOn;
        QDoubleSpinBox *value;
    };

    QDoubleSpinBox *addSpin(const char *name, const QString &accessible, double most, int digits,
        const QString &suffix, const QString &toolTip);
    Target addTarget(const char *name, const QString &label, double most, int digits,
        const QString &suffix, const QString &toolTip);
    void buildForm();
    void reset();

    QFormLayout *m_rows;
    Target m_serviceLevel{};
    QDoubleSpinBox *m_serviceSeconds = nullptr;
    Target m_asa{};
    Target m_abandon{};
    Target m_occupancy{};
    QDoubleSpinBox *m_shrinkage = nullptr;
    QSpinBox *m_agents = nullptr;
    QPushButton *m_reset = nullptr;
    bool m_isShowing = false;
};

} // namespace queuesmith
