#include "window/waittimes/targetsform.h"

#include "window/appearance/wheel.h"
#include "window/waittimes/volumechangespin.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <cmath>

namespace queuesmith {

namespace {

constexpr double kMostSeconds = 86'400;
constexpr double kMostShrinkage = 95;
constexpr int kMostAgents = 5'000;

/// Shows a figure as it stands elsewhere: `5 %`, not `5.0 %`.
class FigureSpin final : public QDoubleSpinBox {
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override
    {
        const QString text = QDoubleSpinBox::textFromValue(value);
        const QString none = locale().decimalPoint() + locale().zeroDigit();
        return decimals() == 1 && text.endsWith(none) ? text.chopped(none.size()) : text;
    }
};

void showTarget(
    QCheckBox *isOn, QDoubleSpinBox *spin, const std::optional<double> &target, double scale)
{
    isOn->setChecked(target.has_value());
    spin->setEnabled(target.has_value());
    if (target)
        spin->setValue(*target * scale);
}

std::optional<double> targetIn(const QCheckBox *isOn, const QDoubleSpinBox *spin, double scale)
{
    return isOn->isChecked() ? std::optional(spin->value() / scale) : std::nullopt;
}

} // namespace

TargetsForm::TargetsForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(8);
    m_rows->setVerticalSpacing(4);
    m_rows->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    buildForm();
}

QDoubleSpinBox *TargetsForm::addSpin(const char *name, const QString &accessible, double most,
    int digits, const QString &suffix, const QString &toolTip)
{
    auto *spin = new FigureSpin(this);
    spin->setObjectName(QLatin1StringView(name) + QStringLiteral("Spin"));
    spin->setAccessibleName(accessible);
    spin->setRange(0, most);
    spin->setDecimals(digits);
    spin->setSuffix(suffix);
    spin->setToolTip(toolTip);
    spin->setKeyboardTracking(true);
    leaveWheelToPage(*spin);
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT changed();
    });
    return spin;
}

TargetsForm::Target TargetsForm::addTarget(const char *name, const QString &label, double most,
    int digits, const QString &suffix, const QString &toolTip)
{
    auto *isOn = new QCheckBox(label, this);
    isOn->setObjectName(QLatin1StringView(name) + QStringLiteral("Check"));
    isOn->setToolTip(toolTip);
    QDoubleSpinBox *spin = addSpin(name, label, most, digits, suffix, toolTip);
    connect(isOn, &QCheckBox::toggled, this, [this, spin](bool on) {
        spin->setEnabled(on);
        if (!m_isShowing)
            Q_EMIT changed();
    });
    return {isOn, spin};
}

void TargetsForm::buildForm()
{
    const QString percent = tr(" %");
    const QString seconds = tr(" s");
    m_serviceLevel = addTarget("serviceLevel", tr("Service level"), 100, 0, percent,
        tr("The smallest share of callers answered in time"));
    m_serviceLevel.value->setMaximum(99);
    m_serviceSeconds = addSpin("serviceSeconds", tr("Service level within"), kMostSeconds, 0,
        seconds, tr("What “in time” means"));
    auto *service = new QHBoxLayout;
    service->setSpacing(4);
    service->addWidget(m_serviceLevel.value);
    service->addWidget(new QLabel(tr("in"), this));
    service->addWidget(m_serviceSeconds);
    m_rows->addRow(m_serviceLevel.isOn, service);
    m_asa = addTarget("asa", tr("Mean wait at most"), kMostSeconds, 0, seconds,
        tr("The longest mean wait of answered callers"));
    m_rows->addRow(m_asa.isOn, m_asa.value);
    m_abandon = addTarget("abandon", tr("Hang up at most"), 100, 1, percent,
        tr("The largest share of callers who hang up"));
    m_rows->addRow(m_abandon.isOn, m_abandon.value);
    m_occupancy = addTarget("occupancy", tr("Occupancy at most"), 100, 0, percent,
        tr("The largest share of time that agents are busy"));
    m_rows->addRow(m_occupancy.isOn, m_occupancy.value);
    m_shrinkage = addSpin("shrinkage", tr("Shrinkage"), kMostShrinkage, 0, percent,
        tr("The share of agents who are paid but don't answer: breaks, training, absence"));
    auto *shrinkage = new QLabel(tr("&Shrinkage"), this);
    shrinkage->setBuddy(m_shrinkage);
    m_rows->addRow(shrinkage, m_shrinkage);
    addVolumeChange();
    m_agents = new QSpinBox(this);
    m_agents->setObjectName(QStringLiteral("agentsSpin"));
    m_agents->setAccessibleName(tr("Agents who answer"));
    leaveWheelToPage(*m_agents);
    m_agents->setToolTip(
        tr("How many agents answer; the waiting places are calculated from this number"));
    m_agents->setRange(0, kMostAgents);
    m_agents->setSpecialValueText(tr("not known"));
    auto *agents = new QLabel(tr("A&gents who answer"), this);
    agents->setBuddy(m_agents);
    m_rows->addRow(agents, m_agents);
    connect(m_agents, &QSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT changed();
    });
    m_reset = new QPushButton(tr("Usual targets"), this);
    m_reset->setObjectName(QStringLiteral("usualTargetsButton"));
    m_reset->setToolTip(tr("80 % in 20 s, mean wait 30 s, 5 % hang up, occupancy 90 %"));
    m_rows->addRow(QString(), m_reset);
    connect(m_reset, &QPushButton::clicked, this, &TargetsForm::reset);
}

