#include "window/welcome/welcomepage.h"

#include "ui_welcomepage.h"
#include "window/appearance/fonts.h"

namespace queuesmith {

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    makeTitle(m_ui->titleLabel);
    makeHint(m_ui->demoHint);
    makeHint(m_ui->connectHint);
    m_ui->noteLabel->hide();
    connect(m_ui->demoButton, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &WelcomePage::connectRequested);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::showNote(const QString &text)
{
    m_ui->noteLabel->setText(text);
    m_ui->noteLabel->setVisible(!text.isEmpty());
}

} // namespace queuesmith
