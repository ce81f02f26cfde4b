#include "sandbox/profilemaker.h"

#include <cmath>

namespace queuesmith::sandbox {

namespace {

enum Special {
    kQuiet = 3,
    kOverloaded = 4,
    kOutage = 8,
    kGaps = 9,
    kNoHistory = 10,
    kAlsoQuiet = 11
};

// The share of a capacity that is needed.
constexpr double kJustEnough = 0.97;
constexpr double kOverload = 1.5;

/// Erlangs that so many agents carry at about 80 % within 20 seconds: the square-root staffing rule
/// n = a + β√a, solved for a (Halfin and Whitt, 1981).
double loadFor(double agents)
{
    constexpr double kBeta = 0.9;
    const double root = (std::sqrt(kBeta * kBeta + 4 * agents) - kBeta) / 2;
    return root * root;
}

double needFor(double provision)
{
    if (provision < 0.25)
        return 1.08 + provision; // too few agents
    if (provision < 0.5)
        return 0.35 + provision; // too many
    return 0.94 + 0.12 * (provision - 0.5);
}

} // namespace

std::optional<CallProfile> makeProfile(int number, int capacity, const ProfileDraw &draw)
{
    if (number == kNoHistory)
        return std::nullopt;
    double need = needFor(draw.provision);
    if (number == kOverloaded)
        need = kOverload;
    else if (number == kOutage || number == kGaps)
        need = kJustEnough;

    CallProfile profile;
    profile.key = draw.key;
    profile.agents = capacity;
    profile.handleSeconds = draw.handleSeconds;
    profile.patienceSeconds = 150 + 300 * draw.temper;
    profile.swing = 0.03 + 0.07 * draw.temper;
    // Plans are made for the busier days, four of five.
    const double load = loadFor(need * capacity) / (1 + 0.84 * profile.swing);
    profile.callsPerHour = load * 3600 / profile.handleSeconds;
    if (number == kQuiet || number == kAlsoQuiet)
        profile.callsPerHour = 0.6;
    if (number == kOutage)
        profile.trouble = CallProfile::Trouble::Outage;
    else if (number == kGaps)
        profile.trouble = CallProfile::Trouble::Gaps;
    return profile;
}

} // namespace queuesmith::sandbox
