#include "window/waittimes/whatifpane.h"

#include "window/waittimes/waitwords.h"
#include "window/waittimes/whatifchart.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace queuesmith {

QString predictionText(const Prediction &at, const Targets &targets)
{
    const QLocale locale;
    const QString rest = WhatIfPane::tr(
        "%1 answered within %2, %3 hang up, agents busy %4 of the time, %5 in the busiest hour.")
                             .arg(percentText(at.serviceLevel, locale),
                                 secondsText(targets.serviceSeconds, locale),
                                 percentText(at.abandonRate, locale),
                                 percentText(at.occupancy, locale),
                                 percentText(at.peakOccupancy, locale));
    const QString capacity = locale.toString(at.capacity);
    if (!at.asaSeconds)
        return WhatIfPane::tr("At %1: overloaded in hours with %2 of the calls, where waits would "
                              "grow without limit; %3")
            .arg(capacity, percentText(at.overloadedShare, locale), rest);
    return WhatIfPane::tr("At %1: mean wait %2, %3")
        .arg(capacity, secondsText(*at.asaSeconds, locale), rest);
}

WhatIfPane::WhatIfPane(QWidget *parent)
    : QWidget(parent)
    , m_chart(new WhatIfChart(this))
    , m_empty(new QLabel(this))
    , m_controls(new QWidget(this))
    , m_slider(new QSlider(Qt::Horizontal, m_controls))
    , m_spin(new QSpinBox(m_controls))
    , m_reading(new QLabel(this))
{
    m_slider->setObjectName(QStringLiteral("capacitySlider"));
    m_slider->setAccessibleName(tr("Capacity to read off"));
    m_slider->setToolTip(tr("See the figures at any capacity"));
    m_spin->setObjectName(QStringLiteral("capacityReadSpin"));
    m_spin->setAccessibleName(tr("Capacity to read off, as a number"));
    m_spin->setToolTip(tr("See the figures at any capacity"));
    m_reading->setObjectName(QStringLiteral("readingLabel"));
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reading->setMinimumHeight(2 * m_reading->fontMetrics().lineSpacing());
    m_reading->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setObjectName(QStringLiteral("noCurveLabel"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *label = new QLabel(tr("&Read at"), m_controls);
    label->setBuddy(m_spin);
    auto *row = new QHBoxLayout(m_controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_spin);
    row->addWidget(m_slider, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 8, 0, 0);
    rows->setSpacing(8);
    rows->addWidget(m_chart, 1);
    rows->addWidget(m_empty, 1);
    rows->addWidget(m_controls);
    rows->addWidget(m_reading);
    connect(m_slider, &QSlider::valueChanged, this, &WhatIfPane::choose);
    connect(m_spin, &QSpinBox::valueChanged, this, &WhatIfPane::choose);
    connect(m_chart, &WhatIfChart::capacityChosen, this, &WhatIfPane::choose);
    setCurve({}, {}, {}, {});
}

int WhatIfPane::capacity() const { return m_spin->value(); }

QString WhatIfPane::readingText() const { return m_reading->text(); }

void WhatIfPane::setCurve(
    const QList<Prediction> &curve, const Targets &targets, CapacityMarks marks, const QString &why)
{
    const bool has = !curve.isEmpty();
    m_hasCurve = has;
    m_isChosen = m_isChosen && has;
    const int before = capacity();
    m_targets = targets;
    m_marks = marks;
    m_chart->setVisible(has);
    m_controls->setVisible(has);
    m_reading->setVisible(has);
    m_empty->setVisible(!has);
    m_empty->setText(why);
    m_chart->setCurve(curve, targets.asaSeconds);
    m_chart->setMarks(m_marks);
    m_reading->clear();
    if (!has)
        return;
    const int least = curve.first().capacity;
    const int most = curve.last().capacity;
    {
        const QSignalBlocker quiet(m_spin);
        const QSignalBlocker quietSlider(m_slider);
        m_spin->setRange(least, most);
        m_slider->setRange(least, most);
        m_slider->setPageStep(std::max(1, (most - least) / 10));
    }
    m_isChosen = m_isChosen && before >= least && before <= most;
    readOff(m_isChosen ? before : marks.recommended.value_or(marks.current.value_or(least)));
}

PaintChart WhatIfPane::picture() const
{
    if (m_hasCurve)
        return m_chart->picture();
    return [](QPainter &, const QRectF &, const ChartLook &) {};
}

void WhatIfPane::choose(int capacity)
{
    m_isChosen = true;
    readOff(capacity);
}

void WhatIfPane::readOff(int capacity)
{
    const QSignalBlocker quiet(m_spin);
    const QSignalBlocker quietSlider(m_slider);
    m_spin->setValue(capacity);
    m_slider->setValue(capacity);
    m_marks.reading = m_spin->value();
    m_chart->setMarks(m_marks);
    Q_EMIT readingRequested(m_spin->value());
}

void WhatIfPane::setReading(const Prediction &reading)
{
    if (reading.capacity != m_spin->value())
        return;
    m_reading->setText(predictionText(reading, m_targets));
    m_slider->setAccessibleDescription(m_reading->text());
    m_spin->setAccessibleDescription(m_reading->text());
}

} // namespace queuesmith
