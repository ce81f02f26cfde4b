#include "window/connections/connectionspage.h"

#include "cxone/keychain.h"
#include "ui_connectionspage.h"
#include "window/appearance/fonts.h"
#include "window/appearance/sentences.h"
#include "window/appearance/wholeheight.h"
#include "window/appearance/wideword.h"
#include "window/connections/connectionlist.h"
#include "window/connections/connectiontest.h"
#include "window/connections/connectionwords.h"
#include "window/session/sessions.h"

#include <QMessageBox>
#include <QTimeZone>
#include <QToolButton>

#include <algorithm>

namespace queuesmith {

namespace {

/// What a reading of capacity means for the person's work, in a line.
QString meaningOf(CapacityReading reading)
{
    switch (reading) {
    case CapacityReading::Agents:
        return ConnectionsPage::tr(
            "A higher capacity shortens waits; it is checked against the licensed seats.");
    case CapacityReading::Waiting:
        return ConnectionsPage::tr(
            "A higher capacity turns fewer contacts away, but they wait longer.");
    case CapacityReading::System:
        break;
    }
    return ConnectionsPage::tr("Capacity beyond the number of agents is room to wait: fewer "
                               "contacts are turned away, but waits get longer.");
}

} // namespace

ConnectionsPage::ConnectionsPage(Sessions &sessions, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ConnectionsPage>())
    , m_form(*m_ui)
    , m_sessions(sessions)
    , m_test(new ConnectionTest(sessions, this))
{
    m_ui->setupUi(this);
    makeTitle(m_ui->titleLabel);
    makeHeading(m_ui->savedLabel);
    makeHeading(m_ui->checksLabel);
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        m_ui->zoneCombo->addItem(QString::fromLatin1(zone));
    fitToFont();
    connectParts();
    prepareCapacity();
    startNew();
}

ConnectionsPage::~ConnectionsPage() = default;

void ConnectionsPage::fitToFont()
{
    constexpr int kListWidth = 24; // digits
    m_ui->savedList->setFixedWidth(kListWidth * fontMetrics().horizontalAdvance(u'0'));
    // Both halves of the form begin their fields at the same place.
    int widest = 0;
    for (const QGridLayout *grid : {m_ui->form, m_ui->advancedForm}) {
        for (int row = 0; row < grid->rowCount(); ++row) {
            if (const QLayoutItem *label = grid->itemAtPosition(row, 0))
                widest = std::max(widest, label->sizeHint().width());
        }
    }
    for (QGridLayout *grid : {m_ui->form, m_ui->advancedForm})
        grid->setColumnMinimumWidth(0, widest);
}

void ConnectionsPage::connectParts()
{
    connect(m_ui->newButton, &QPushButton::clicked, this, &ConnectionsPage::startNew);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConnectionsPage::remove);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionsPage::test);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionsPage::save);
    connect(m_ui->openButton, &QPushButton::clicked, this, &ConnectionsPage::open);
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &ConnectionsPage::foldAdvanced);
    connect(m_ui->savedList, &QListWidget::itemActivated, this,
        [this] { m_sessions.choose(currentConnection(m_ui->savedList)); });
    connect(m_ui->savedList, &QListWidget::currentItemChanged, this,
        [this](const QListWidgetItem *item) {
            if (item)
                edit(currentConnection(m_ui->savedList));
        });
    connect(&m_sessions, &Sessions::savedChanged, this, &ConnectionsPage::listSaved);
    connect(&m_sessions, &Sessions::currentChanged, this, &ConnectionsPage::listSaved);
    connect(m_test, &ConnectionTest::finished, this, &ConnectionsPage::showReport);
    connect(m_test, &ConnectionTest::failed, this,
        [this](const Error &error) { showNote(StatusKind::Error, sentenceOf(error)); });
}

