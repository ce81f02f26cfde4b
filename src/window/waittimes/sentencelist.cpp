#include "window/waittimes/sentencelist.h"

#include "window/tables/figuretexts.h"
#include "window/tables/statuslabel.h"

#include <QVBoxLayout>

namespace queuesmith {

SentenceList::SentenceList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    hide();
}

void SentenceList::say(const QList<Line> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    // Labels are used again, so that nothing flickers and a selection in one of them stays.
    while (m_rows->count() > lines.size())
        delete m_rows->itemAt(m_rows->count() - 1)->widget(); // the item goes with it
    for (int i = 0; i < lines.size(); ++i) {
        if (i == m_rows->count())
            m_rows->addWidget(new StatusLabel(this));
        auto *label = qobject_cast<StatusLabel *>(m_rows->itemAt(i)->widget());
        const QString text = unbroken(lines.at(i).text);
        if (lines.at(i).kind)
            label->say(*lines.at(i).kind, text);
        else
            label->say(text);
    }
    setVisible(!lines.isEmpty());
}

} // namespace queuesmith
