#include "window/auditlog/auditfilterline.h"

#include "ui_auditlogpage.h"
#include "window/auditlog/auditperiod.h"
#include "window/auditlog/auditwords.h"

#include <QScopedValueRollback>

namespace queuesmith {

AuditFilterLine::AuditFilterLine(Ui::AuditLogPage &form, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_clock(clock)
{
    fillChoices();
    for (QLineEdit *edit : {m_form.filterEdit, m_form.queueFilter, m_form.actorFilter}) {
        connect(edit, &QLineEdit::textChanged, this, &AuditFilterLine::changeSoon);
        connect(edit, &QLineEdit::returnPressed, this, &AuditFilterLine::changeNow);
    }
    for (QComboBox *choice : {m_form.actionFilter, m_form.outcomeFilter})
        connect(choice, &QComboBox::currentIndexChanged, this, &AuditFilterLine::changeNow);
    for (DayEdit *day : {m_form.fromDay, m_form.toDay})
        connect(day, &QDateEdit::dateChanged, this, &AuditFilterLine::changeSoon);
    connect(m_form.clearButton, &QPushButton::clicked, this, &AuditFilterLine::clear);
    changeNow();
}

void AuditFilterLine::fillChoices()
{
    m_form.actionFilter->addItem(tr("any"), QString());
    for (const AuditAction action : allActions())
        m_form.actionFilter->addItem(actionText(word(action)), word(action));
    m_form.outcomeFilter->addItem(tr("any"), QString());
    for (const AuditOutcome outcome : allOutcomes()) {
        const QString name = word(outcome);
        m_form.outcomeFilter->addItem(statusText(outcomeStatus(name), outcomeText(name)), name);
    }
}

AuditFilter AuditFilterLine::filter() const
{
    AuditFilter filter;
    filter.text = m_form.filterEdit->text().trimmed();
    filter.action = m_form.actionFilter->currentData().toString();
    filter.outcome = m_form.outcomeFilter->currentData().toString();
    filter.queue = m_form.queueFilter->text().trimmed();
    filter.actor = m_form.actorFilter->text().trimmed();
    setDays(&filter, m_form.fromDay->day(), m_form.toDay->day());
    return filter;
}

void AuditFilterLine::clear()
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        empty();
    }
    changeNow();
}

void AuditFilterLine::showQueue(const QString &idOrName)
{
    {
        const QScopedValueRollback quiet(m_quiet, true);
        empty();
        m_form.queueFilter->setText(idOrName);
    }
    changeNow();
}

void AuditFilterLine::empty()
{
    for (QLineEdit *edit : {m_form.filterEdit, m_form.queueFilter, m_form.actorFilter})
        edit->clear();
    for (QComboBox *choice : {m_form.actionFilter, m_form.outcomeFilter})
        choice->setCurrentIndex(0);
    for (DayEdit *day : {m_form.fromDay, m_form.toDay})
        day->setDay({});
}

void AuditFilterLine::changeSoon()
{
    if (m_quiet)
        return;
    m_pause.cancel();
    m_pause = m_clock.callAfter(kTypingPause, this, [this] { changeNow(); });
}

void AuditFilterLine::changeNow()
{
    if (m_quiet)
        return;
    m_pause.cancel();
    const AuditFilter now = filter();
    m_form.clearButton->setEnabled(!isEmpty());
    for (QWidget *day :
        {static_cast<QWidget *>(m_form.fromDay), static_cast<QWidget *>(m_form.toDay)})
        day->setToolTip(periodText(now));
    Q_EMIT changed();
}

} // namespace queuesmith
