#include "typist.h"

#include "window/skillpicker/skillfinder.h"
#include "window/skillpicker/skillpicker.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <algorithm>

namespace queuesmith {

namespace {
using namespace std::chrono_literals;

constexpr auto kPause = 30ms; ///< faster than anybody types
} // namespace

Typist::Typist(SkillPicker &picker, const QString &text)
    : m_picker(picker)
    , m_edit(picker.findChild<QLineEdit *>(QStringLiteral("skillSearchEdit")))
    , m_list(picker.findChild<QListView *>(QStringLiteral("availableSkillsList")))
    , m_text(text)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &Typist::press);
    connect(picker.findChild<SkillFinder *>(), &SkillFinder::found, this, &Typist::takeAnswer);
}

void Typist::start()
{
    m_edit->setFocus();
    m_mostFound = m_leastFound = m_list->model()->rowCount();
    m_pause.start();
}

void Typist::press()
{
    const QChar key = m_text.at(m_next);
    m_isWaiting = true;
    m_clock.start();
    if (key == u'\b')
        QTest::keyClick(m_edit, Qt::Key_Backspace);
    else
        QTest::keyClick(m_edit, key.toLatin1());
    m_taken.append(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
}

void Typist::takeAnswer()
{
    if (!m_isWaiting || !m_picker.isIdle())
        return;
    m_isWaiting = false;
    m_list->viewport()->repaint();
    m_answered.append(static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
    const int found = m_list->model()->rowCount();
    m_mostFound = std::max(m_mostFound, found);
    m_leastFound = std::min(m_leastFound, found);
    if (++m_next < m_text.size())
        m_pause.start();
}

} // namespace queuesmith
