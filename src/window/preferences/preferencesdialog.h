#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class PreferencesDialog;
}

namespace queuesmith {

class Settings;

/// What a person may choose for the whole window: appearance, language, notifications. Each choice
/// holds at once; whoever it concerns listens to Settings::changed.
class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);
    ~PreferencesDialog() override;

private:
    std::unique_ptr<Ui::PreferencesDialog> m_ui;
};

} // namespace queuesmith
