#pragma once

#include "cxone/connection.h"

#include <QLabel>

namespace queuesmith {

/// The strip across the window that says, in a word and a colour, what is being worked on.
class EnvironmentStrip final : public QLabel {
    Q_OBJECT

public:
    explicit EnvironmentStrip(QWidget *parent = nullptr);

    void show(const Connection &connection);
};

} // namespace queuesmith
