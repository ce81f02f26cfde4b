#include "window/appearance/fold.h"

namespace queuesmith {

Fold::Fold(QWidget *parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::toggled, this, &Fold::follow);
    follow();
}

void Fold::setContent(QWidget *content)
{
    m_content = content;
    follow();
}

void Fold::follow()
{
    setArrowType(isChecked() ? Qt::DownArrow : Qt::RightArrow);
    if (m_content)
        m_content->setVisible(isChecked());
}

} // namespace queuesmith
