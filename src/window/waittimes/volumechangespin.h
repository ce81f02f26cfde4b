#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace queuesmith {

/// What a person expects of the coming weeks' volume, as a percentage with its sign; or nothing,
/// which isn't the same as no change. Emptying the field takes back what was said.
class VolumeChangeSpin final : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit VolumeChangeSpin(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<double> change() const; ///< as a fraction
    void setChange(std::optional<double> change);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    QValidator::State validate(QString &text, int &position) const override;
    void stepBy(int steps) override;

private:
    [[nodiscard]] QString bare(const QString &text) const;
};

} // namespace queuesmith