void TargetsForm::addVolumeChange()
{
    m_volume = new VolumeChangeSpin(this);
    m_volume->setObjectName(QStringLiteral("volumeChangeSpin"));
    m_volume->setAccessibleName(tr("Expected change of volume"));
    m_volume->setToolTip(
        tr("How the number of calls will change compared with the last two weeks, e.g. +10 %. If "
           "left empty, the coming weeks are assumed to be like the past ones."));
    leaveWheelToPage(*m_volume);
    connect(m_volume, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            Q_EMIT changed();
    });
    auto *label = new QLabel(tr("&Expected change of volume"), this);
    label->setBuddy(m_volume);
    m_useSeen = new QPushButton(this);
    m_useSeen->setObjectName(QStringLiteral("useSeenChangeButton"));
    // Below its label, which would widen the first column beyond what the card has room for.
    auto *field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(m_volume);
    field->addWidget(m_useSeen);
    field->addStretch(1);
    m_rows->addRow(label);
    m_rows->addRow(field);
    m_useSeen->hide();
    connect(m_useSeen, &QPushButton::clicked, this, [this] { m_volume->setChange(m_seen); });
}

void TargetsForm::offerVolumeChange(std::optional<double> seen)
{
    m_seen = seen;
    constexpr double kSame = 0.001; ///< as far as the field shows it
    const bool isNews = seen && std::abs(*seen - m_volume->change().value_or(-1.0)) > kSame;
    m_useSeen->setVisible(isNews);
    if (!isNews)
        return;
    m_useSeen->setText(tr("Use the observed change: %1")
                           .arg(m_volume->textFromValue(*seen * 100) + m_volume->suffix()));
    m_useSeen->setToolTip(tr("How far the volume of the last two weeks differs from that of the "
                             "days before. Use it if you expect a similar change again."));
}

void TargetsForm::show(const CapacityConfig &config, bool isRoom)
{
    m_isShowing = true;
    const Targets &targets = config.targets;
    showTarget(m_serviceLevel.isOn, m_serviceLevel.value, targets.serviceLevel, 100);
    m_serviceSeconds->setValue(targets.serviceSeconds);
    showTarget(m_asa.isOn, m_asa.value, targets.asaSeconds, 1);
    showTarget(m_abandon.isOn, m_abandon.value, targets.abandonRate, 100);
    showTarget(m_occupancy.isOn, m_occupancy.value, targets.occupancy, 100);
    m_shrinkage->setValue(config.shrinkage * 100);
    m_volume->setChange(config.volumeChange);
    m_agents->setValue(config.agents.value_or(0));
    m_agents->setVisible(isRoom);
    m_rows->labelForField(m_agents)->setVisible(isRoom);
    m_isShowing = false;
}

CapacityConfig TargetsForm::applied(CapacityConfig config) const
{
    Targets &targets = config.targets;
    targets.serviceLevel = targetIn(m_serviceLevel.isOn, m_serviceLevel.value, 100);
    targets.serviceSeconds = m_serviceSeconds->value();
    targets.asaSeconds = targetIn(m_asa.isOn, m_asa.value, 1);
    targets.abandonRate = targetIn(m_abandon.isOn, m_abandon.value, 100);
    targets.occupancy = targetIn(m_occupancy.isOn, m_occupancy.value, 100);
    config.shrinkage = m_shrinkage->value() / 100;
    config.volumeChange = m_volume->change();
    config.agents = m_agents->value() > 0 ? std::optional(m_agents->value()) : std::nullopt;
    return config;
}

void TargetsForm::reset()
{
    CapacityConfig usual = applied({});
    usual.targets = Targets();
    show(usual, m_agents->isVisibleTo(this));
    Q_EMIT changed();
}

} // namespace queuesmith
