#include "window/connections/connectionform.h"

#include "ui_connectionspage.h"
#include "window/appearance/sentences.h"
#include "window/session/sessions.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace queuesmith {

namespace {

struct ConnectionFormTr {
    Q_DECLARE_TR_FUNCTIONS(queuesmith::ConnectionsPage)
};

Error wrong(const QWidget *field, const QString &message)
{
    Error error = Error::of(ErrorKind::Usage, "connection_form", message);
    error.detail = field->objectName();
    return error;
}

Error at(const QWidget *field, const Error &error) { return wrong(field, sentenceOf(error)); }

} // namespace

void ConnectionForm::show(const Connection &connection)
{
    m_shown = connection;
    if (m_shown.timeZone.isEmpty())
        m_shown.timeZone = QTimeZone::systemTimeZoneId();
    m_ui.nameEdit->setText(connection.name);
    m_ui.urlEdit->setText(connection.baseUrl.toString());
    m_ui.clientEdit->setText(connection.clientId);
    m_ui.secretEdit->clear();
    m_ui.seatsSpin->setValue(static_cast<int>(connection.licensedAgents.value_or(0)));
    m_ui.wfmEdit->setText(connection.wfm.endpoint.toString());
    m_ui.environmentCombo->setCurrentIndex(static_cast<int>(connection.environment));
    m_ui.priorityCombo->setCurrentIndex(static_cast<int>(connection.priorityOrder));
    m_ui.zoneCombo->setEditText(QString::fromLatin1(m_shown.timeZone));
    m_ui.authorityEdit->setText(connection.authorityFile);
    m_ui.readingCombo->setCurrentIndex(static_cast<int>(connection.capacity.reading));
    m_ui.unapprovedCombo->setCurrentIndex(static_cast<int>(connection.capacity.unapproved));
    m_ui.approvalDaysSpin->setValue(connection.capacity.approvalDays);
    m_ui.readOnlyCheck->setChecked(connection.readOnly);
}

Result<Connection> ConnectionForm::read() const
{
    Connection connection = m_shown;
    connection.name = m_ui.nameEdit->text().trimmed();
    if (connection.name.isEmpty())
        return wrong(m_ui.nameEdit,
            ConnectionFormTr::tr(
                "The connection has no name. Name it, so that you can choose it later."));
    const Result<QUrl> url = parseBaseUrl(m_ui.urlEdit->text().trimmed());
    if (!url)
        return at(m_ui.urlEdit, url.error());
    connection.baseUrl = url.value();
    connection.clientId = m_ui.clientEdit->text().trimmed();
    if (connection.clientId.isEmpty())
        return wrong(m_ui.clientEdit,
            ConnectionFormTr::tr(
                "The client id is missing. You find it with the client in the admin console."));
    if (connection.name == QLatin1StringView(Sessions::kDemoName))
        return wrong(m_ui.nameEdit,
            ConnectionFormTr::tr("“%1” is the name of the built-in tenant. Choose another name.")
                .arg(connection.name));
    connection.licensedAgents.reset();
    if (m_ui.seatsSpin->value() > 0)
        connection.licensedAgents = m_ui.seatsSpin->value();
    connection.wfm.endpoint.clear();
    if (const QString text = m_ui.wfmEdit->text().trimmed(); !text.isEmpty()) {
        const Result<QUrl> endpoint = parseWfmEndpoint(text);
        if (!endpoint)
            return at(m_ui.wfmEdit, endpoint.error());
        connection.wfm.endpoint = endpoint.value();
    }
    connection.environment = static_cast<Environment>(m_ui.environmentCombo->currentIndex());
    connection.priorityOrder = static_cast<PriorityOrder>(m_ui.priorityCombo->currentIndex());
    connection.timeZone = m_ui.zoneCombo->currentText().trimmed().toLatin1();
    if (!connection.timeZone.isEmpty() && !QTimeZone(connection.timeZone).isValid())
        return wrong(m_ui.zoneCombo,
            ConnectionFormTr::tr("There is no such time zone. Choose one from the list, for "
                                 "example Europe/Berlin."));
    connection.authorityFile = m_ui.authorityEdit->text().trimmed();
    if (const auto authorities = readAuthorities(connection.authorityFile); !authorities)
        return at(m_ui.authorityEdit, authorities.error());
    connection.capacity.reading = static_cast<CapacityReading>(m_ui.readingCombo->currentIndex());
    connection.capacity.unapproved =
        static_cast<UnapprovedCapacity>(m_ui.unapprovedCombo->currentIndex());
    connection.capacity.approvalDays = m_ui.approvalDaysSpin->value();
    connection.readOnly = m_ui.readOnlyCheck->isChecked();
    return connection;
}

bool ConnectionForm::isChanged() const
{
    const Result<Connection> now = read();
    return !now || !(now.value() == m_shown);
}

bool ConnectionForm::hasRareSettings() const
{
    const Connection usual;
    return m_shown.priorityOrder != usual.priorityOrder || !(m_shown.capacity == usual.capacity)
        || !m_shown.authorityFile.isEmpty();
}

} // namespace queuesmith