void ConnectionsPage::prepareCapacity()
{
    makeHint(m_ui->readingHint);
    WholeHeight::keep(m_ui->readingHint);
    const auto tell = [this](int index) {
        m_ui->readingHint->setText(meaningOf(static_cast<CapacityReading>(index)));
    };
    connect(m_ui->readingCombo, &QComboBox::currentIndexChanged, this, tell);
    tell(m_ui->readingCombo->currentIndex());
    const auto tellDays = [this](int days) {
        m_ui->approvalDaysSpin->setSuffix(tr(" day(s)", nullptr, days));
    };
    connect(m_ui->approvalDaysSpin, &QSpinBox::valueChanged, this, tellDays);
    tellDays(m_ui->approvalDaysSpin->value());
}

void ConnectionsPage::foldAdvanced(bool open)
{
    m_ui->advancedButton->setChecked(open);
    m_ui->advancedButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_ui->advancedBox->setVisible(open);
}

void ConnectionsPage::show(const Connection &connection)
{
    m_form.show(connection);
    m_ui->actorEdit->setText(m_sessions.actor());
    m_ui->checksList->clear();
    m_ui->removeButton->setEnabled(!m_editing.isEmpty());
    foldAdvanced(m_form.hasRareSettings());
}

void ConnectionsPage::startNew()
{
    m_editing.clear();
    listSaved();
    Connection fresh;
    fresh.name = m_sessions.savedNames().isEmpty() ? tr("My tenant") : QString();
    show(fresh);
    m_ui->secretEdit->setPlaceholderText(QString());
    showNote(StatusKind::Info, {});
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

void ConnectionsPage::edit(const QString &name, const QString &note)
{
    m_editing = name;
    listSaved();
    const Result<Connection> saved = m_sessions.profiles().load(name);
    if (!saved) {
        m_ui->removeButton->setEnabled(true);
        showNote(StatusKind::Error, sentenceOf(saved.error()));
        return;
    }
    show(saved.value());
    m_ui->secretEdit->setPlaceholderText(tr("leave empty to use the one in the keychain"));
    showNote(StatusKind::Warning, note);
}

void ConnectionsPage::listSaved()
{
    listConnections(m_ui->savedList, m_sessions);
    setCurrentConnection(m_ui->savedList, m_editing);
}

void ConnectionsPage::showNote(StatusKind kind, const QString &text)
{
    m_ui->noteLabel->say(kind, text);
    m_ui->noteLabel->setVisible(!text.isEmpty());
}

std::optional<Connection> ConnectionsPage::readForm()
{
    const Result<Connection> connection = m_form.read();
    if (connection)
        return connection.value();
    showNote(StatusKind::Error, sentenceOf(connection.error()));
    if (auto *field = findChild<QWidget *>(connection.error().detail)) {
        if (m_ui->advancedBox->isAncestorOf(field))
            foldAdvanced(true);
        field->setFocus();
    }
    return std::nullopt;
}

QString ConnectionsPage::secretName(const Connection &connection) const
{
    return m_editing.isEmpty() ? connection.name : m_editing;
}

void ConnectionsPage::withSecret(
    const QString &name, const std::function<void(const QByteArray &)> &use)
{
    const QByteArray typed = m_ui->secretEdit->text().toUtf8();
    if (!typed.isEmpty()) {
        use(typed);
        return;
    }
    m_sessions.readSecret(name, this, [this, use](const Result<QByteArray> &secret) {
        if (secret) {
            use(secret.value());
            return;
        }
        showNote(StatusKind::Error, secretSentence(secret.error()));
        m_ui->secretEdit->setFocus();
    });
}

void ConnectionsPage::test()
{
    m_tested = readForm();
    if (!m_tested)
        return;
    m_ui->checksList->clear();
    showNote(StatusKind::Waiting, tr("Asking the tenant …"));
    withSecret(secretName(*m_tested), [this, connection = *m_tested](const QByteArray &secret) {
        m_test->start(connection, secret);
    });
}

void ConnectionsPage::showReport(const CheckReport &whole)
{
    const bool isLocked = m_tested && m_tested->readOnly;
    const CheckReport report = isLocked ? whole.forReading() : whole;
    for (const CheckLine &line : report.lines) {
        const StatusWords words = wordsOf(line, isLocked);
        auto *item = new QListWidgetItem(statusText(words.kind, words.text), m_ui->checksList);
        item->setForeground(statusColor(words.kind, palette()));
    }
    const StatusWords headline = headlineOf(report, isLocked);
    showNote(headline.kind, headline.text);
}

void ConnectionsPage::save()
{
    const std::optional<Connection> connection = readForm();
    if (!connection)
        return;
    // The first one is opened at once; so is one that is open, since its settings are others now.
    const bool opens = m_sessions.open().isEmpty() || m_sessions.isOpen(connection->name);
    keep(*connection, opens ? After::Open : After::Stay);
}

void ConnectionsPage::open()
{
    const std::optional<Connection> connection = readForm();
    if (!connection)
        return;
    const bool isKept = m_editing == connection->name && !m_form.isChanged()
        && m_ui->secretEdit->text().isEmpty()
        && m_ui->actorEdit->text().trimmed() == m_sessions.actor();
    if (isKept)
        m_sessions.choose(connection->name);
    else
        keep(*connection, After::Open);
}

void ConnectionsPage::keep(const Connection &connection, After after)
{
    if (m_sessions.isBusy(connection.name)) {
        showNote(StatusKind::Warning,
            tr("Work is still under way on this connection. Wait for it to finish, or cancel it, "
               "then save."));
        return;
    }
    if (const QString actor = m_ui->actorEdit->text().trimmed(); !actor.isEmpty())
        m_sessions.setActor(actor);
    const QByteArray typed = m_ui->secretEdit->text().toUtf8();
    const auto choose = [this, connection](
                            const QByteArray &secret) { m_sessions.choose(connection, secret); };
    const QString keptUnder = secretName(connection);
    if (const Status saved = m_sessions.save(connection); !saved) {
        showNote(StatusKind::Warning,
            tr("%1 It is used until the window is closed.").arg(sentenceOf(saved.error())));
        withSecret(keptUnder, choose);
        return;
    }
    edit(connection.name);
    if (!typed.isEmpty())
        keepSecret(connection, typed, after);
    else if (keptUnder != connection.name) // renamed: its secret goes along
        withSecret(keptUnder, [this, connection, after](const QByteArray &secret) {
            keepSecret(connection, secret, after);
        });
    else if (after == After::Open)
        withSecret(keptUnder, choose);
    else
        tellSaved();
}

void ConnectionsPage::keepSecret(
    const Connection &connection, const QByteArray &secret, After after)
{
    keychain::writeSecret(
        connection.name, secret, this, [this, connection, secret, after](const Status &kept) {
            if (kept)
                Q_EMIT secretKept(connection.name);
            else
                Q_EMIT secretNotKept(connection.name, kept.error());
            if (after == After::Open)
                m_sessions.choose(connection, secret);
            else
                tellSaved();
        });
}

void ConnectionsPage::tellSaved()
{
    showNote(StatusKind::Ok, tr("Saved. Press “Connect” to open its queues."));
}

void ConnectionsPage::remove()
{
    const QString name = m_editing;
    if (m_sessions.isBusy(name)) {
        showNote(StatusKind::Warning,
            tr("Work is still under way on this connection. Wait for it to finish, or cancel it, "
               "then remove the connection."));
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove connection"),
        tr("Remove “%1” and its secret? The audit log is kept.").arg(withoutWideWords(name)),
        QMessageBox::NoButton, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->addButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this,
        [this, name, yes](const QAbstractButton *pressed) {
            if (pressed == yes)
                forget(name);
        });
    question->open();
}

void ConnectionsPage::forget(const QString &name)
{
    if (const Status removed = m_sessions.remove(name); !removed) {
        showNote(StatusKind::Error, sentenceOf(removed.error()));
        return;
    }
    keychain::removeSecret(name, this, [](const Status &) {});
    startNew();
    if (!m_sessions.isBusy(name))
        m_sessions.leave(name);
}

} // namespace queuesmith
