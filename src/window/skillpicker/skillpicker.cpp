#include "window/skillpicker/skillpicker.h"

#include "ui_skillpicker.h"
#include "window/skillpicker/chosenskillsmodel.h"
#include "window/skillpicker/skilldelegate.h"
#include "window/skillpicker/skillfinder.h"
#include "window/skillpicker/skilllistmodel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace queuesmith {

namespace {

// Rows that a list lays out in one go; the rest follows in slices, so that it never stands still.
constexpr int kLayoutSlice = 2000;

void prepare(QListView *view, QAbstractItemModel *model)
{
    view->setModel(model);
    view->setItemDelegate(new SkillDelegate(view));
    view->setUniformItemSizes(true);
}

/// What is selected, or else where the keyboard is.
QList<int> selectedRows(const QListView *view)
{
    QList<int> rows;
    const QModelIndexList selected = view->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    if (rows.isEmpty() && view->currentIndex().isValid())
        rows.append(view->currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void select(QListView *view, int row)
{
    const QModelIndex index = view->model()->index(std::min(row, view->model()->rowCount() - 1), 0);
    if (index.isValid())
        view->setCurrentIndex(index);
}

bool isEnter(int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; }

} // namespace

SkillPicker::SkillPicker(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SkillPicker>())
    , m_finder(new SkillFinder(this))
    , m_available(new SkillListModel(this))
    , m_chosen(new ChosenSkillsModel(this))
    , m_nothing(new QLabel)
{
    m_ui->setupUi(this);
    prepare(m_ui->availableSkillsList, m_available);
    prepare(m_ui->chosenSkillsList, m_chosen);
    m_ui->availableSkillsList->setLayoutMode(QListView::Batched);
    m_ui->availableSkillsList->setBatchSize(kLayoutSlice);
    for (QWidget *watched : {static_cast<QWidget *>(m_ui->skillSearchEdit),
             static_cast<QWidget *>(m_ui->availableSkillsList),
             static_cast<QWidget *>(m_ui->chosenSkillsList)})
        watched->installEventFilter(this);

    // In the empty list, where one looks for what was found.
    auto *place = new QVBoxLayout(m_ui->availableSkillsList->viewport());
    place->addWidget(m_nothing);
    m_nothing->setObjectName(QStringLiteral("nothingFoundLabel"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);

    connect(m_ui->skillSearchEdit, &QLineEdit::textChanged, m_finder, &SkillFinder::find);
    connect(m_finder, &SkillFinder::skillsReady, this, &SkillPicker::takeSkills);
    connect(m_finder, &SkillFinder::found, this, [this](const QList<int> &rows) {
        m_available->setFound(rows);
        m_ui->availableSkillsList->scrollToTop();
        updateTexts();
    });
    connect(m_ui->addSkillButton, &QPushButton::clicked, this, &SkillPicker::addSelected);
    connect(m_ui->removeSkillButton, &QPushButton::clicked, this, &SkillPicker::removeSelected);
    connect(m_ui->availableSkillsList, &QListView::doubleClicked, this, &SkillPicker::addSelected);
    connect(m_ui->chosenSkillsList, &QListView::doubleClicked, this, &SkillPicker::removeSelected);
    updateTexts();
}

SkillPicker::~SkillPicker() = default;

void SkillPicker::setSkills(const QList<Skill> &skills, bool isComplete)
{
    m_isNextComplete = isComplete;
    m_finder->setSkills(skills);
}

void SkillPicker::setChosen(const QList<SkillId> &chosen)
{
    m_chosen->setChosen(chosen);
    m_available->setChosen(chosen);
    updateTexts();
}

const QList<SkillId> &SkillPicker::chosen() const { return m_chosen->chosen(); }

QString SkillPicker::nameOf(const SkillId &id) const
{
    const std::shared_ptr<const SkillSearch> search = m_finder->search();
    const int row = search ? search->rowOf(id) : -1;
    return row < 0 ? QString() : search->at(row).name;
}

void SkillPicker::setNotice(const QString &notice)
{
    m_notice = notice;
    updateTexts();
}

bool SkillPicker::isIdle() const { return m_finder->isIdle(); }

void SkillPicker::focusSearch() { m_ui->skillSearchEdit->setFocus(Qt::OtherFocusReason); }

void SkillPicker::takeSkills()
{
    m_isComplete = m_isNextComplete;
    m_available->setSearch(m_finder->search());
    m_chosen->setSearch(m_finder->search(), m_isComplete);
    updateTexts();
}

void SkillPicker::addSelected()
{
    const QList<int> rows = selectedRows(m_ui->availableSkillsList);
    if (rows.isEmpty())
        return;
    QList<SkillId> ids;
    for (const int row : rows)
        ids.append(m_available->idAt(row));
    add(ids);
    select(m_ui->availableSkillsList, rows.first());
}

void SkillPicker::addFirst()
{
    // What is found may still be that of an earlier text; then nobody has seen what would be added.
    if (!m_finder->isIdle() || m_available->rowCount() == 0)
        return;
    add({m_available->idAt(0)});
    m_ui->skillSearchEdit->selectAll();
}

void SkillPicker::removeSelected()
{
    const QList<int> rows = selectedRows(m_ui->chosenSkillsList);
    if (rows.isEmpty())
        return;
    QList<SkillId> kept;
    for (int row = 0; row < m_chosen->rowCount(); ++row) {
        if (!rows.contains(row))
            kept.append(chosen().at(row));
    }
    choose(kept);
    select(m_ui->chosenSkillsList, rows.first());
}

void SkillPicker::add(const QList<SkillId> &ids)
{
    QList<SkillId> all = chosen();
    for (const SkillId &id : ids) {
        if (!all.contains(id))
            all.append(id);
    }
    choose(all);
}

void SkillPicker::choose(const QList<SkillId> &chosen)
{
    setChosen(chosen);
    Q_EMIT chosenChanged();
}

void SkillPicker::updateTexts()
{
    m_ui->chosenSumLabel->setText(m_chosen->sum());
    const int shown = m_available->rowCount();
    const QString wanted = m_ui->skillSearchEdit->text().trimmed();
    const bool isVain = m_finder->search() && m_finder->isIdle() && shown == 0 && !wanted.isEmpty();
    m_nothing->setText(m_available->hasFound() ? tr("Every skill that matches is chosen")
                                               : tr("No skill matches “%1”").arg(wanted));
    m_nothing->setVisible(isVain);
    if (!m_notice.isEmpty())
        m_ui->foundLabel->setText(m_notice);
    else if (!m_finder->search())
        m_ui->foundLabel->setText(QString());
    else
        m_ui->foundLabel->setText(
            tr("%1 of %2")
                .arg(QLocale().toString(shown), QLocale().toString(m_finder->search()->size())));
}

bool SkillPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *keyEvent = static_cast<QKeyEvent *>(event);
    if (keyEvent->modifiers().testFlag(Qt::ControlModifier))
        return false; // Ctrl+Enter belongs to the page
    if (watched == m_ui->skillSearchEdit)
        return keyInSearch(keyEvent->key());
    if (watched == m_ui->availableSkillsList)
        return keyInAvailable(keyEvent->key());
    return keyInChosen(keyEvent->key());
}

bool SkillPicker::keyInSearch(int key)
{
    if (key == Qt::Key_Down)
        enterAvailable();
    else if (isEnter(key))
        addFirst();
    else if (key == Qt::Key_Escape && !m_ui->skillSearchEdit->text().isEmpty())
        m_ui->skillSearchEdit->clear();
    else
        return false;
    return true;
}

void SkillPicker::enterAvailable()
{
    if (m_available->rowCount() == 0)
        return;
    if (!m_ui->availableSkillsList->currentIndex().isValid())
        select(m_ui->availableSkillsList, 0);
    m_ui->availableSkillsList->setFocus(Qt::OtherFocusReason);
}

bool SkillPicker::keyInAvailable(int key)
{
    if (isEnter(key))
        addSelected();
    else if (key == Qt::Key_Up && m_ui->availableSkillsList->currentIndex().row() <= 0)
        focusSearch();
    else
        return false;
    return true;
}

bool SkillPicker::keyInChosen(int key)
{
    if (key != Qt::Key_Delete && key != Qt::Key_Backspace)
        return false;
    removeSelected();
    return true;
}

} // namespace queuesmith
