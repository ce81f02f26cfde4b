#pragma once

#include "capacity/recommendation.h"
#include "window/waittimes/capacitymarks.h"
#include "window/waittimes/historypicture.h"

#include <QWidget>

class QLabel;
class QSlider;
class QSpinBox;

namespace queuesmith {

class WhatIfChart;

/// The what-if curve with a slider and a field that read the figures off at any capacity.
class WhatIfPane final : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPane(QWidget *parent = nullptr);

    /// Shows another curve. What a person reads off stays, if the curve has it; else the
    /// recommended capacity is read off, or the current one. An empty curve is explained by `why`,
    /// and forgets what was read off.
    void setCurve(const QList<Prediction> &curve, const Targets &targets, CapacityMarks marks,
        const QString &why);
    /// The figures at a capacity that readingRequested() asked for; an older one is left aside.
    void setReading(const Prediction &reading);

    /// The person reads off there.
    void choose(int capacity);
    [[nodiscard]] int capacity() const;
    /// The curve on any device; nothing where there is none.
    [[nodiscard]] PaintChart picture() const;
    [[nodiscard]] QString readingText() const;

    /// The figures at that capacity are wanted.
    Q_SIGNAL void readingRequested(int capacity);

private:
    void readOff(int capacity);

    WhatIfChart *m_chart;
    QLabel *m_empty;
    QWidget *m_controls;
    QSlider *m_slider;
    QSpinBox *m_spin;
    QLabel *m_reading;
    bool m_hasCurve = false;
    bool m_isChosen = false; ///< by a person: what is read off
    CapacityMarks m_marks;
    Targets m_targets;
};

/// The figures at one capacity as a sentence.
[[nodiscard]] QString predictionText(const Prediction &at, const Targets &targets);

} // namespace queuesmith
