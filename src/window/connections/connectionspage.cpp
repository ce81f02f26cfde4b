#include "connectionspage.h"

#include "connectiontest.h"
#include "fonts.h"
#include "keychain.h"
#include "sentences.h"
#include "sessions.h"
#include "ui_connectionspage.h"

#include <QMessageBox>
#include <QTimeZone>

namespace queuesmith {

namespace {

/// What a reading of capacity means for the person's work, in a line.
QString meaningOf(CapacityReading reading)
{
    switch (reading) {
    case CapacityReading::Agents:
        return ConnectionsPage::tr("More of it shortens waits; it is held against the seats.");
    case CapacityReading::Waiting:
        return ConnectionsPage::tr(
            "More of it turns fewer contacts away, and lets them wait longer.");
    case CapacityReading::System:
        break;
    }
    return ConnectionsPage::tr(
        "What is above the agents is room to wait: fewer are turned away, waits grow.");
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
    connectParts();
    prepareCapacity();
    startNew();
}

ConnectionsPage::~ConnectionsPage() = default;

void ConnectionsPage::connectParts()
{
    connect(m_ui->newButton, &QPushButton::clicked, this, &ConnectionsPage::startNew);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConnectionsPage::remove);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionsPage::test);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionsPage::save);
    connect(m_ui->savedList, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem *item) { m_sessions.choose(item->text()); });
    connect(m_ui->savedList, &QListWidget::currentItemChanged, this,
        [this](const QListWidgetItem *item) {
            if (item)
                edit(item->text());
        });
    connect(&m_sessions, &Sessions::savedChanged, this, &ConnectionsPage::listSaved);
    connect(m_test, &ConnectionTest::finished, this, &ConnectionsPage::showReport);
    connect(m_test, &ConnectionTest::failed, this,
        [this](const Error &error) { showNote(StatusKind::Error, sentenceOf(error)); });
}

