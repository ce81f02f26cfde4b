#include "window/queues/filterfields.h"

#include "window/queues/queuesfilter.h"
#include "window/queues/queuesmodel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace queuesmith {

FilterFields::FilterFields(
    const Widgets &widgets, const QueuesModel &model, QueuesFilter &rows, QObject *parent)
    : QObject(parent)
    , m_ui(widgets)
    , m_model(model)
    , m_rows(rows)
{
    for (QLineEdit *edit : {m_ui.search, m_ui.skill})
        connect(edit, &QLineEdit::textChanged, this, &FilterFields::take);
    connect(m_ui.target, &QComboBox::currentIndexChanged, this, &FilterFields::take);
    fillTargets();
}

void FilterFields::take()
{
    QueuesCriteria criteria;
    criteria.text = m_ui.search->text().trimmed();
    criteria.skill = m_ui.skill->text().trimmed();
    const QVariant target = m_ui.target->currentData();
    if (target.isValid())
        criteria.overflowTarget = QueueId{target.toString()};
    m_rows.setCriteria(criteria);
    Q_EMIT changed();
}

void FilterFields::fillTargets()
{
    QList<std::pair<QString, QueueId>> named;
    const QList<QueueId> targets = m_model.overflowTargets();
    for (const QueueId &target : targets)
        named.append({m_model.queueName(target), target});
    if (named == m_targets && m_ui.target->count() > 0)
        return;
    m_targets = named;
    const QVariant chosen = m_ui.target->currentData();
    const QSignalBlocker blocker(m_ui.target);
    m_ui.target->clear();
    m_ui.target->addItem(tr("Any"));
    m_ui.target->addItem(tr("none"), QString());
    for (const auto &[name, target] : std::as_const(m_targets))
        m_ui.target->addItem(name, target.value);
    // A target that nothing overflows to any more stays chosen until the person says otherwise.
    if (chosen.isValid() && m_ui.target->findData(chosen) < 0)
        m_ui.target->addItem(m_model.queueName(QueueId{chosen.toString()}), chosen);
    m_ui.target->setCurrentIndex(chosen.isValid() ? m_ui.target->findData(chosen) : 0);
}

void FilterFields::clear()
{
    {
        const QSignalBlocker search(m_ui.search);
        const QSignalBlocker skill(m_ui.skill);
        const QSignalBlocker target(m_ui.target);
        m_ui.search->clear();
        m_ui.skill->clear();
        m_ui.target->setCurrentIndex(0);
    }
    take();
}

void FilterFields::showOverflowingTo(const QueueId &target)
{
    fillTargets();
    m_ui.search->clear();
    m_ui.skill->clear();
    m_ui.target->setCurrentIndex(m_ui.target->findData(target.value));
}

} // namespace queuesmith
