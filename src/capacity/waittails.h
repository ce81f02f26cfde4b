#pragma once

// How the wait of the caller who found k waiting is spread, followed from k to k+1; used by
// erlanga.cpp in its innermost loop, hence inline.

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace queuesmith {

/// The rates of one system, and where its states begin to matter.
struct Rates {
    double arrival = 0; ///< λ
    double service = 0; ///< nμ
    double leaving = 0; ///< θ; 0: nobody hangs up

    [[nodiscard]] double leavingUnits() const { return service / leaving; } ///< c = nμ/θ
};

/// A term of a cumulative distribution that is followed from state to state; far out in the tail it
/// is kept as its logarithm.
class TailTerm {
public:
    static constexpr double kLinearFrom = -700.0; ///< e to that power is still a normal number

    explicit TailTerm(double logarithm)
        : m_log(logarithm)
        , m_value(logarithm > kLinearFrom ? std::exp(logarithm) : 0.0)
        , m_isLinear(logarithm > kLinearFrom)
    {
    }

    [[nodiscard]] double value() const { return m_value; }

    void multiply(double factor)
    {
        if (m_isLinear) {
            m_value *= factor;
            return;
        }
        m_log += std::log(factor);
        if (m_log > kLinearFrom) {
            m_isLinear = true;
            m_value = std::exp(static_cast<double>(m_log));
        }
    }

private:
    long double m_log; // summed up over thousands of states
    double m_value;
    bool m_isLinear;
};

/// I_y(k+1, c+1) for k = 0, 1, …: the probability that the caller who found k waiting and was
/// answered waited at most T. Without hang-ups it is Erlang's own distribution.
class AnsweredWithin {
public:
    AnsweredWithin(const Rates &rates, double seconds)
        : m_patient(rates.leaving <= 0.0)
        , m_units(m_patient ? rates.service * seconds : rates.leavingUnits())
        , m_y(m_patient ? 0.0 : -std::expm1(-rates.leaving * seconds))
        , m_probability(-std::expm1(-exponent(rates, seconds)))
        , m_term(firstTerm(rates, seconds))
        , m_isOver(!(seconds > 0.0))
    {
        if (m_isOver)
            m_probability = 0.0;
    }

    /// Starts at a later state, for a system whose first ones don't matter.
    void startAt(double k)
    {
        if (m_isOver)
            return;
        m_probability = boost::math::ibeta(k + 1.0, m_units + 1.0, m_y);
        const double density = boost::math::ibeta_derivative(k + 1.0, m_units + 1.0, m_y);
        m_term = TailTerm(density > 0.0 ? std::log(density * m_y * (1.0 - m_y) / (k + 1.0))
                                        : -std::numeric_limits<double>::infinity());
    }

    [[nodiscard]] double probability() const { return m_probability; }

    void advance(double k)
    {
        if (m_isOver)
            return;
        m_probability -= m_term.value();
        if (m_probability <= 0.0) {
            m_probability = 0.0;
            m_isOver = true;
            return;
        }
        m_term.multiply(m_patient ? m_units / (k + 2.0) : m_y * (m_units + k + 2.0) / (k + 2.0));
    }

private:
    [[nodiscard]] double exponent(const Rates &rates, double seconds) const
    {
        return m_patient ? m_units : (m_units + 1.0) * rates.leaving * seconds;
    }

    [[nodiscard]] TailTerm firstTerm(const Rates &rates, double seconds) const
    {
        if (!(seconds > 0.0))
            return TailTerm(-std::numeric_limits<double>::infinity());
        const double factor = m_patient ? m_units : m_y * (m_units + 1.0);
        return TailTerm(std::log(factor) - exponent(rates, seconds));
    }

    bool m_patient;
    double m_units; // c, or nμT without hang-ups
    double m_y;
    double m_probability;
    TailTerm m_term;
    bool m_isOver; // all further probabilities are 0
};

/// 1 − I_y(k+1, c) for k = 0, 1, …: P(V > T) of who found k waiting. Sums of positive terms.
class VirtualWaitBeyond {
public:
    VirtualWaitBeyond(const Rates &rates, double seconds)
        : m_units(rates.leavingUnits())
        , m_y(-std::expm1(-rates.leaving * seconds))
        , m_probability(std::exp(-rates.service * seconds))
        , m_term(m_y > 0.0 ? std::log(m_y * m_units) - rates.service * seconds
                           : -std::numeric_limits<double>::infinity())
    {
    }

    void startAt(double k)
    {
        m_probability = boost::math::ibetac(k + 1.0, m_units, m_y);
        const double density =
            m_y > 0.0 ? boost::math::ibeta_derivative(k + 1.0, m_units, m_y) : 0.0;
        m_term = TailTerm(density > 0.0 ? std::log(density * m_y * (1.0 - m_y) / (k + 1.0))
                                        : -std::numeric_limits<double>::infinity());
    }

    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double probability() const { return std::min(m_probability, 1.0); }

    void advance(double k)
    {
        m_probability += m_term.value();
        m_term.multiply(m_y * (m_units + k + 1.0) / (k + 2.0));
    }

private:
    double m_units;
    double m_y;
    double m_probability;
    TailTerm m_term;
};

} // namespace queuesmith
