#include "window/preferences/preferencesdialog.h"

#include "ui_preferencesdialog.h"
#include "window/appearance/fonts.h"
#include "window/settings/settings.h"

namespace queuesmith {

namespace {

/// A box of words that are kept in the settings, each shown as a text.
void offer(QComboBox *box, Settings &settings, const Setting<QString> &setting,
    const QList<std::pair<QString, QString>> &choices)
{
    for (const auto &[word, text] : choices)
        box->addItem(text, word);
    box->setCurrentIndex(std::max(0, box->findData(settings.value(setting))));
    QObject::connect(box, &QComboBox::activated, box,
        [box, &settings, &setting] { settings.set(setting, box->currentData().toString()); });
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PreferencesDialog>())
{
    m_ui->setupUi(this);
    makeHint(m_ui->languageHint);
    makeHint(m_ui->notifyHint);
    offer(m_ui->appearanceBox, settings, setting::kAppearance,
        {{QStringLiteral("system"), tr("Same as the desktop")},
            {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}});
    offer(m_ui->languageBox, settings, setting::kLanguage,
        {{QStringLiteral("system"), tr("Same as the desktop")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}});
    m_ui->notifyCheck->setChecked(settings.value(setting::kNotifications));
    connect(m_ui->notifyCheck, &QCheckBox::toggled, this,
        [&settings](bool on) { settings.set(setting::kNotifications, on); });
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

PreferencesDialog::~PreferencesDialog() = default;

} // namespace queuesmith
