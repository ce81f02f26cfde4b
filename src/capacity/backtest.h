#pragma once

#include "capacity/capacityconfig.h"
#include "domain/metricrecord.h"
#include "domain/sentence.h"

#include <QList>

#include <optional>

class QJsonObject;

namespace queuesmith {

/// How far predictions were from what happened, weighed by calls.
struct ModelError {
    double wape = 0; ///< Σ|predicted − actual| / Σ actual; 0.2 is "off by a fifth"
    double bias = 0; ///< (Σ predicted − Σ actual) / Σ actual; above 0: the model is too gloomy
    double predicted = 0; ///< mean over the calls: seconds, or share
    double actual = 0;
    qint64 intervals = 0; ///< that could be compared
};

/// One interval of the later part.
struct BackTestPoint {
    qint64 startMs = 0; ///< UTC
    double seconds = 0;
    double offered = 0;
    std::optional<double> predictedWait; ///< seconds; empty: overloaded, or no slot like it before
    std::optional<double> actualWait;
    std::optional<double> predictedAbandon; ///< share of offered calls
    std::optional<double> actualAbandon;
};

/// The model fitted on the earlier part of the history and held against the later part, at the
/// capacity that was in force.
struct BackTest {
    bool enough = false; ///< else nothing but `verdict` is set
    bool trusted = false;
    QString code; ///< `ok`, `too_little`, `volume_off`, `wait_off`,
                  ///< `abandonment_off`, `overloaded`
    Sentence verdict; ///< "Don't trust this: …" when it is off
    int agents = 0; ///< that answered, as far as the history shows
    bool agentsImplied = false; ///< worked out from the earlier waits, not from the capacity
    qint64 fitFromMs = 0;
    qint64 testFromMs = 0; ///< the earlier part ends here
    qint64 testToMs = 0;
    std::optional<ModelError> volume; ///< calls of an interval, whatever the capacity
    std::optional<ModelError> wait; ///< seconds; empty: nothing to compare
    std::optional<ModelError> abandonment;
    QList<BackTestPoint> points; ///< oldest first
};

/// Fits on the first three quarters of the days and predicts the rest, interval by interval, with
/// the agents of the present capacity; without one, with those who explain the earlier waits. Only
/// intervals since the present capacity began to count are compared, but for volume, which doesn't
/// depend on it. The model is off when it expected 15 % more or fewer calls than came, or when its
/// mean is more than half of the actual one away, and by more than 5 s or two hundredths; an
/// interval's own wait is mostly chance, so the WAPE is shown and not judged by. What a person
/// expects of the coming weeks says nothing about these, and is left aside.
[[nodiscard]] BackTest backTest(const QList<MetricRecord> &records, const CapacityConfig &config);

/// How far each figure was off, and what that measures. Empty: nothing was compared.
[[nodiscard]] QList<Sentence> errorSentences(const BackTest &test);

[[nodiscard]] QJsonObject toJson(const BackTest &test); ///< all but the points

} // namespace queuesmith
