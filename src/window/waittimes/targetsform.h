#pragma once

#include "capacity/capacityconfig.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QPushButton;
class QSpinBox;

namespace queuesmith {

class VolumeChangeSpin;

/// What callers are promised, and how much of their time agents are away, and what volume is
/// expected: what the recommendation is asked with. Each target can be off.
class TargetsForm final : public QWidget {
    Q_OBJECT

public:
    explicit TargetsForm(QWidget *parent = nullptr);

    /// Shows what `config` says; `isRoom` adds the number of agents, which the room policy needs.
    void show(const CapacityConfig &config, bool isRoom);
    /// `config` with what the person has entered.
    [[nodiscard]] CapacityConfig applied(CapacityConfig config) const;

    /// Offers the change that was seen as the one to expect; empty: none was seen.
    void offerVolumeChange(std::optional<double> seen);

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
    void addVolumeChange();
    void reset();

    QFormLayout *m_rows;
    Target m_serviceLevel{};
    QDoubleSpinBox *m_serviceSeconds = nullptr;
    Target m_asa{};
    Target m_abandon{};
    Target m_occupancy{};
    QDoubleSpinBox *m_shrinkage = nullptr;
    VolumeChangeSpin *m_volume = nullptr;
    QPushButton *m_useSeen = nullptr;
    std::optional<double> m_seen; ///< change of volume
    QSpinBox *m_agents = nullptr;
    QPushButton *m_reset = nullptr;
    bool m_isShowing = false;
};

} // namespace queuesmith
