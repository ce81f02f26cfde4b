#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QLineEdit;
class QListView;

namespace queuesmith {

class SkillPicker;

/// Searches a skill picker as a person does, a key at a time, and notes for each key how long it
/// took until the answer was on the screen.
class Typist final : public QObject {
    Q_OBJECT

public:
    /// `text`: `\b` takes a letter back. `picker` must outlive this.
    Typist(SkillPicker &picker, const QString &text);

    void start();
    [[nodiscard]] bool isDone() const { return m_next == m_text.size(); }
    /// Milliseconds: until the key was taken in, and until its answer was painted.
    [[nodiscard]] const QList<double> &taken() const { return m_taken; }
    [[nodiscard]] const QList<double> &answered() const { return m_answered; }
    [[nodiscard]] int mostFound() const { return m_mostFound; }
    [[nodiscard]] int leastFound() const { return m_leastFound; }

private:
    void press();
    void takeAnswer();

    SkillPicker &m_picker;
    QLineEdit *m_edit;
    QListView *m_list;
    QString m_text;
    qsizetype m_next = 0;
    QTimer m_pause;
    QElapsedTimer m_clock;
    bool m_isWaiting = false;
    QList<double> m_taken;
    QList<double> m_answered;
    int m_mostFound = 0;
    int m_leastFound = 0;
};

} // namespace queuesmith