void ConnectionsPage::prepareCapacity()
{
    makeHint(m_ui->readingHint);
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

void ConnectionsPage::startNew()
{
    listSaved();
    Connection fresh;
    fresh.name = m_sessions.savedNames().isEmpty() ? tr("My tenant") : QString();
    m_form.show(fresh);
    m_ui->secretEdit->setPlaceholderText(QString());
    m_ui->checksList->clear();
    m_ui->removeButton->setEnabled(false);
    showNote(StatusKind::Info, {});
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

void ConnectionsPage::edit(const QString &name, const QString &note)
{
    listSaved();
    const QList<QListWidgetItem *> items = m_ui->savedList->findItems(name, Qt::MatchExactly);
    if (!items.isEmpty()) {
        const QSignalBlocker quiet(m_ui->savedList);
        m_ui->savedList->setCurrentItem(items.first());
    }
    m_ui->removeButton->setEnabled(!items.isEmpty());
    m_ui->checksList->clear();
    const Result<Connection> saved = m_sessions.profiles().load(name);
    if (!saved) {
        showNote(StatusKind::Error, sentenceOf(saved.error()));
        return;
    }
    m_form.show(saved.value());
    m_ui->secretEdit->setPlaceholderText(tr("leave empty to use the one in the keychain"));
    showNote(StatusKind::Warning, note);
}

void ConnectionsPage::listSaved()
{
    const QSignalBlocker quiet(m_ui->savedList);
    m_ui->savedList->clear();
    m_ui->savedList->addItems(m_sessions.savedNames());
}

void ConnectionsPage::showNote(StatusKind kind, const QString &text)
{
    m_ui->noteLabel->setText(text.isEmpty() ? text : statusText(kind, text));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, statusColor(kind, colours));
    m_ui->noteLabel->setPalette(colours);
    m_ui->noteLabel->setVisible(!text.isEmpty());
}

std::optional<Connection> ConnectionsPage::readForm()
{
    const Result<Connection> connection = m_form.read();
    if (connection)
        return connection.value();
    showNote(StatusKind::Error, sentenceOf(connection.error()));
    if (auto *field = findChild<QWidget *>(connection.error().detail))
        field->setFocus();
    return std::nullopt;
}

void ConnectionsPage::withSecret(
    const QString &name, const std::function<void(const QByteArray &)> &use)
{
    const QByteArray typed = m_ui->secretEdit->text().toUtf8();
    if (!typed.isEmpty()) {
        use(typed);
        return;
    }
    keychain::readSecret(name, this, [this, use](const Result<QByteArray> &secret) {
        if (secret) {
            use(secret.value());
            return;
        }
        showNote(StatusKind::Error,
            tr("The client's secret is missing. Enter it. %1").arg(sentenceOf(secret.error())));
        m_ui->secretEdit->setFocus();
    });
}

void ConnectionsPage::test()
{
    const std::optional<Connection> connection = readForm();
    if (!connection)
        return;
    m_ui->checksList->clear();
    showNote(StatusKind::Waiting, tr("Asking the tenant …"));
    withSecret(connection->name,
        [this, connection](const QByteArray &secret) { m_test->start(*connection, secret); });
}

void ConnectionsPage::showReport(const CheckReport &report)
{
    for (const CheckLine &line : report.lines) {
        const StatusKind kind = line.ok ? StatusKind::Ok
            : line.isNeeded             ? StatusKind::Error
                                        : StatusKind::Warning;
        QString text = line.name + QStringLiteral(": ") + translated(line.detail);
        if (!line.missingScope.isEmpty() && !line.detail.english().contains(line.missingScope))
            text += u' ' + tr("The scope %1 is missing.").arg(line.missingScope);
        auto *item = new QListWidgetItem(statusText(kind, text), m_ui->checksList);
        item->setForeground(statusColor(kind, palette()));
    }
    if (report.ok())
        showNote(
            StatusKind::Ok, tr("The tenant answers, and the client may do all that is needed."));
    else if (report.tokenOrScopeFailed)
        showNote(StatusKind::Error,
            tr("The client isn't allowed everything that is needed. The list below says what "
               "lacks; it is granted in the tenant's admin console."));
    else
        showNote(
            StatusKind::Error, tr("Not everything answers. The list below says what and why."));
}

void ConnectionsPage::save()
{
    const std::optional<Connection> connection = readForm();
    if (!connection)
        return;
    if (m_sessions.isBusy(connection->name)) {
        showNote(StatusKind::Warning,
            tr("Work is still under way through this connection. Wait for its end, or cancel it, "
               "then save."));
        return;
    }
    withSecret(connection->name, [this, connection](const QByteArray &secret) {
        if (const Status saved = m_sessions.profiles().save(*connection); !saved) {
            showNote(StatusKind::Warning,
                tr("%1 It is used until the window is closed.").arg(sentenceOf(saved.error())));
            m_sessions.choose(*connection, secret);
            return;
        }
        Q_EMIT m_sessions.savedChanged();
        keepSecret(*connection, secret);
    });
}

void ConnectionsPage::keepSecret(const Connection &connection, const QByteArray &secret)
{
    keychain::writeSecret(
        connection.name, secret, this, [this, connection, secret](const Status &kept) {
            if (!kept)
                Q_EMIT secretNotKept(connection.name, kept.error());
            m_sessions.choose(connection, secret);
        });
}

void ConnectionsPage::remove()
{
    const QString name = m_ui->nameEdit->text();
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove connection"),
        tr("Remove “%1” with its secret? The audit log stays as it is.").arg(name),
        QMessageBox::NoButton, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto *yes = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->addButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this,
        [this, name, yes](const QAbstractButton *pressed) {
            if (pressed != yes)
                return;
            if (const Status removed = m_sessions.profiles().remove(name); !removed) {
                showNote(StatusKind::Error, sentenceOf(removed.error()));
                return;
            }
            keychain::removeSecret(name, this, [](const Status &) {});
            if (!m_sessions.isBusy(name))
                m_sessions.close(name);
            Q_EMIT m_sessions.savedChanged();
            startNew();
        });
    question->open();
}

} // namespace queuesmith
