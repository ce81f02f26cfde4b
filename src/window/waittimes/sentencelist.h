#pragma once

#include "window/appearance/status.h"

#include <QList>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace queuesmith {

/// Sentences one below the other, each with its status or without one.
class SentenceList final : public QWidget {
    Q_OBJECT

public:
    struct Line {
        std::optional<StatusKind> kind;
        QString text;

        bool operator==(const Line &) const = default;
    };

    explicit SentenceList(QWidget *parent = nullptr);

    void say(const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }

private:
    QVBoxLayout *m_rows;
    QList<Line> m_lines;
};

} // namespace queuesmith
