#include "window/waittimes/volumechangespin.h"

#include "capacity/capacityconfig.h"

#include <algorithm>
#include <cmath>

namespace queuesmith {

namespace {

constexpr double kNothing = -100; ///< stands for nothing said: no queue loses all its calls
constexpr double kLeast = kLeastVolumeChange * 100;
constexpr double kMost = 900;

} // namespace

VolumeChangeSpin::VolumeChangeSpin(QWidget *parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(1);
    setRange(kNothing, kMost);
    setSingleStep(5);
    setSuffix(tr(" %"));
    setSpecialValueText(tr("as before"));
    setValue(kNothing);
}

std::optional<double> VolumeChangeSpin::change() const
{
    return value() < kLeast ? std::nullopt : std::optional(value() / 100);
}

void VolumeChangeSpin::setChange(std::optional<double> change)
{
    const double percent = change ? std::clamp(*change * 100, kLeast, kMost) : kNothing;
    // Setting what is there already would reformat a text that is being typed.
    if (value() != percent)
        setValue(percent);
}

QString VolumeChangeSpin::textFromValue(double value) const
{
    const QString text = locale().toString(std::round(value * 10) / 10, 'g', 5);
    return value > 0 ? QString(u'+' + text) : text;
}

QString VolumeChangeSpin::bare(const QString &text) const
{
    QString number = text;
    if (number.endsWith(suffix()))
        number.chop(suffix().size());
    number.remove(u'%');
    return number.trimmed();
}

double VolumeChangeSpin::valueFromText(const QString &text) const
{
    bool ok = false;
    const double value = locale().toDouble(bare(text), &ok);
    return ok ? value : kNothing;
}

QValidator::State VolumeChangeSpin::validate(QString &text, int & /*position*/) const
{
    const QString number = bare(text);
    if (number.isEmpty() || text == specialValueText())
        return QValidator::Acceptable;
    if (number == u'+' || number == u'-')
        return QValidator::Intermediate;
    bool ok = false;
    const double value = locale().toDouble(number, &ok);
    if (!ok || value > kMost)
        return QValidator::Invalid;
    return value < kLeast ? QValidator::Intermediate : QValidator::Acceptable;
}

void VolumeChangeSpin::stepBy(int steps)
{
    const double from = change().value_or(0) * 100;
    setValue(std::clamp(from + steps * singleStep(), kLeast, kMost));
    selectAll();
}

} // namespace queuesmith
