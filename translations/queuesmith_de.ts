<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApprovalPanel</name>
    <message>
        <source>Approval of the capacity</source>
        <translation>Freigabe der Kapazität</translation>
    </message>
    <message>
        <source>See the wait times ›</source>
        <translation>Wartezeiten ansehen ›</translation>
    </message>
    <message>
        <source>See the wait times</source>
        <translation>Wartezeiten ansehen</translation>
    </message>
    <message>
        <source>The charts of this queue, and what the model says</source>
        <translation>Die Diagramme dieser Warteschlange, und was das Modell sagt</translation>
    </message>
    <message>
        <source>&amp;Evidence from</source>
        <translation>Be&amp;lege von</translation>
    </message>
    <message>
        <source>Evidence from a similar queue</source>
        <translation>Belege von einer ähnlichen Warteschlange</translation>
    </message>
    <message>
        <source>A new queue has no history; a similar queue&apos;s can stand in for it, and the record says so</source>
        <translation>Eine neue Warteschlange hat keinen Verlauf; der einer ähnlichen kann dafür stehen, und der Eintrag sagt es</translation>
    </message>
    <message>
        <source>I have reviewed the wait-time history</source>
        <translation>Ich habe den Verlauf geprüft</translation>
    </message>
    <message>
        <source>Required for an approval if there is a history</source>
        <translation>Für eine Freigabe nötig, wo es einen Verlauf gibt</translation>
    </message>
    <message>
        <source>Approval &amp;reason</source>
        <translation>Begründung der &amp;Freigabe</translation>
    </message>
    <message>
        <source>Approval reason</source>
        <translation>Begründung der Freigabe</translation>
    </message>
    <message>
        <source>Why you are doing this; kept in the audit log</source>
        <translation>Warum dies geschieht; steht im Prüfprotokoll</translation>
    </message>
    <message>
        <source>a ticket, who wants it, and why</source>
        <translation>ein Ticket, wer es will und warum</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Record that this capacity is approved, with the figures behind it</source>
        <translation>Festhalten, dass diese Kapazität freigegeben ist, mit den Zahlen, auf denen das beruht</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Record that this capacity is declined, and why</source>
        <translation>Festhalten, dass diese Kapazität abgelehnt ist, und warum</translation>
    </message>
    <message>
        <source>In production, sending needs a reason too. It goes into the audit log.</source>
        <translation>In Produktion braucht auch das Senden eine Begründung. Sie steht im Prüfprotokoll.</translation>
    </message>
</context>
<context>
    <name>AuditLogPage</name>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Saved head</source>
        <translation>Gespeicherter Kettenkopf</translation>
    </message>
    <message>
        <source>Compare the chain with a head hash saved earlier</source>
        <translation>Die Kette mit einem früher gespeicherten Kettenkopf vergleichen</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Compare with the saved head</source>
        <translation>Mit gespeichertem Kettenkopf vergleichen</translation>
    </message>
    <message>
        <source>record number and 64 hexadecimal digits, as “Copy head” copies them</source>
        <translation>Nummer des Eintrags und 64 Hexadezimalziffern, wie „Kettenkopf kopieren“ sie liefert</translation>
    </message>
    <message>
        <source>A truncated or completely rewritten log can only be detected with a head hash that you saved somewhere else.</source>
        <translation>Ein abgeschnittenes Ende oder ein im Ganzen neu geschriebenes Protokoll zeigt sich nur durch einen Kettenkopf, der vorher an anderer Stelle gespeichert wurde.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>any text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text anywhere in the record, ignoring case</source>
        <translation>Text an beliebiger Stelle des Eintrags; Groß- und Kleinschreibung ist gleich</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>&amp;Outcome</source>
        <translation>&amp;Ergebnis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>name or id</source>
        <translation>Name oder ID</translation>
    </message>
    <message>
        <source>The full name of the queue, or its id</source>
        <translation>Der ganze Name der Warteschlange oder ihre ID</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The full name of the person</source>
        <translation>Der ganze Name der Person, die es getan hat</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>Bi&amp;s</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Show all records</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Validation success</source>
        <translation>Prüfungen bestanden</translation>
    </message>
    <message>
        <source>Provisioning success</source>
        <translation>Anlegen/Ändern gelungen</translation>
    </message>
    <message>
        <source>Latency, median</source>
        <translation>Latenz, Median</translation>
    </message>
    <message>
        <source>Latency, 95th percentile</source>
        <translation>Latenz, 95. Perzentil</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Stop the export; an existing file of that name is kept</source>
        <translation>Den Export beenden; eine ältere Datei dieses Namens bleibt</translation>
    </message>
    <message>
        <source>Copy head</source>
        <translation>Kettenkopf kopieren</translation>
    </message>
    <message>
        <source>Copy the number of the last record and the head hash, to save them somewhere else</source>
        <translation>Die Nummer des letzten Eintrags und den Kettenkopf kopieren, um sie anderswo zu notieren</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>Einträge des Prüfprotokolls</translation>
    </message>
    <message>
        <source>Record views</source>
        <translation>Ansichten des Eintrags</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Record as JSON</source>
        <translation>Eintrag als JSON</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again to continue reading</source>
        <translation>Erneut versuchen weiterzulesen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Compare with the saved hea&amp;d</source>
        <translation>Mit dem &amp;gespeicherten Kettenkopf vergleichen</translation>
    </message>
    <message>
        <source>Fi&amp;lter</source>
        <translation>Fi&amp;lter</translation>
    </message>
    <message>
        <source>Act&amp;ion</source>
        <translation>Akt&amp;ion</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>Wa&amp;rteschlange</translation>
    </message>
    <message>
        <source>Acto&amp;r</source>
        <translation>Ha&amp;ndelnder</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>V&amp;on</translation>
    </message>
</context>
<context>
    <name>AuditPeriod</name>
    <message>
        <source>Whole days in local time, both included.</source>
        <translation>Ganze Tage in Ortszeit, beide eingeschlossen.</translation>
    </message>
    <message>
        <source>In UTC: from %1 until before %2.</source>
        <translation>In UTC: ab %1 bis vor %2.</translation>
    </message>
    <message>
        <source>In UTC: from %1.</source>
        <translation>In UTC: ab %1.</translation>
    </message>
    <message>
        <source>In UTC: until before %1.</source>
        <translation>In UTC: bis vor %1.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung gescheitert</translation>
    </message>
    <message>
        <source>Validation rejected</source>
        <translation>Bei der Prüfung abgelehnt</translation>
    </message>
    <message>
        <source>Capacity approved</source>
        <translation>Kapazität freigegeben</translation>
    </message>
    <message>
        <source>Capacity declined</source>
        <translation>Kapazität nicht freigegeben</translation>
    </message>
    <message>
        <source>Queue provisioned</source>
        <translation>Warteschlange angelegt</translation>
    </message>
    <message>
        <source>Queue updated</source>
        <translation>Warteschlange geändert</translation>
    </message>
    <message>
        <source>Queue deleted</source>
        <translation>Warteschlange gelöscht</translation>
    </message>
    <message>
        <source>WFM export created</source>
        <translation>WFM-Export angelegt</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Lauf begonnen</translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation>Lauf beendet</translation>
    </message>
    <message>
        <source>Audit log exported</source>
        <translation>Prüfprotokoll exportiert</translation>
    </message>
    <message>
        <source>Audit log verified</source>
        <translation>Prüfprotokoll geprüft</translation>
    </message>
    <message>
        <source>intent</source>
        <translation>Absicht</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>Fehlschlag</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>An outcome this version doesn&apos;t know.</source>
        <translation>Ein Ergebnis, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Recorded before anything was sent. Another record has the outcome.</source>
        <translation>Eingetragen, bevor etwas gesendet wurde. Ein anderer Eintrag sagt, wie es ausging.</translation>
    </message>
    <message>
        <source>Done, and confirmed.</source>
        <translation>Ausgeführt und bestätigt.</translation>
    </message>
    <message>
        <source>Rejected before it could take effect.</source>
        <translation>Zurückgewiesen, bevor es wirken konnte.</translation>
    </message>
    <message>
        <source>Attempted, and certainly not done.</source>
        <translation>Versucht und sicher nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Sent, but it is not known whether it took effect. The tenant is checked before anything is resent.</source>
        <translation>Gesendet, aber ob es gewirkt hat, ist nicht bekannt. Das wird geklärt, bevor erneut etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Cancelled by a person before it could take effect.</source>
        <translation>Von einer Person abgebrochen, bevor es wirken konnte.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Approval of capacity</source>
        <translation>Freigabe der Kapazität</translation>
    </message>
    <message>
        <source>Refusal of capacity</source>
        <translation>Ablehnung der Kapazität</translation>
    </message>
    <message>
        <source>Provisioning of queue</source>
        <translation>Anlegen der Warteschlange</translation>
    </message>
    <message>
        <source>Update of queue</source>
        <translation>Ändern der Warteschlange</translation>
    </message>
    <message>
        <source>Deletion of queue</source>
        <translation>Löschen der Warteschlange</translation>
    </message>
    <message>
        <source>WFM export</source>
        <translation>WFM-Export</translation>
    </message>
    <message>
        <source>Start of run</source>
        <translation>Beginn des Laufs</translation>
    </message>
    <message>
        <source>End of run</source>
        <translation>Ende des Laufs</translation>
    </message>
    <message>
        <source>Export of audit log</source>
        <translation>Export des Prüfprotokolls</translation>
    </message>
    <message>
        <source>Verification of audit log</source>
        <translation>Prüfung des Prüfprotokolls</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>%1 could not be written (%2). Choose another place, or check permissions and free space.</source>
        <translation>%1 konnte nicht geschrieben werden (%2). Wählen Sie einen anderen Ort, oder prüfen Sie dessen Rechte und den freien Platz.</translation>
    </message>
</context>
<context>
    <name>ChecksPane</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>What differs from the tenant&apos;s queue</source>
        <translation>Was von der Warteschlange des Mandanten abweicht</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzdaten</translation>
    </message>
    <message>
        <source>The JSON that would be sent</source>
        <translation>Das JSON, das gesendet würde</translation>
    </message>
    <message>
        <source>Copy payload</source>
        <translation>Nutzdaten kopieren</translation>
    </message>
    <message>
        <source>Copy the request body</source>
        <translation>Den Anfragetext kopieren</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Alle Spalten anzeigen</translation>
    </message>
</context>
<context>
    <name>ConnectionsPage</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>Gespeicherte Verbindungen</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Clear the form to add another tenant</source>
        <translation>Das Formular für einen anderen Mandanten leeren</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Connection &amp;name</source>
        <translation>&amp;Name der Verbindung</translation>
    </message>
    <message>
        <source>Connection name</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>What this connection is called in the window</source>
        <translation>Wie diese Verbindung im Fenster heißt</translation>
    </message>
    <message>
        <source>&amp;Base URL</source>
        <translation>Basis-&amp;URL</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>The tenant&apos;s address; https, or http on this computer</source>
        <translation>Wo der Mandant antwortet; https, auf diesem Rechner auch http</translation>
    </message>
    <message>
        <source>https://api-na1.example.com</source>
        <translation>https://api-na1.example.com</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>The OAuth client of this program, from the admin console</source>
        <translation>Der OAuth-Client dieses Programms, aus der Admin-Konsole</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Kept in the keychain of this computer and nowhere else</source>
        <translation>Liegt im Schlüsselbund dieses Rechners und nirgends sonst</translation>
    </message>
    <message>
        <source>&amp;Licensed agents</source>
        <translation>&amp;Lizenzplätze</translation>
    </message>
    <message>
        <source>Licensed agents</source>
        <translation>Lizenzplätze</translation>
    </message>
    <message>
        <source>Seats covered by the licence; no queue may declare more</source>
        <translation>Plätze, die die Lizenz abdeckt; keine Warteschlange darf mehr angeben</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;WFM endpoint</source>
        <translation>W&amp;FM-Endpunkt</translation>
    </message>
    <message>
        <source>WFM endpoint</source>
        <translation>WFM-Endpunkt</translation>
    </message>
    <message>
        <source>Where event streams of new queues go; leave empty to export nothing</source>
        <translation>Wohin die Ereignisströme neuer Warteschlangen gehen; leer: nichts wird exportiert</translation>
    </message>
    <message>
        <source>https://wfm.example.com/queue-sync</source>
        <translation>https://wfm.example.com/queue-sync</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>In production, a reason is required before anything is sent</source>
        <translation>In der Produktion wird nach einer Begründung gefragt, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>Prio&amp;rität</translation>
    </message>
    <message>
        <source>Priority order</source>
        <translation>Reihenfolge der Prioritäten</translation>
    </message>
    <message>
        <source>Which end of the priority scale is more urgent in this tenant; its API does not say</source>
        <translation>In welche Richtung die Priorität bei diesem Mandanten läuft; seine Schnittstelle sagt es nicht</translation>
    </message>
    <message>
        <source>0 is most urgent</source>
        <translation>0 ist am dringendsten</translation>
    </message>
    <message>
        <source>9 is most urgent</source>
        <translation>9 ist am dringendsten</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The time zone in which this tenant&apos;s days and hours are shown</source>
        <translation>Tage und Uhrzeiten dieses Mandanten werden in dieser Zone gezeigt</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>A PEM file, if the tenant uses its own certificate authority</source>
        <translation>Eine PEM-Datei, wenn der Mandant eine eigene Zertifizierungsstelle hat</translation>
    </message>
    <message>
        <source>only if the tenant uses its own</source>
        <translation>nur für eine eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Lock: &amp;read only, send nothing that changes the tenant</source>
        <translation>Sperre: nur lesen, k&amp;eine Änderung wird an den Mandanten gesendet</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Ask the tenant for a token and try everything Queuesmith needs; changes nothing</source>
        <translation>Den Mandanten um ein Token und alles Nötige bitten; ändert nichts</translation>
    </message>
    <message>
        <source>Save connection</source>
        <translation>Verbindung speichern</translation>
    </message>
    <message>
        <source>Save this connection and open its queues</source>
        <translation>Diese Verbindung behalten und ihre Warteschlangen öffnen</translation>
    </message>
    <message>
        <source>Connection checks</source>
        <translation>Prüfungen der Verbindung</translation>
    </message>
    <message>
        <source>Capacity means</source>
        <translation>Kapazität meint</translation>
    </message>
    <message>
        <source>What a queue&apos;s capacity means in this tenant; its API does not say</source>
        <translation>Wofür die Kapazität einer Warteschlange in diesem Mandanten steht; seine Schnittstelle sagt es nicht</translation>
    </message>
    <message>
        <source>Agents who take contacts</source>
        <translation>Agenten, die Kontakte annehmen</translation>
    </message>
    <message>
        <source>Contacts that may wait</source>
        <translation>Kontakte, die warten dürfen</translation>
    </message>
    <message>
        <source>Agents and waiting places together</source>
        <translation>Agenten und Warteplätze zusammen</translation>
    </message>
    <message>
        <source>Higher capacity without approval</source>
        <translation>Höhere Kapazität ohne Freigabe</translation>
    </message>
    <message>
        <source>What happens to a higher capacity that no one has approved</source>
        <translation>Was mit einer Kapazität über der jetzigen geschieht, die niemand freigegeben hat</translation>
    </message>
    <message>
        <source>Days an approval stays valid</source>
        <translation>Tage, die eine Freigabe gilt</translation>
    </message>
    <message>
        <source>After this many days, a capacity must be approved again</source>
        <translation>Nach so vielen Tagen muss eine Kapazität neu freigegeben werden</translation>
    </message>
    <message>
        <source>Hi&amp;gher capacity</source>
        <translation>H&amp;öhere Kapazität</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>refuse unless approved</source>
        <translation>ohne Freigabe verweigert</translation>
    </message>
    <message>
        <source>Save&amp;d</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>Forget the selected connection and its secret; the audit log is kept</source>
        <translation>Die gewählte Verbindung und ihr Geheimnis vergessen; das Prüfprotokoll bleibt</translation>
    </message>
    <message>
        <source>Cl&amp;ient id</source>
        <translation>&amp;Client-ID</translation>
    </message>
    <message>
        <source>Environ&amp;ment</source>
        <translation>U&amp;mgebung</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide settings that rarely need changing</source>
        <translation>Selten Geändertes ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Recorded as</source>
        <translation>Eingetragen als</translation>
    </message>
    <message>
        <source>Your name in the audit log; applies to every connection</source>
        <translation>Wer handelt, wie das Prüfprotokoll Sie nennt; gilt für jede Verbindung</translation>
    </message>
    <message>
        <source>Capacit&amp;y means</source>
        <translation>Kapazi&amp;tät bedeutet</translation>
    </message>
    <message>
        <source>allowed with a warning</source>
        <translation>mit Warnung erlaubt</translation>
    </message>
    <message>
        <source>approval valid f&amp;or</source>
        <translation>Freigabe &amp;gilt</translation>
    </message>
    <message>
        <source>Certificate a&amp;uthority</source>
        <translation>Zert&amp;ifizierungsstelle</translation>
    </message>
    <message>
        <source>Save this connection</source>
        <translation>Diese Verbindung behalten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>What the &amp;tenant answered</source>
        <translation>Was der Mandant antw&amp;ortete</translation>
    </message>
</context>
<context>
    <name>DefinitionForm</name>
    <message>
        <source>Identity</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the queue is called in the tenant</source>
        <translation>Wie die Warteschlange beim Mandanten heißt</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Capacity and overflow</source>
        <translation>Kapazität und Überlauf</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Overflow to</source>
        <translation>Überlauf in</translation>
    </message>
    <message>
        <source>Overflow target</source>
        <translation>Überlaufziel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Overflow threshold</source>
        <translation>Überlaufschwelle</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation>Routing-Regeln</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Add a rule of another type; its value is JSON</source>
        <translation>Eine Regel eines anderen Typs hinzufügen; ihr Wert ist JSON</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Remove the selected rule</source>
        <translation>Die ausgewählte Regel entfernen</translation>
    </message>
    <message>
        <source>Skill groups</source>
        <translation>Skill-Gruppen</translation>
    </message>
    <message>
        <source>whose agents take contacts here</source>
        <translation>deren Agenten hier Kontakte annehmen</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>See the wait times behind this</source>
        <translation>Die Wartezeiten ansehen, auf denen das beruht</translation>
    </message>
    <message>
        <source>Make them the same</source>
        <translation>Angleichen</translation>
    </message>
    <message>
        <source>Give the rules “priority” and “capacity” the values of their fields</source>
        <translation>Den Regeln „priority“ und „capacity“ die Werte ihrer Felder geben</translation>
    </message>
</context>
<context>
    <name>EvidenceWords</name>
    <message>
        <source>Capacity decided</source>
        <translation>Entschiedene Kapazität</translation>
    </message>
    <message>
        <source>Capacity at that time</source>
        <translation>Kapazität zu der Zeit</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Needed by the model</source>
        <translation>Vom Modell gebraucht</translation>
    </message>
    <message>
        <source>Recommended from</source>
        <translation>Empfohlen ausgehend von</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Capacity means</source>
        <translation>Kapazität meint</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Observed mean wait</source>
        <translation>Mittlere Wartezeit, gesehen</translation>
    </message>
    <message>
        <source>Observed abandonment</source>
        <translation>Abbruchquote, gesehen</translation>
    </message>
    <message>
        <source>Observed service level</source>
        <translation>Servicelevel, gesehen</translation>
    </message>
    <message>
        <source>Observed occupancy</source>
        <translation>Auslastung, gesehen</translation>
    </message>
    <message>
        <source>Promised mean wait</source>
        <translation>Mittlere Wartezeit, versprochen</translation>
    </message>
    <message>
        <source>Promised abandonment</source>
        <translation>Abbruchquote, versprochen</translation>
    </message>
    <message>
        <source>Promised service level</source>
        <translation>Servicelevel, versprochen</translation>
    </message>
    <message>
        <source>Promised occupancy</source>
        <translation>Auslastung, versprochen</translation>
    </message>
    <message>
        <source>Wait prediction off by</source>
        <translation>Fehler der Wartezeiten</translation>
    </message>
    <message>
        <source>Bias of the wait prediction</source>
        <translation>Schieflage der Wartezeiten</translation>
    </message>
    <message>
        <source>Abandonment prediction off by</source>
        <translation>Fehler der Abbruchquote</translation>
    </message>
    <message>
        <source>Bias of the abandonment prediction</source>
        <translation>Schieflage der Abbruchquote</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>Daten von</translation>
    </message>
    <message>
        <source>Data to</source>
        <translation>Daten bis</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>History of the similar queue</source>
        <translation>Verlauf der ähnlichen Warteschlange</translation>
    </message>
    <message>
        <source>Id of the similar queue</source>
        <translation>Id der ähnlichen Warteschlange</translation>
    </message>
    <message>
        <source>Holds for the queue</source>
        <translation>Gilt für die Warteschlange</translation>
    </message>
    <message>
        <source>Holds for the queue id</source>
        <translation>Gilt für die Id</translation>
    </message>
    <message>
        <source>Digest of the definition</source>
        <translation>Prüfsumme der Definition</translation>
    </message>
    <message>
        <source>Digest of the history</source>
        <translation>Prüfsumme des Verlaufs</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Digest of the evidence</source>
        <translation>Prüfsumme der Belege</translation>
    </message>
    <message>
        <source>The evidence</source>
        <translation>Die Belege</translation>
    </message>
    <message>
        <source>is as it was signed</source>
        <translation>sind, wie sie unterschrieben wurden</translation>
    </message>
    <message>
        <source>was changed</source>
        <translation>wurden geändert</translation>
    </message>
    <message>
        <source>Target: service level</source>
        <translation>Ziel: Servicelevel</translation>
    </message>
    <message>
        <source>Target: answered within</source>
        <translation>Ziel: angenommen binnen</translation>
    </message>
    <message>
        <source>Target: mean wait</source>
        <translation>Ziel: mittlere Wartezeit</translation>
    </message>
    <message>
        <source>Target: abandonment</source>
        <translation>Ziel: Abbruchquote</translation>
    </message>
    <message>
        <source>Target: occupancy</source>
        <translation>Ziel: Auslastung</translation>
    </message>
    <message>
        <source>Expected change of volume</source>
        <translation>Erwartete Änderung der Menge</translation>
    </message>
</context>
<context>
    <name>HistoryChart</name>
    <message>
        <source>Mean wait per call, in seconds</source>
        <translation>Mittlere Wartezeit je Anruf in Sekunden</translation>
    </message>
    <message>
        <source>Callers who hung up, in percent</source>
        <translation>Abgebrochene Anrufe in Prozent</translation>
    </message>
    <message>
        <source>Calls per interval</source>
        <translation>Anrufe je Intervall</translation>
    </message>
    <message>
        <source>Mean handle time per call, in seconds</source>
        <translation>Mittlere Bearbeitungszeit je Anruf in Sekunden</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>capacity changed</source>
        <translation>Kapazität geändert</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Connection: none</source>
        <translation>Verbindung: keine</translation>
    </message>
    <message>
        <source>Choose, change or add a connection</source>
        <translation>Eine Verbindung wählen, ändern oder hinzufügen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The audit log and the command line stay English.</source>
        <translation>Prüfprotokoll und Kommandozeile bleiben englisch.</translation>
    </message>
    <message>
        <source>&amp;Notify me when long work ends</source>
        <translation>&amp;Benachrichtigen, wenn längere Arbeit endet</translation>
    </message>
    <message>
        <source>Only while the window is in the background.</source>
        <translation>Nur solange das Fenster nicht vorn ist.</translation>
    </message>
</context>
<context>
    <name>QueueBox</name>
    <message>
        <source>Find a queue</source>
        <translation>Warteschlange finden</translation>
    </message>
</context>
<context>
    <name>QueueEditorPage</name>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Anlegen</translation>
    </message>
</context>
<context>
    <name>QueuesPage</name>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Show only queues whose name or id contains this text (Ctrl+F)</source>
        <translation>Zeigt nur Warteschlangen, deren Name oder ID diesen Text enthält (Strg+F)</translation>
    </message>
    <message>
        <source>Search queues</source>
        <translation>Warteschlangen suchen</translation>
    </message>
    <message>
        <source>Search queues…</source>
        <translation>Warteschlangen suchen…</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Neue Warteschlange</translation>
    </message>
    <message>
        <source>S&amp;kill</source>
        <translation>Sk&amp;ill</translation>
    </message>
    <message>
        <source>Show only queues with a skill whose name or id contains this text</source>
        <translation>Zeigt nur Warteschlangen mit einem Skill, dessen Name oder ID diesen Text enthält</translation>
    </message>
    <message>
        <source>Filter by skill</source>
        <translation>Nach Skill filtern</translation>
    </message>
    <message>
        <source>Any skill</source>
        <translation>Alle Skills</translation>
    </message>
    <message>
        <source>Show only queues that overflow to this one</source>
        <translation>Zeigt nur Warteschlangen, die in diese überlaufen</translation>
    </message>
    <message>
        <source>Filter by overflow target</source>
        <translation>Nach Überlaufziel filtern</translation>
    </message>
    <message>
        <source>Show all queues again</source>
        <translation>Zeigt wieder jede Warteschlange</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Reload the queues from the tenant</source>
        <translation>Liest die Warteschlangen noch einmal vom Mandanten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Queue list</source>
        <translation>Liste der Warteschlangen</translation>
    </message>
    <message>
        <source>Overflow &amp;target</source>
        <translation>Überlau&amp;fziel</translation>
    </message>
</context>
<context>
    <name>Recommendation</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1: the model expected more calls than could be answered; measured %2.</source>
        <translation>%1: Das Modell erwartete mehr Anrufe, als angenommen werden können; gemessen %2.</translation>
    </message>
    <message>
        <source>%1: promised %2, at least %3; measured %4.</source>
        <translation>%1: versprochen %2, mindestens %3; gemessen %4.</translation>
    </message>
    <message>
        <source>%1: promised %2, between %3 and %4; measured %5.</source>
        <translation>%1: versprochen %2, zwischen %3 und %4; gemessen %5.</translation>
    </message>
    <message>
        <source>Recommendation: none, not enough data</source>
        <translation>Empfehlung: keine, weil Daten fehlen</translation>
    </message>
    <message>
        <source>Recommendation: set the capacity to %1</source>
        <translation>Empfehlung: Kapazität auf %1 setzen</translation>
    </message>
    <message>
        <source>Recommendation: raise the capacity from %1 to %2</source>
        <translation>Empfehlung: Kapazität von %1 auf %2 erhöhen</translation>
    </message>
    <message>
        <source>Recommendation: lower the capacity from %1 to %2</source>
        <translation>Empfehlung: Kapazität von %1 auf %2 senken</translation>
    </message>
    <message>
        <source>Recommendation: keep the capacity of %1</source>
        <translation>Empfehlung: Kapazität von %1 beibehalten</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>The model needs %1.</source>
        <translation>Das Modell kommt auf %1.</translation>
    </message>
    <message>
        <source>The model needs %1; %2 to %3 for a light to heavy load.</source>
        <translation>Das Modell kommt auf %1; bei leichter oder schwerer Last auf %2 bis %3.</translation>
    </message>
    <message>
        <source>Confidence: high</source>
        <translation>Sicherheit: hoch</translation>
    </message>
    <message>
        <source>Confidence: medium</source>
        <translation>Sicherheit: mittel</translation>
    </message>
    <message>
        <source>Confidence: low</source>
        <translation>Sicherheit: gering</translation>
    </message>
    <message>
        <source>Confidence: none</source>
        <translation>Sicherheit: keine</translation>
    </message>
    <message>
        <source>Capacity means the number of contacts that may wait (a setting of the connection). Raising it turns fewer contacts away, but they wait longer; only more agents shorten waits.</source>
        <translation>Kapazität wird als die Zahl der Kontakte gelesen, die warten dürfen (eine Einstellung der Verbindung). Mehr davon heißt weniger Abweisungen und längere Wartezeiten; kürzer werden sie nur durch mehr Agenten.</translation>
    </message>
    <message>
        <source>Capacity means agents plus waiting places (a setting of the connection). Raising it turns fewer contacts away, but they wait longer; only more agents shorten waits.</source>
        <translation>Kapazität wird als Agenten und Warteplätze zusammen gelesen (eine Einstellung der Verbindung). Mehr davon heißt weniger Abweisungen und längere Wartezeiten; kürzer werden sie nur durch mehr Agenten.</translation>
    </message>
    <message>
        <source>With it, %1 are turned away, %2 hang up, and %3 are answered within %4.</source>
        <translation>Damit finden %1 keinen Platz, %2 legen auf, %3 werden innerhalb von %4 angenommen.</translation>
    </message>
    <message>
        <source>Fitted to the history from %1, compared with what happened from %2 to %3, with %4 agents.</source>
        <translation>Angepasst am Verlauf ab %1, verglichen mit dem, was vom %2 bis zum %3 geschah, mit %4 Agenten.</translation>
    </message>
    <message>
        <source>Capacity %1 since %2.</source>
        <translation>Kapazität %1 seit dem %2.</translation>
    </message>
    <message>
        <source>The number of agents who answer is not known. Enter it below, under Targets; the waiting places are calculated from it.</source>
        <translation>Es ist nicht bekannt, wie viele Agenten annehmen. Geben Sie es unten unter „Ziele“ ein: Warteplätze werden für sie berechnet.</translation>
    </message>
    <message>
        <source>Capacity is taken to mean the agents who can answer at the same time (a setting of the connection). It is an upper limit; wait times depend on how many agents are signed in.</source>
        <translation>Kapazität bedeutet die Agenten, die zugleich annehmen dürfen (eine Einstellung der Verbindung). Sie ist eine Obergrenze; die Wartezeit hängt davon ab, wie viele Agenten angemeldet sind.</translation>
    </message>
    <message>
        <source>Recommendation: raise the capacity from %1. %2</source>
        <translation>Empfehlung: die Kapazität von %1 erhöhen. %2</translation>
    </message>
    <message>
        <source>Recommendation: lower the capacity from %1. %2</source>
        <translation>Empfehlung: die Kapazität von %1 senken. %2</translation>
    </message>
    <message>
        <source>%1 On a busy day, %2 of the calls come at times when every target is met.</source>
        <translation>%1 An einem starken Tag kommen %2 der Anrufe zu Zeiten, in denen jedes Ziel erreicht wird.</translation>
    </message>
</context>
<context>
    <name>RecordHtml</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>doesn&apos;t hold</source>
        <translation>nicht erfüllt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Queue id</source>
        <translation>ID der Warteschlange</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Validated</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>Compliance computed</source>
        <translation>Compliance ermittelt</translation>
    </message>
    <message>
        <source>Event stream</source>
        <translation>Ereignisstrom</translation>
    </message>
    <message>
        <source>Export id</source>
        <translation>Export-ID</translation>
    </message>
    <message>
        <source>Bulk run</source>
        <translation>Massenlauf</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>Ereignis-ID</translation>
    </message>
    <message>
        <source>Program version</source>
        <translation>Programmversion</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Findings of the validation</source>
        <translation>Befunde der Prüfung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Compliance checks</source>
        <translation>Compliance-Prüfungen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Other records of this operation</source>
        <translation>Andere Einträge dieser Operation</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>This record&apos;s stored bytes are not a JSON object, so the file was damaged or changed. Verify the chain to see what is wrong.</source>
        <translation>Die gespeicherten Bytes dieses Eintrags sind kein JSON-Objekt, die Datei wurde also beschädigt oder verändert. Prüfen Sie die Kette, um zu sehen, was nicht stimmt.</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>%1 UTC
%2 local time</source>
        <translation>%1 UTC
%2 Ortszeit</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>&amp;What is sent</source>
        <translation>Was ge&amp;sendet wird</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Inhalt der Anfrage</translation>
    </message>
    <message>
        <source>Back to the editor</source>
        <translation>Zurück zum Editor</translation>
    </message>
    <message>
        <source>Send nothing and continue editing</source>
        <translation>Nichts senden und weiter bearbeiten</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Each check and its result</source>
        <translation>Jede Prüfung und ihr Ergebnis</translation>
    </message>
    <message>
        <source>The JSON that is sent</source>
        <translation>Das JSON, das gesendet wird</translation>
    </message>
</context>
<context>
    <name>SkillPicker</name>
    <message>
        <source>Search skills</source>
        <translation>Skills suchen</translation>
    </message>
    <message>
        <source>Search skills by name or id…</source>
        <translation>Skills nach Name oder ID suchen…</translation>
    </message>
    <message>
        <source>Available skills</source>
        <translation>Verfügbare Skills</translation>
    </message>
    <message>
        <source>Add skill</source>
        <translation>Skill hinzufügen</translation>
    </message>
    <message>
        <source>Add the selected skills (Enter)</source>
        <translation>Die ausgewählten Skills hinzufügen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Chosen skills</source>
        <translation>Gewählte Skills</translation>
    </message>
    <message>
        <source>Remove skill</source>
        <translation>Skill entfernen</translation>
    </message>
    <message>
        <source>Remove the selected skills (Delete)</source>
        <translation>Die ausgewählten Skills entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>MMM yyyy</source>
        <comment>a month on the time axis</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
</context>
<context>
    <name>WaitTimes</name>
    <message>
        <source>Wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Abandonment</source>
        <translation>Abbruchquote</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Handle time</source>
        <translation>Bearbeitungszeit</translation>
    </message>
    <message>
        <source>wait</source>
        <comment>within a sentence</comment>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>abandonment</source>
        <comment>within a sentence</comment>
        <translation>Abbruchquote</translation>
    </message>
    <message>
        <source>volume</source>
        <comment>within a sentence</comment>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>handle time</source>
        <comment>within a sentence</comment>
        <translation>Bearbeitungszeit</translation>
    </message>
    <message>
        <source>%1: wait %2, %3 hung up, calls: %4, handle time %5</source>
        <translation>%1: Wartezeit %2, %3 abgebrochen, Anrufe: %4, Bearbeitungszeit %5</translation>
    </message>
</context>
<context>
    <name>WaitTimesPage</name>
    <message>
        <source>Wait times</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Verfahren</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>How far the history is read</source>
        <translation>Wie weit der Verlauf gelesen ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; keep what was read</source>
        <translation>Nicht weiterlesen; was gelesen ist, bleibt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>+</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>−</source>
        <translation>−</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>Hours of the week</source>
        <translation>Stunden der Woche</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>Anze&amp;igen</translation>
    </message>
    <message>
        <source>What the heat map shows</source>
        <translation>Was die Wärmekarte zeigt</translation>
    </message>
    <message>
        <source>The tenant provides this history by day only, so the hours of the week can&apos;t be shown.</source>
        <translation>Der Mandant gibt diesen Verlauf nur nach Tagen an; deshalb lassen sich die Stunden der Woche nicht unterscheiden.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Wait-time data</source>
        <translation>Wartezeit-Daten</translation>
    </message>
    <message>
        <source>Figures by hour of the week</source>
        <translation>Werte nach Stunde der Woche</translation>
    </message>
    <message>
        <source>Figures by capacity</source>
        <translation>Werte nach Kapazität</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Q&amp;ueue</source>
        <translation>Wa&amp;rteschlange</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Create and change CXone routing queues, and know that it worked</source>
        <translation>Warteschlangen anlegen und ändern, und wissen, dass es geschehen ist</translation>
    </message>
    <message>
        <source>Each queue is checked before it is sent, sent once, read back, and put on record.</source>
        <translation>Jede Warteschlange wird vor dem Senden geprüft, einmal gesendet, zurückgelesen und ins Prüfprotokoll eingetragen.</translation>
    </message>
    <message>
        <source>Try the demo tenant</source>
        <translation>Demo-Mandanten ausprobieren</translation>
    </message>
    <message>
        <source>Start the built-in tenant and open its queues</source>
        <translation>Den eingebauten Mandanten starten und seine Warteschlangen öffnen</translation>
    </message>
    <message>
        <source>A tenant on this computer, with queues and skills to try things out. Nothing leaves the computer.</source>
        <translation>Ein Mandant auf diesem Rechner, mit Warteschlangen und Skills zum Ausprobieren. Nichts verlässt den Rechner.</translation>
    </message>
    <message>
        <source>Connect to a tenant</source>
        <translation>Mit einem Mandanten verbinden</translation>
    </message>
    <message>
        <source>Enter the base URL and the client of your tenant</source>
        <translation>Basis-URL und Client Ihres Mandanten eingeben</translation>
    </message>
    <message>
        <source>You need the base URL, a client id and its secret, and the number of licensed agents.</source>
        <translation>Sie brauchen die Basis-URL, eine Client-ID mit ihrem Secret und die Zahl der Lizenzplätze.</translation>
    </message>
</context>
<context>
    <name>WfmSyncPage</name>
    <message>
        <source>WFM sync</source>
        <translation>WFM-Abgleich</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>Export wiederholen</translation>
    </message>
    <message>
        <source>Header values are never kept, since they may contain a key. An export that needs them waits until you enter them again with the WFM endpoint under Connection.</source>
        <translation>Werte von Kopfzeilen werden nie aufbewahrt, denn sie können einen Schlüssel enthalten. Ein Export, der sie braucht, wartet, bis sie mit dem WFM-Endpunkt unter „Verbindung“ wieder angegeben sind.</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu lesen</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Administers contact-center routing queues.</source>
        <translation>Verwaltet Warteschlangen von Contact-Centern.</translation>
    </message>
    <message>
        <source>The audit log file; your own by default.</source>
        <translation>Das Prüfprotokoll; ohne Angabe Ihre eigene Datei.</translation>
    </message>
    <message>
        <source>The name recorded in the audit log.</source>
        <translation>Wer handelt, für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>A saved connection to open.</source>
        <translation>Eine gespeicherte Verbindung, die geöffnet wird.</translation>
    </message>
    <message>
        <source>Open the built-in demo tenant.</source>
        <translation>Den eingebauten Demo-Mandanten öffnen.</translation>
    </message>
    <message>
        <source>Log each attempt as one redacted JSON line.</source>
        <translation>Eine geschwärzte JSON-Zeile für jeden Versuch.</translation>
    </message>
    <message>
        <source>Diagnostic log on standard error: all, or some of %1.</source>
        <translation>Diagnoseprotokoll auf der Standardfehlerausgabe: all oder einige von %1.</translation>
    </message>
</context>
<context>
    <name>queuesmith::Activity</name>
    <message>
        <source>cancelling</source>
        <translation>bricht ab</translation>
    </message>
    <message>
        <source>the tenant is limiting requests (429)</source>
        <translation>der Mandant begrenzt die Anfragen (429)</translation>
    </message>
    <message>
        <source>the tenant asked to wait (%1)</source>
        <translation>der Mandant bittet zu warten (%1)</translation>
    </message>
    <message>
        <source>requests are paced so as not to flood the tenant</source>
        <translation>Anfragen werden verteilt, damit der Mandant nicht überlastet wird</translation>
    </message>
    <message>
        <source>the tenant failed too often, so requests are paused for a while</source>
        <translation>der Mandant ist zu oft ausgefallen, darum pausieren die Anfragen eine Weile</translation>
    </message>
    <message>
        <source>checking whether the unanswered request took effect</source>
        <translation>es wird beobachtet, ob die verlorene Anfrage gewirkt hat</translation>
    </message>
    <message>
        <source>no answer from the tenant</source>
        <translation>keine Antwort vom Mandanten</translation>
    </message>
    <message>
        <source>the tenant had a problem (%1)</source>
        <translation>der Mandant hatte ein Problem (%1)</translation>
    </message>
    <message>
        <source>already there and identical: adopted (%1).</source>
        <translation>schon vorhanden und gleich: übernommen (%1).</translation>
    </message>
    <message>
        <source>The queue read back differs from the definition; the audit log says where.</source>
        <translation>Zurückgelesen ist es nicht, was angegeben war; das Prüfprotokoll sagt, wo.</translation>
    </message>
    <message>
        <source>Not everything could be verified; the audit log says what.</source>
        <translation>Nicht alles konnte bestätigt werden; das Prüfprotokoll sagt, was.</translation>
    </message>
    <message>
        <source>Read back and verified.</source>
        <translation>Zurückgelesen und bestätigt.</translation>
    </message>
    <message>
        <source>settling what an earlier run left open</source>
        <translation>klärt, was ein früherer Lauf offen ließ</translation>
    </message>
    <message>
        <source>checking against the tenant</source>
        <translation>prüft gegen den Mandanten</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sendet</translation>
    </message>
    <message>
        <source>reading back</source>
        <translation>liest zurück</translation>
    </message>
    <message>
        <source>exporting the event stream</source>
        <translation>exportiert den Ereignisstrom</translation>
    </message>
    <message>
        <source>verifying</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>Versuch %1 von %2</translation>
    </message>
    <message>
        <source>next in %1 s</source>
        <translation>nächster in %1 s</translation>
    </message>
    <message>
        <source>cancelled.</source>
        <translation>abgebrochen.</translation>
    </message>
    <message>
        <source>it failed; nothing was changed.</source>
        <translation>es ist gescheitert, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>the tenant asked to wait</source>
        <translation>der Mandant bittet zu warten</translation>
    </message>
    <message>
        <source>It isn&apos;t known whether the request took effect.</source>
        <translation>Die Wirkung ist nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>done (%1), in %2 and %n attempt(s).</source>
        <translation>
            <numerusform>erledigt (%1), in %2 und %n Versuch.</numerusform>
            <numerusform>erledigt (%1), in %2 und %n Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>watching until %1 to see whether the lost request took effect</source>
        <translation>beobachtet bis %1, ob die verlorene Anfrage gewirkt hat</translation>
    </message>
    <message>
        <source>next check in %1 s</source>
        <translation>nächster Blick in %1 s</translation>
    </message>
    <message>
        <source>no answer for %1 s, at most %2 s</source>
        <translation>seit %1 s keine Antwort, höchstens %2 s</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>seit %1 s</translation>
    </message>
    <message>
        <source>not sent, because a check forbids it. Fix what “Checks” shows, then try again.</source>
        <translation>nicht gesendet, weil eine Prüfung es verbietet. Beheben Sie, was „Prüfungen“ zeigt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>finished and on record before the program ended; the tenant has it (%1).</source>
        <translation>beendet und eingetragen, bevor das Programm endete; der Mandant hat sie (%1).</translation>
    </message>
    <message>
        <source>Nothing is sent a second time until it is known. Press “%1” once the tenant answers, or look in its console and press “%2” or “%3”.</source>
        <translation>Vorher wird nichts ein zweites Mal gesendet. Drücken Sie „%1“, wenn der Mandant antwortet, oder sehen Sie in seiner Konsole nach und drücken Sie „%2“ oder „%3“.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Sie ist da</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Sie ist nicht da</translation>
    </message>
</context>
<context>
    <name>queuesmith::ActivityBar</name>
    <message numerus="yes">
        <source>and %n more under way</source>
        <translation>
            <numerusform>und %n weiterer läuft</numerusform>
            <numerusform>und %n weitere laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queuesmith::ActivityRow</name>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Skip this wait and try now</source>
        <translation>Nicht länger warten und sofort versuchen</translation>
    </message>
    <message>
        <source>Send nothing more, and check once what became of the last request</source>
        <translation>Nichts mehr senden; nach Gesendetem wird noch einmal gesehen</translation>
    </message>
    <message>
        <source>Dismiss this note; the audit log keeps it</source>
        <translation>Diese Notiz entfernen; das Prüfprotokoll behält sie</translation>
    </message>
    <message>
        <source>Activity: %1</source>
        <translation>Vorgang: %1</translation>
    </message>
    <message>
        <source>Ask the tenant again how it ended; nothing is resent</source>
        <translation>Den Mandanten noch einmal fragen, wie es ausging; nichts wird erneut gesendet</translation>
    </message>
    <message>
        <source>The tenant&apos;s console shows that it took effect</source>
        <translation>Sie haben in der Konsole des Mandanten gesehen, dass es gewirkt hat</translation>
    </message>
    <message>
        <source>The tenant&apos;s console shows that it did not take effect</source>
        <translation>Sie haben in der Konsole des Mandanten gesehen, dass es nicht gewirkt hat</translation>
    </message>
</context>
<context>
    <name>queuesmith::ApprovalPanel</name>
    <message>
        <source>Looking up the records …</source>
        <translation>Nachsehen, was festgehalten ist …</translation>
    </message>
    <message>
        <source>no other queue</source>
        <translation>keine andere Warteschlange</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n skill(s) in common)</source>
        <translation>
            <numerusform>%1 (%n Skill gemeinsam)</numerusform>
            <numerusform>%1 (%n Skills gemeinsam)</numerusform>
        </translation>
    </message>
    <message>
        <source>high confidence</source>
        <translation>hohe Sicherheit</translation>
    </message>
    <message>
        <source>medium confidence</source>
        <translation>mittlere Sicherheit</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>geringe Sicherheit</translation>
    </message>
    <message>
        <source>mean wait %1</source>
        <translation>mittlere Wartezeit %1</translation>
    </message>
    <message>
        <source>%1 hang up</source>
        <translation>%1 legen auf</translation>
    </message>
    <message>
        <source>Observed: %1</source>
        <translation>Gesehen: %1</translation>
    </message>
    <message>
        <source>expected afterward: %1</source>
        <translation>dann zu erwarten: %1</translation>
    </message>
    <message>
        <source>There is no wait-time history, so an approval rests on the reason alone.</source>
        <translation>Es gibt keinen Verlauf der Wartezeiten; eine Freigabe beruht allein auf der Begründung.</translation>
    </message>
    <message>
        <source>Based on %1 intervals from %2 to %3</source>
        <translation>Beruht auf %1 Intervallen vom %2 bis zum %3</translation>
    </message>
    <message>
        <source>%1, from the queue “%2”</source>
        <translation>%1, der Warteschlange „%2“</translation>
    </message>
    <message>
        <source>Approved by %1 on %2: capacity %3. “%4”</source>
        <translation>Freigegeben von %1 am %2: Kapazität %3. „%4“</translation>
    </message>
    <message>
        <source>Declined by %1 on %2. “%3”</source>
        <translation>Abgelehnt von %1 am %2. „%3“</translation>
    </message>
    <message>
        <source>No one has approved a capacity of %1.</source>
        <translation>Niemand hat eine Kapazität von %1 freigegeben.</translation>
    </message>
    <message>
        <source>The approval by %1 on %2 is void. %3</source>
        <translation>Die Freigabe durch %1 vom %2 gilt nicht mehr. %3</translation>
    </message>
    <message>
        <source>You haven&apos;t looked at this queue&apos;s wait times in this session.</source>
        <translation>Die Wartezeiten dieser Warteschlange wurden in dieser Sitzung noch nicht angesehen.</translation>
    </message>
    <message>
        <source>%1 (range %2)</source>
        <translation>%1 (Bereich %2)</translation>
    </message>
    <message>
        <source>waits predicted about right</source>
        <translation>Wartezeiten etwa richtig vorhergesagt</translation>
    </message>
    <message>
        <source>waits predicted %1 too long</source>
        <translation>Wartezeiten um %1 zu lang vorhergesagt</translation>
    </message>
    <message>
        <source>waits predicted %1 too short</source>
        <translation>Wartezeiten um %1 zu kurz vorhergesagt</translation>
    </message>
    <message>
        <source>Expected change of volume: %1</source>
        <translation>Erwartete Änderung der Menge: %1</translation>
    </message>
</context>
<context>
    <name>queuesmith::AuditFigures</name>
    <message>
        <source>%1 of %2 validations found no error. Only final outcomes count, so each validation counts once.</source>
        <translation>%1 von %2 Prüfungen fanden nichts, was die Warteschlange verbietet. Nur endgültige Ergebnisse zählen, also jede Prüfung einmal.</translation>
    </message>
    <message>
        <source>%1 of %2 queues sent to the tenant were created or updated. Those the checks rejected were never sent.</source>
        <translation>%1 von %2 Warteschlangen, die an den Mandanten gesendet wurden, sind angelegt oder geändert. Was die Prüfungen ablehnten, wurde nie gesendet.</translation>
    </message>
    <message>
        <source>%1 cancelled by a person are excluded.</source>
        <translation>%1 von einer Person abgebrochene zählen nicht.</translation>
    </message>
    <message>
        <source>Half of %1 successes took no longer than this, from the first byte of the first attempt to the settled answer.</source>
        <translation>Die Hälfte von %1 Erfolgen dauerte höchstens so lange, vom ersten Byte des ersten Versuchs bis zur geklärten Antwort.</translation>
    </message>
    <message>
        <source>95 % of %1 successes took no longer than this, from the first byte of the first attempt to the settled answer.</source>
        <translation>95 von 100 unter %1 Erfolgen dauerten höchstens so lange, vom ersten Byte des ersten Versuchs bis zur geklärten Antwort.</translation>
    </message>
    <message>
        <source>None of these outcomes says how often it was sent.</source>
        <translation>Kein endgültiges Ergebnis sagt hier, wie oft gesendet wurde.</translation>
    </message>
    <message>
        <source>Requests sent for %1 final outcomes, including repeats.</source>
        <translation>Für %1 endgültige Ergebnisse gesendete Anfragen, Wiederholungen eingeschlossen.</translation>
    </message>
</context>
<context>
    <name>queuesmith::AuditFilterLine</name>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>queuesmith::AuditLogPage</name>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Write the records shown to a file, with a manifest beside it</source>
        <translation>Die Einträge, die der Filter zeigt, in eine Datei schreiben, mit einem Manifest daneben</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Check that no record was changed, removed, inserted or reordered</source>
        <translation>Prüfen, dass kein Eintrag geändert, entfernt, eingefügt oder vertauscht wurde</translation>
    </message>
    <message>
        <source>Copy record as JSON</source>
        <translation>Eintrag als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the selected record as JSON</source>
        <translation>Den ausgewählten Eintrag als JSON kopieren</translation>
    </message>
    <message>
        <source>Load new records (F5)</source>
        <translation>Neues lesen (F5)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the audit log</source>
        <translation>Das Prüfprotokoll wird gelesen</translation>
    </message>
    <message>
        <source>No records yet. Every sign-in, check, export and queue change is recorded here, with who did it and the outcome.</source>
        <translation>Noch keine Einträge. Jede Anmeldung, jede Prüfung, jeder Export und jede Änderung einer Warteschlange steht hier, mit Akteur und Ergebnis.</translation>
    </message>
    <message>
        <source>No record matches the filter.</source>
        <translation>Kein Eintrag passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1 records, the newest %2 are loaded; scroll down for more</source>
        <translation>%1 Einträge, die neuesten %2 sind geladen; blättern Sie für mehr nach unten</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>audit-%1.csv</source>
        <translation>pruefprotokoll-%1.csv</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
</context>
<context>
    <name>queuesmith::AuditModel</name>
    <message>
        <source>■ can&apos;t be read</source>
        <translation>■ nicht lesbar</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>This record&apos;s stored bytes are not a JSON object, so the file was damaged or changed. Verify the chain.</source>
        <translation>Die gespeicherten Bytes dieses Eintrags sind kein JSON-Objekt, die Datei wurde also beschädigt oder verändert. Prüfen Sie die Kette.</translation>
    </message>
    <message>
        <source>Queue id %1</source>
        <translation>ID der Warteschlange: %1</translation>
    </message>
    <message>
        <source>Every check passed on the queue as it was read back.</source>
        <translation>Jede Prüfung der zurückgelesenen Warteschlange war erfüllt.</translation>
    </message>
    <message>
        <source>At least one check failed. The record says which.</source>
        <translation>Mindestens eine Prüfung der Warteschlange war nicht erfüllt. Der Eintrag sagt, welche.</translation>
    </message>
    <message>
        <source>At least one check could not be made. The record says which.</source>
        <translation>Mindestens eine Prüfung war nicht möglich. Der Eintrag sagt, welche.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
</context>
<context>
    <name>queuesmith::AuditTask</name>
    <message>
        <source>The saved head must be a record number and 64 hexadecimal digits, so nothing was compared. Paste it as “Copy head” copied it, or leave the field empty.</source>
        <translation>Der gespeicherte Kettenkopf muss aus der Nummer eines Eintrags und 64 Hexadezimalziffern bestehen; darum wurde nichts verglichen. Fügen Sie ihn ein, wie „Kettenkopf kopieren“ ihn geliefert hat, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>queuesmith::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>queuesmith::CheckItems</name>
    <message>
        <source>“%1” was changed here and in the tenant. Choose which version counts under Compare.</source>
        <translation>„%1“ wurde hier und beim Mandanten geändert. Entscheiden Sie unter „Vergleich“, was gilt.</translation>
    </message>
    <message>
        <source>The name is empty. Name the queue.</source>
        <translation>Der Name ist leer. Geben Sie der Warteschlange einen.</translation>
    </message>
    <message>
        <source>Name: not filled in yet</source>
        <translation>Name: noch auszufüllen</translation>
    </message>
    <message>
        <source>Checking whether the name is free</source>
        <translation>Ob der Name frei ist, wird geprüft</translation>
    </message>
    <message>
        <source>Name is free</source>
        <translation>Name ist frei</translation>
    </message>
    <message>
        <source>No other queue has this name</source>
        <translation>Keine andere Warteschlange hat diesen Namen</translation>
    </message>
    <message>
        <source>Checking the licensed seats</source>
        <translation>Die Lizenzplätze werden geprüft</translation>
    </message>
    <message>
        <source>%1 of %2 licensed seats</source>
        <translation>%1 von %2 Lizenzplätzen</translation>
    </message>
    <message>
        <source>No skill group is chosen, so no agent takes contacts here</source>
        <translation>Keine Skill-Gruppe gewählt; kein Agent nimmt hier Kontakte an</translation>
    </message>
    <message>
        <source>Checking the skill groups</source>
        <translation>Die Skill-Gruppen werden geprüft</translation>
    </message>
    <message>
        <source>Every skill group exists</source>
        <translation>Jede Skill-Gruppe gibt es</translation>
    </message>
    <message>
        <source>No overflow target: when the queue is full, contacts keep waiting</source>
        <translation>Kein Überlaufziel: Ist die Warteschlange voll, warten Kontakte weiter</translation>
    </message>
    <message>
        <source>Checking the overflow target</source>
        <translation>Das Überlaufziel wird geprüft</translation>
    </message>
    <message>
        <source>The overflow target could not be checked because the tenant&apos;s list of queues is incomplete</source>
        <translation>Das Überlaufziel konnte nicht geprüft werden, denn die Liste der Warteschlangen des Mandanten ist unvollständig</translation>
    </message>
    <message>
        <source>The overflow target exists and creates no loop</source>
        <translation>Überlaufziel gibt es, und es schließt keinen Kreis</translation>
    </message>
</context>
<context>
    <name>queuesmith::ChecksPane</name>
    <message>
        <source>Compare: nothing differs</source>
        <translation>Vergleichen: kein Unterschied</translation>
    </message>
    <message>
        <source>Compare: %1 different</source>
        <translation>Vergleichen: %1 verschieden</translation>
    </message>
</context>
<context>
    <name>queuesmith::ChosenSkillsModel</name>
    <message>
        <source>None chosen, so no agent takes contacts here</source>
        <translation>Keine gewählt; kein Agent nimmt hier Kontakte an</translation>
    </message>
    <message>
        <source>%1 chosen; the number of agents isn&apos;t known for all of them</source>
        <translation>%1 gewählt; wie viele Agenten sie haben, ist nicht für alle bekannt</translation>
    </message>
    <message>
        <source>%1 chosen, at most 1 agent</source>
        <translation>%1 gewählt, höchstens 1 Agent</translation>
    </message>
    <message>
        <source>%1 chosen, at most %2 agents</source>
        <translation>%1 gewählt, höchstens %2 Agenten</translation>
    </message>
    <message>
        <source>“%1” no longer exists</source>
        <translation>„%1“ gibt es nicht mehr</translation>
    </message>
</context>
<context>
    <name>queuesmith::CommandPalette</name>
    <message>
        <source>Find an action, a page or a queue</source>
        <translation>Aktion, Seite oder Warteschlange finden</translation>
    </message>
    <message>
        <source>Type a few letters …</source>
        <translation>Ein paar Buchstaben eingeben …</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>queuesmith::CompareModel</name>
    <message>
        <source>to decide</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>mine counts</source>
        <translation>meines gilt</translation>
    </message>
    <message>
        <source>as in the tenant</source>
        <translation>wie beim Mandanten</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Tenant now</source>
        <translation>Mandant jetzt</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>queuesmith::ComparePane</name>
    <message>
        <source>Take theirs</source>
        <translation>Wert übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Use the tenant&apos;s value of the selected field</source>
        <translation>Den Wert des Mandanten für das ausgewählte Feld verwenden</translation>
    </message>
    <message>
        <source>Send my value of the selected field</source>
        <translation>Meinen Wert des ausgewählten Feldes senden</translation>
    </message>
    <message>
        <source>This queue is new: the tenant has nothing to compare it with.</source>
        <translation>Eine neue Warteschlange: Der Mandant hat noch nichts zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nothing differs from the tenant&apos;s queue.</source>
        <translation>Nichts unterscheidet sich von der Warteschlange des Mandanten.</translation>
    </message>
    <message>
        <source>What an update would change; every other field stays as it is.</source>
        <translation>Was eine Änderung ändern würde; jedes andere Feld bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The queue has since been changed in the tenant; you have decided every field.</source>
        <translation>Die Warteschlange wurde inzwischen beim Mandanten geändert; jedes Feld ist entschieden.</translation>
    </message>
    <message>
        <source>The queue has since been changed in the tenant. Fields that only the tenant changed are updated here. Fields to decide: %1.</source>
        <translation>Die Warteschlange wurde inzwischen beim Mandanten geändert. Was nur dort geändert wurde, ist übernommen. Zu entscheidende Felder: %1.</translation>
    </message>
</context>
<context>
    <name>queuesmith::CompareWindow</name>
    <message>
        <source>All %1 fields are the same.</source>
        <translation>Alle %1 Felder sind gleich.</translation>
    </message>
    <message>
        <source>%1 of %2 fields differ; they are marked with ≠.</source>
        <translation>%1 von %2 Feldern unterscheiden sich; sie sind mit ≠ markiert.</translation>
    </message>
    <message>
        <source>Show only differences</source>
        <translation>Nur Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Compare “%1” and “%2”</source>
        <translation>„%1“ und „%2“ vergleichen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>changed %1 UTC</source>
        <translation>geändert %1 UTC</translation>
    </message>
    <message>
        <source>none</source>
        <comment>overflow target</comment>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>queuesmith::ConnectionList</name>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>queuesmith::ConnectionMenu</name>
    <message>
        <source>can&apos;t be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Change or add a connection …</source>
        <translation>Verbindung ändern oder hinzufügen …</translation>
    </message>
</context>
<context>
    <name>queuesmith::ConnectionWords</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Read skills</source>
        <translation>Skills lesen</translation>
    </message>
    <message>
        <source>Read queues</source>
        <translation>Warteschlangen lesen</translation>
    </message>
    <message>
        <source>Create queues</source>
        <translation>Warteschlangen anlegen</translation>
    </message>
    <message>
        <source>Change queues</source>
        <translation>Warteschlangen ändern</translation>
    </message>
    <message>
        <source>Read wait times</source>
        <translation>Wartezeiten lesen</translation>
    </message>
    <message>
        <source>Read exports</source>
        <translation>Exporte lesen</translation>
    </message>
    <message>
        <source>Start exports</source>
        <translation>Exporte starten</translation>
    </message>
    <message>
        <source>The scope %1 is missing.</source>
        <translation>Die Berechtigung %1 fehlt.</translation>
    </message>
    <message>
        <source>%1 Not needed while the connection is locked.</source>
        <translation>%1 Nicht nötig, solange die Verbindung gesperrt ist.</translation>
    </message>
    <message>
        <source>The tenant answers, and the client can read everything it needs. While the connection is locked, nothing is sent through it.</source>
        <translation>Der Mandant antwortet, und der Client darf alles Nötige lesen. Solange die Verbindung gesperrt ist, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The tenant answers, and the client has every permission it needs.</source>
        <translation>Der Mandant antwortet, und der Client hat jede nötige Berechtigung.</translation>
    </message>
    <message>
        <source>The client lacks permissions it needs. The list below shows which ones; they are granted in the tenant&apos;s admin console.</source>
        <translation>Dem Client fehlen Berechtigungen. Die Liste unten zeigt, welche; sie werden in der Admin-Konsole des Mandanten erteilt.</translation>
    </message>
    <message>
        <source>Some checks failed. The list below shows which ones, and why.</source>
        <translation>Nicht alles antwortet. Die Liste unten zeigt, was und warum.</translation>
    </message>
    <message>
        <source>No secret is kept for this connection yet. Enter the client&apos;s secret.</source>
        <translation>Für diese Verbindung ist noch kein Geheimnis aufbewahrt. Geben Sie das Geheimnis des Clients ein.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain is locked, declined the request, or isn&apos;t there. Unlock it and try again, or enter the client&apos;s secret.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt, hat abgelehnt oder fehlt. Entsperren Sie ihn und versuchen Sie es erneut, oder geben Sie das Geheimnis des Clients ein.</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain is locked, declined the request, or isn&apos;t there.</source>
        <translation>Der Schlüsselbund des Desktops ist gesperrt, hat abgelehnt oder fehlt.</translation>
    </message>
</context>
<context>
    <name>queuesmith::ConnectionsPage</name>
    <message>
        <source>The connection has no name. Name it, so that you can choose it later.</source>
        <translation>Die Verbindung hat keinen Namen. Geben Sie ihr einen, damit sie später gewählt werden kann.</translation>
    </message>
    <message>
        <source>The client id is missing. You find it with the client in the admin console.</source>
        <translation>Die Client-ID fehlt. Sie steht in der Admin-Konsole beim Client.</translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one from the list, for example Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht. Wählen Sie eine aus der Liste, zum Beispiel Europe/Berlin.</translation>
    </message>
    <message>
        <source>My tenant</source>
        <translation>Mein Mandant</translation>
    </message>
    <message>
        <source>leave empty to use the one in the keychain</source>
        <translation>leer lassen für das im Schlüsselbund</translation>
    </message>
    <message>
        <source>Asking the tenant …</source>
        <translation>Der Mandant wird gefragt …</translation>
    </message>
    <message>
        <source>Work is still under way on this connection. Wait for it to finish, or cancel it, then save.</source>
        <translation>Über diese Verbindung läuft noch ein Vorgang. Warten Sie sein Ende ab oder brechen Sie ihn ab, und speichern Sie dann.</translation>
    </message>
    <message>
        <source>%1 It is used until the window is closed.</source>
        <translation>%1 Es gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” and its secret? The audit log is kept.</source>
        <translation>„%1“ mit dem Secret entfernen? Das Prüfprotokoll bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A higher capacity shortens waits; it is checked against the licensed seats.</source>
        <translation>Mehr davon verkürzt Wartezeiten; sie wird an den Lizenzplätzen gemessen.</translation>
    </message>
    <message>
        <source>A higher capacity turns fewer contacts away, but they wait longer.</source>
        <translation>Mehr davon weist weniger Kontakte ab und lässt sie länger warten.</translation>
    </message>
    <message>
        <source>Capacity beyond the number of agents is room to wait: fewer contacts are turned away, but waits get longer.</source>
        <translation>Was über den Agenten liegt, ist Platz zum Warten: Weniger werden abgewiesen, Wartezeiten wachsen.</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> Tag</numerusform>
            <numerusform> Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is the name of the built-in tenant. Choose another name.</source>
        <translation>„%1“ heißt schon der eingebaute Mandant. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Saved. Press “Connect” to open its queues.</source>
        <translation>Gespeichert. „Verbinden“ öffnet die Warteschlangen.</translation>
    </message>
    <message>
        <source>Work is still under way on this connection. Wait for it to finish, or cancel it, then remove the connection.</source>
        <translation>Über diese Verbindung läuft noch Arbeit. Warten Sie das Ende ab oder brechen Sie sie ab, und entfernen Sie dann die Verbindung.</translation>
    </message>
</context>
<context>
    <name>queuesmith::CurveModel</name>
    <message>
        <source>overloaded</source>
        <translation>überlastet</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Mittlere Wartezeit</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Servicelevel</translation>
    </message>
    <message>
        <source>Abandonment</source>
        <translation>Abbruchquote</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Busiest hour</source>
        <translation>Vollste Stunde</translation>
    </message>
    <message>
        <source>Busy day on target</source>
        <translation>Starker Tag im Ziel</translation>
    </message>
</context>
<context>
    <name>queuesmith::DayEdit</name>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>queuesmith::DefinitionFiles</name>
    <message>
        <source>%1 can&apos;t be read (%2).</source>
        <translation>%1 ist nicht lesbar (%2).</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4.</source>
        <translation>%1, Zeile %2, Spalte %3: %4.</translation>
    </message>
    <message>
        <source>%1 does not contain a definition, but %2.</source>
        <translation>%1 enthält keine Definition. Gefunden: %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written (%2). Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden (%2). Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
</context>
<context>
    <name>queuesmith::DefinitionForm</name>
    <message>
        <source>%1 is most urgent</source>
        <translation>%1 ist am dringendsten</translation>
    </message>
    <message>
        <source>priority and capacity follow their fields</source>
        <translation>priority und capacity folgen ihren Feldern</translation>
    </message>
    <message>
        <source>agents at the same time</source>
        <translation>Agenten zugleich</translation>
    </message>
    <message>
        <source>How many agents can take contacts at the same time</source>
        <translation>Wie viele Agenten zugleich Kontakte annehmen können</translation>
    </message>
    <message>
        <source>contacts that may wait</source>
        <translation>Kontakte, die warten dürfen</translation>
    </message>
    <message>
        <source>How many contacts may wait at the same time</source>
        <translation>Wie viele Kontakte zugleich warten dürfen</translation>
    </message>
    <message>
        <source>agents and waiting places</source>
        <translation>Agenten und Warteplätze</translation>
    </message>
    <message>
        <source>Agents and waiting places together</source>
        <translation>Agenten und Warteplätze zusammen</translation>
    </message>
    <message>
        <source>%1. See the wait times behind it.</source>
        <translation>%1. Die Wartezeiten dazu ansehen.</translation>
    </message>
</context>
<context>
    <name>queuesmith::EditorActions</name>
    <message>
        <source>New queue</source>
        <translation>Neue Warteschlange</translation>
    </message>
    <message>
        <source>Define a new queue</source>
        <translation>Eine neue Warteschlange ausfüllen</translation>
    </message>
    <message>
        <source>Open template</source>
        <translation>Vorlage öffnen</translation>
    </message>
    <message>
        <source>Create a new queue from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation>Entwurf öffnen</translation>
    </message>
    <message>
        <source>Continue a saved draft</source>
        <translation>Mit Zurückgelegtem weitermachen</translation>
    </message>
    <message>
        <source>Clone queue</source>
        <translation>Warteschlange kopieren</translation>
    </message>
    <message>
        <source>Create a new queue as a copy of this one</source>
        <translation>Eine neue Warteschlange wie diese ausfüllen</translation>
    </message>
    <message>
        <source>Import definition…</source>
        <translation>Definition importieren…</translation>
    </message>
    <message>
        <source>Read a queue definition from a JSON file</source>
        <translation>Die Definition einer Warteschlange aus einer JSON-Datei lesen</translation>
    </message>
    <message>
        <source>Export definition…</source>
        <translation>Definition exportieren…</translation>
    </message>
    <message>
        <source>Write this queue definition to a JSON file</source>
        <translation>Diese Definition in eine JSON-Datei schreiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Revert to the tenant&apos;s version, or to an empty form</source>
        <translation>Zurück zu dem, was der Mandant hat, oder zum leeren Formular</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Reload the tenant&apos;s queues and skills, and check everything</source>
        <translation>Warteschlangen und Skills des Mandanten neu lesen und alles prüfen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>See what will be sent</source>
        <translation>Sehen, was gesendet wird</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Send the queue to the tenant</source>
        <translation>Die Warteschlange an den Mandanten senden</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translation>%1, gespeichert %2</translation>
    </message>
    <message>
        <source>No saved drafts</source>
        <translation>Kein Entwurf zurückgelegt</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Send the changes to the tenant</source>
        <translation>Die Änderungen an den Mandanten senden</translation>
    </message>
    <message>
        <source>Import definition</source>
        <translation>Definition importieren</translation>
    </message>
    <message>
        <source>Queue definitions (*.json)</source>
        <translation>Definitionen von Warteschlangen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export definition</source>
        <translation>Definition exportieren</translation>
    </message>
</context>
<context>
    <name>queuesmith::EditorDocument</name>
    <message>
        <source>change of “%1”</source>
        <translation>Änderung von „%1“</translation>
    </message>
    <message>
        <source>The tenant refused this: %1</source>
        <translation>Der Mandant hat dies abgelehnt: %1</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Neue Warteschlange</translation>
    </message>
</context>
<context>
    <name>queuesmith::EditorOpening</name>
    <message>
        <source>Unsaved changes in “%1”. Keep them as a draft for later, or discard them?</source>
        <translation>Nicht gesendete Änderungen in „%1“. Als Entwurf für später behalten oder verwerfen?</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>Als Entwurf behalten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Problems in this definition are shown under the fields and in Checks.</source>
        <translation>Was an dieser Definition nicht stimmt, steht unter ihren Feldern und in „Prüfungen“.</translation>
    </message>
    <message>
        <source>The definition was not imported. %1 The form is unchanged; correct the file, then import it again.</source>
        <translation>Die Definition wurde nicht importiert. %1 Das Formular bleibt, wie es war; berichtigen Sie die Datei, und importieren Sie sie dann erneut.</translation>
    </message>
    <message>
        <source>Reading “%1” from the tenant…</source>
        <translation>„%1“ wird vom Mandanten gelesen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>“%1” could not be read. %2</source>
        <translation>„%1“ konnte nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The queue has since been changed in the tenant, in fields you haven&apos;t touched. The form now has both changes; see Compare.</source>
        <translation>Die Warteschlange wurde inzwischen beim Mandanten geändert, in anderen Feldern als hier. Beide Änderungen stehen jetzt im Formular; sehen Sie sie unter „Vergleich“ an.</translation>
    </message>
    <message>
        <source>The queue has since been changed in the tenant, including fields you changed. Nothing is lost: decide field by field under Compare.</source>
        <translation>Die Warteschlange wurde inzwischen beim Mandanten geändert, auch dort, wo sie hier geändert wurde. Nichts ist verloren: Entscheiden Sie unter „Vergleich“ Feld für Feld.</translation>
    </message>
    <message>
        <source>A draft could not be read, so it was not restored. It was kept as %1 in the drafts folder.</source>
        <translation>Ein Entwurf war nicht lesbar und wird darum nicht wiederhergestellt. Er wurde als %1 im Ordner der Entwürfe aufbewahrt.</translation>
    </message>
    <message>
        <source>Restored what you were editing on %1.</source>
        <translation>Wiederhergestellt, was am %1 bearbeitet wurde.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Der Entwurf wurde verworfen.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>“%1” was created after all, so its draft became that queue.</source>
        <translation>„%1“ wurde doch angelegt; der Entwurf gehört jetzt zu dieser Warteschlange.</translation>
    </message>
</context>
<context>
    <name>queuesmith::EnvironmentStrip</name>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUKTION</translation>
    </message>
    <message>
        <source>locked: read only</source>
        <translation>gesperrt: nur lesen</translation>
    </message>
    <message>
        <source>%1 · locked</source>
        <translation>%1 · gesperrt</translation>
    </message>
</context>
<context>
    <name>queuesmith::ExportRetry</name>
    <message>
        <source>Delivering exports</source>
        <translation>Exporte werden zugestellt</translation>
    </message>
    <message>
        <source>there was nothing to deliver.</source>
        <translation>es war nichts mehr zuzustellen.</translation>
    </message>
    <message>
        <source>the tenant has accepted all of them: %1.</source>
        <translation>der Mandant hat alle angenommen: %1.</translation>
    </message>
</context>
<context>
    <name>queuesmith::ExportsModel</name>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>The tenant delivers the queue&apos;s events.</source>
        <translation>Der Mandant stellt die Ereignisse der Warteschlange zu.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>The tenant accepted the export and reports that it failed. Check the endpoint, then create the export again in the tenant.</source>
        <translation>Der Mandant hat den Export angenommen und meldet, dass er gescheitert ist. Sehen Sie nach dem Endpunkt und legen Sie den Export dann beim Mandanten neu an.</translation>
    </message>
    <message>
        <source>initiated</source>
        <translation>eingeleitet</translation>
    </message>
    <message>
        <source>The tenant has accepted the export.</source>
        <translation>Der Mandant hat den Export angenommen.</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>Not delivered yet. “Retry export” delivers it.</source>
        <translation>Noch nicht zugestellt. „Export wiederholen“ stellt ihn zu.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>Sent, not answered yet. It is looked up by name before it is resent.</source>
        <translation>Gesendet und noch nicht beantwortet. Er wird unter seinem Namen gesucht, bevor er erneut gesendet wird.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Sent, but it is not known whether the tenant has it. “Retry export” looks it up by name before resending it.</source>
        <translation>Gesendet, aber ob der Mandant ihn hat, ist nicht bekannt. „Export wiederholen“ sucht ihn unter seinem Namen, bevor er erneut gesendet wird.</translation>
    </message>
    <message>
        <source>Queue id %1</source>
        <translation>ID der Warteschlange: %1</translation>
    </message>
    <message>
        <source>Created %1
Last change %2</source>
        <translation>Angelegt %1
Letzte Änderung %2</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
</context>
<context>
    <name>queuesmith::FieldBinding</name>
    <message>
        <source>A queue can&apos;t overflow to itself. Choose another one, or none.</source>
        <translation>Eine Warteschlange kann nicht in sich selbst überlaufen. Wählen Sie eine andere oder keine.</translation>
    </message>
    <message>
        <source>No queue is called “%1”. Choose one from the list, or none.</source>
        <translation>Keine Warteschlange heißt „%1“. Wählen Sie eine aus der Liste oder keine.</translation>
    </message>
    <message>
        <source>= %1 of %2 agents busy</source>
        <translation>= %1 von %2 Agenten beschäftigt</translation>
    </message>
    <message>
        <source>contacts keep waiting</source>
        <translation>Kontakte warten weiter</translation>
    </message>
</context>
<context>
    <name>queuesmith::FilterFields</name>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>queuesmith::HeatMap</name>
    <message>
        <source>no calls, or unknown</source>
        <translation>keine Anrufe, oder nicht bekannt</translation>
    </message>
    <message>
        <source>Heat map of the hours of the week</source>
        <translation>Wärmekarte der Stunden der Woche</translation>
    </message>
    <message>
        <source>%1, %2:00 to %3:00</source>
        <translation>%1, %2:00 bis %3:00</translation>
    </message>
    <message>
        <source>%1: no calls, or unknown</source>
        <translation>%1: keine Anrufe, oder nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2 %3 (calls: %4, intervals: %5)</source>
        <translation>%1: %2 %3 (Anrufe: %4, Intervalle: %5)</translation>
    </message>
</context>
<context>
    <name>queuesmith::HelpPane</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
</context>
<context>
    <name>queuesmith::HistoryChart</name>
    <message>
        <source>Charts of wait, abandonment, volume and handle time</source>
        <translation>Diagramme von Wartezeit, Abbruchquote, Anrufen und Bearbeitungszeit</translation>
    </message>
    <message>
        <source>Wheel or + and −: zoom. Drag: zoom to the selection. Shift and drag, or Shift and arrow keys: move. Arrow keys: step from interval to interval. Double click or 0: everything.</source>
        <translation>Rad oder + und −: vergrößern. Ziehen: auf das Markierte vergrößern. Umschalt und Ziehen oder Umschalt und Pfeiltasten: verschieben. Pfeiltasten: von Intervall zu Intervall. Doppelklick oder 0: alles.</translation>
    </message>
    <message>
        <source>%1 intervals. Arrow keys step from one to the next; the table beside has the same figures.</source>
        <translation>%1 Intervalle. Die Pfeiltasten gehen von einem zum nächsten; die Tabelle daneben hat dieselben Werte.</translation>
    </message>
</context>
<context>
    <name>queuesmith::MainWindow</name>
    <message>
        <source>The secret of “%1” could not be kept. %2 It is used until you close the window; you&apos;ll be asked for it at the next start.</source>
        <translation>Das Secret von „%1“ konnte nicht aufbewahrt werden. %2 Es gilt, bis das Fenster geschlossen wird; beim nächsten Start wird wieder danach gefragt.</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>„%1“ wird geöffnet …</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>seats not known</source>
        <translation>Lizenzplätze nicht bekannt</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Es laufen Vorgänge</translation>
    </message>
    <message numerus="yes">
        <source>%n activity(ies) under way. Closing cancels them cleanly: nothing more is sent, and what was sent is checked once more. Anything left open is settled at the next start.</source>
        <translation>
            <numerusform>%n Vorgang läuft. Schließen bricht ihn geordnet ab: Nichts mehr wird gesendet, und nach Gesendetem wird noch einmal gesehen. Was offen bleibt, wird beim nächsten Start geklärt.</numerusform>
            <numerusform>%n Vorgänge laufen. Schließen bricht sie geordnet ab: Nichts mehr wird gesendet, und nach Gesendetem wird noch einmal gesehen. Was offen bleibt, wird beim nächsten Start geklärt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Closing as soon as the current work has ended.</source>
        <translation>Das Fenster schließt, sobald die laufenden Vorgänge beendet sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seat(s)</source>
        <translation>
            <numerusform>%Ln Lizenzplatz</numerusform>
            <numerusform>%Ln Lizenzplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to a tenant first, then drop the definition file again.</source>
        <translation>Verbinden Sie sich zuerst mit einem Mandanten und legen Sie die Definitionsdatei dann noch einmal ab.</translation>
    </message>
    <message>
        <source>Choose, change or add a connection</source>
        <translation>Verbindung wählen, ändern oder hinzufügen</translation>
    </message>
    <message>
        <source>The language changes as soon as the current work has ended.</source>
        <translation>Die Sprache wechselt, sobald die laufende Arbeit beendet ist.</translation>
    </message>
    <message>
        <source>The diagnostic log could not be saved as “%1” (%2). An existing file of that name is unchanged. Choose another place, or free some space.</source>
        <translation>Das Diagnoseprotokoll konnte nicht als „%1“ gespeichert werden (%2). Eine vorhandene Datei dieses Namens ist unverändert. Wählen Sie einen anderen Ort oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Save the diagnostic log (it contains queue names)</source>
        <translation>Diagnoseprotokoll speichern (es enthält Namen von Warteschlangen)</translation>
    </message>
    <message>
        <source>The diagnostic log was saved as %1. Secrets are masked, but it contains queue names. Read it before you pass it on.</source>
        <translation>Das Diagnoseprotokoll wurde als %1 gespeichert. Geheimnisse sind darin geschwärzt, aber es enthält Namen von Warteschlangen: Lesen Sie es, bevor Sie es weitergeben.</translation>
    </message>
</context>
<context>
    <name>queuesmith::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>queuesmith::OutcomeAnswer</name>
    <message>
        <source>Id of the queue</source>
        <translation>ID der Warteschlange</translation>
    </message>
    <message>
        <source>Record answer</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>What you saw</source>
        <translation>Was Sie gesehen haben</translation>
    </message>
    <message>
        <source>what you saw in the tenant&apos;s console; kept in the audit log</source>
        <translation>was Sie in der Konsole des Mandanten gesehen haben; kommt ins Prüfprotokoll</translation>
    </message>
    <message>
        <source>Record this answer and settle it</source>
        <translation>Mit dieser Antwort klären</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go back and leave it open</source>
        <translation>Nichts sagen und offen lassen</translation>
    </message>
    <message>
        <source>The tenant has applied the change to “%1”. Nothing is sent again.</source>
        <translation>Der Mandant hat die Änderung von „%1“: Es wird nichts erneut gesendet.</translation>
    </message>
    <message>
        <source>The tenant has not applied the change to “%1”. Updating the queue sends the change again.</source>
        <translation>Der Mandant hat die Änderung von „%1“ nicht: Erneutes Ändern sendet sie noch einmal.</translation>
    </message>
    <message>
        <source>The tenant has “%1”. The queue with this id is adopted, and nothing is sent again.</source>
        <translation>Der Mandant hat „%1“: Sie wird unter dieser ID übernommen, und nichts wird erneut gesendet.</translation>
    </message>
    <message>
        <source>The tenant doesn&apos;t have “%1”. Provisioning it sends it again; if it is there after all, there will be two.</source>
        <translation>Der Mandant hat „%1“ nicht: Erneutes Anlegen sendet sie noch einmal. Ist sie doch da, gibt es danach zwei.</translation>
    </message>
</context>
<context>
    <name>queuesmith::OverflowTargets</name>
    <message>
        <source>none: contacts keep waiting</source>
        <translation>keines: Kontakte warten weiter</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” no longer exists</source>
        <translation>„%1“ gibt es nicht mehr</translation>
    </message>
</context>
<context>
    <name>queuesmith::Page</name>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>See and change the client and its secret</source>
        <translation>Client und Secret ansehen und ändern</translation>
    </message>
</context>
<context>
    <name>queuesmith::PreferencesDialog</name>
    <message>
        <source>Same as the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>queuesmith::QueueActions</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the selected queue in the editor</source>
        <translation>Die ausgewählte Warteschlange im Editor öffnen</translation>
    </message>
    <message>
        <source>Clone queue</source>
        <translation>Warteschlange duplizieren</translation>
    </message>
    <message>
        <source>Create a new queue as a copy of the selected one</source>
        <translation>Eine neue Warteschlange als Kopie der ausgewählten beginnen</translation>
    </message>
    <message>
        <source>Compare two queues</source>
        <translation>Zwei Warteschlangen vergleichen</translation>
    </message>
    <message>
        <source>Show the two selected queues side by side</source>
        <translation>Die zwei ausgewählten Warteschlangen nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Overflows here from …</source>
        <translation>Überlauf hierher von …</translation>
    </message>
    <message>
        <source>Show which queues overflow to the selected one</source>
        <translation>Zeigen, welche Warteschlangen in die ausgewählte überlaufen</translation>
    </message>
    <message>
        <source>Show in audit log</source>
        <translation>Im Prüfprotokoll zeigen</translation>
    </message>
    <message>
        <source>Show the selected queue&apos;s records in the audit log</source>
        <translation>Zeigen, was das Prüfprotokoll über die ausgewählte Warteschlange hat</translation>
    </message>
    <message>
        <source>Show wait times</source>
        <translation>Wartezeiten zeigen</translation>
    </message>
    <message>
        <source>Show the selected queue&apos;s wait times and the recommended capacity</source>
        <translation>Zeigen, wie lange die Anrufer der gewählten Warteschlange gewartet haben und welche Kapazität empfohlen wird</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy the ids of the selected queues</source>
        <translation>Die IDs der ausgewählten Warteschlangen kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>Die ausgewählten Zeilen für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Export definition …</source>
        <translation>Definition exportieren …</translation>
    </message>
    <message>
        <source>Write the selected queues to definition files</source>
        <translation>Die gewählten Warteschlangen in Definitionsdateien schreiben</translation>
    </message>
    <message>
        <source>Export %1 definitions …</source>
        <translation>%1 Definitionen exportieren …</translation>
    </message>
    <message>
        <source>Overflows here from 1 queue</source>
        <translation>Überlauf hierher von 1 Warteschlange</translation>
    </message>
    <message>
        <source>Overflows here from %1 queues</source>
        <translation>Überlauf hierher von %1 Warteschlangen</translation>
    </message>
    <message>
        <source>No queue overflows here</source>
        <translation>Keine Warteschlange läuft hierher über</translation>
    </message>
    <message>
        <source>Id copied: %1</source>
        <translation>ID kopiert: %1</translation>
    </message>
    <message>
        <source>%1 ids copied</source>
        <translation>%1 IDs kopiert</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
    <message>
        <source>Export definition</source>
        <translation>Definition exportieren</translation>
    </message>
    <message>
        <source>Queue definitions (*.json)</source>
        <translation>Definitionen von Warteschlangen (*.json)</translation>
    </message>
    <message>
        <source>Folder for the definition files</source>
        <translation>Ordner für je eine Datei</translation>
    </message>
    <message>
        <source>%1 definitions were written to %2</source>
        <translation>%1 Definitionen wurden nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>queuesmith::QueueEditorPage</name>
    <message>
        <source>The skills could not be read: %1</source>
        <translation>Die Skills konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Skills are missing from this list: %1</source>
        <translation>In dieser Liste fehlen Skills: %1</translation>
    </message>
    <message>
        <source>Reading skills: %1 of %2</source>
        <translation>Skills werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading the tenant&apos;s skills…</source>
        <translation>Die Skills des Mandanten werden gelesen…</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changing %1</source>
        <translation>ändert %1</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>changed; the draft could not be saved (%1)</source>
        <translation>geändert; der Entwurf konnte nicht gespeichert werden (%1)</translation>
    </message>
    <message>
        <source>, draft saved %1</source>
        <translation>, Entwurf gespeichert %1</translation>
    </message>
</context>
<context>
    <name>queuesmith::QueuesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Skills</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Overflow target</source>
        <translation>Überlaufziel</translation>
    </message>
    <message>
        <source>Overflow threshold (%)</source>
        <translation>Überlaufschwelle (%)</translation>
    </message>
    <message>
        <source>Last change (UTC)</source>
        <translation>Letzte Änderung (UTC)</translation>
    </message>
    <message>
        <source>Contacts keep waiting in this queue</source>
        <translation>Kontakte warten weiter in dieser Warteschlange</translation>
    </message>
    <message>
        <source>No skills</source>
        <translation>Keine Skills</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, ab %2</translation>
    </message>
    <message>
        <source>%1 = %2 of %3 agents busy</source>
        <translation>%1 = %2 von %3 Agenten belegt</translation>
    </message>
</context>
<context>
    <name>queuesmith::QueuesPage</name>
    <message>
        <source>“%1” could not be written (%2). Nothing was exported; an existing file of that name is unchanged. Choose another place, or free some space.</source>
        <translation>„%1“ konnte nicht geschrieben werden (%2). Nichts wurde exportiert; eine ältere Datei dieses Namens ist, wie sie war. Wählen Sie einen anderen Ort, oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>Neue Warteschlange</translation>
    </message>
    <message>
        <source>Define a new queue</source>
        <translation>Die Definition einer neuen Warteschlange beginnen</translation>
    </message>
    <message>
        <source>Search queues</source>
        <translation>Warteschlangen suchen</translation>
    </message>
    <message>
        <source>Go to the search field</source>
        <translation>Zur Suchzeile gehen</translation>
    </message>
    <message>
        <source>%1 of %2 queues</source>
        <translation>%1 von %2 Warteschlangen</translation>
    </message>
    <message>
        <source>1 queue</source>
        <translation>1 Warteschlange</translation>
    </message>
    <message>
        <source>%1 queues</source>
        <translation>%1 Warteschlangen</translation>
    </message>
    <message>
        <source>Reading queues: %1 of %2</source>
        <translation>Warteschlangen werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>Reading queues: %1</source>
        <translation>Warteschlangen werden gelesen: %1</translation>
    </message>
    <message>
        <source>Reading queues …</source>
        <translation>Warteschlangen werden gelesen …</translation>
    </message>
    <message>
        <source>The rows below were read earlier.</source>
        <translation>Die Zeilen unten stammen von einem früheren Lesen.</translation>
    </message>
    <message>
        <source>The rows below are only part of the tenant&apos;s queues.</source>
        <translation>Die Zeilen unten sind nur ein Teil der Warteschlangen des Mandanten.</translation>
    </message>
    <message>
        <source>The tenant&apos;s list is incomplete: %1 A queue missing here may still exist. Try again.</source>
        <translation>Die Liste des Mandanten ist unvollständig: %1 Eine Warteschlange, die hier fehlt, kann es trotzdem geben. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Rows appear as the tenant sends them.</source>
        <translation>Zeilen erscheinen, sobald der Mandant sie liefert.</translation>
    </message>
    <message>
        <source>The queues could not be read</source>
        <translation>Die Warteschlangen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The tenant returned no queues</source>
        <translation>Der Mandant hat keine Warteschlange geliefert</translation>
    </message>
    <message>
        <source>This tenant has no queues yet</source>
        <translation>Dieser Mandant hat noch keine Warteschlange</translation>
    </message>
    <message>
        <source>Each queue will be listed here with its capacity, priority, overflow, skills and last change.</source>
        <translation>Hier sehen Sie jede Warteschlange mit Kapazität, Priorität, Überlauf, Skills und letzter Änderung.</translation>
    </message>
    <message>
        <source>No queue matches the filter</source>
        <translation>Keine Warteschlange passt zum Filter</translation>
    </message>
    <message>
        <source>The search covers names and ids. Clear the filter to see all queues again.</source>
        <translation>Gesucht wird in Namen und IDs. Leeren Sie den Filter, um wieder jede Warteschlange zu sehen.</translation>
    </message>
    <message>
        <source>%1 of %2 definitions had already been written.</source>
        <translation>%1 von %2 Definitionen waren da schon geschrieben.</translation>
    </message>
    <message>
        <source>New queue from a template</source>
        <translation>Neue Warteschlange aus Vorlage</translation>
    </message>
    <message>
        <source>Create a new queue from a template</source>
        <translation>Eine neue Warteschlange mit einer Vorlage beginnen</translation>
    </message>
    <message>
        <source>Filtered: %1 are shown.</source>
        <translation>Gefiltert: %1 werden gezeigt.</translation>
    </message>
</context>
<context>
    <name>queuesmith::RecommendationCard</name>
    <message>
        <source>Use this capacity in the editor</source>
        <translation>Diese Kapazität im Editor verwenden</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Was the model right before?</source>
        <translation>Hatte das Modell bisher recht?</translation>
    </message>
    <message>
        <source>Since the capacity was changed</source>
        <translation>Seit die Kapazität geändert wurde</translation>
    </message>
    <message>
        <source>Open the queue in the editor with the recommended capacity</source>
        <translation>Die Warteschlange mit der empfohlenen Kapazität im Editor öffnen</translation>
    </message>
    <message>
        <source>Use %1 in the editor</source>
        <translation>%1 im Editor verwenden</translation>
    </message>
    <message>
        <source>Recommendation: none yet</source>
        <translation>Empfehlung: noch keine</translation>
    </message>
</context>
<context>
    <name>queuesmith::RecordPane</name>
    <message>
        <source>Record %1 is not in the log. Verify the chain.</source>
        <translation>Eintrag %1 steht nicht im Protokoll. Prüfen Sie die Kette.</translation>
    </message>
    <message>
        <source>Select a record to see all of it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn ganz zu sehen.</translation>
    </message>
</context>
<context>
    <name>queuesmith::ReviewModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, ab %2</translation>
    </message>
</context>
<context>
    <name>queuesmith::ReviewPage</name>
    <message>
        <source>Review: change “%1”</source>
        <translation>Durchsicht: „%1“ ändern</translation>
    </message>
    <message>
        <source>Review: create “%1”</source>
        <translation>Durchsicht: „%1“ anlegen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Provision</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>This is production, and the audit log needs a reason. Enter why you are doing this.</source>
        <translation>Dies ist die Produktion, und das Prüfprotokoll braucht eine Begründung. Schreiben Sie, warum dies geschieht.</translation>
    </message>
    <message>
        <source>The tenant&apos;s queues declare %1 agents in total now, and %2 after this.</source>
        <translation>Alle Warteschlangen des Mandanten geben jetzt %1 Agenten an, und danach %2.</translation>
    </message>
    <message>
        <source>%1 seats are licensed; an agent may serve several queues.</source>
        <translation>Lizenziert sind %1 Plätze; ein Agent kann mehrere Warteschlangen bedienen.</translation>
    </message>
    <message>
        <source>The number of licensed seats is not known.</source>
        <translation>Wie viele Lizenzplätze es gibt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This connection refuses a capacity that is not approved. Approve it, or keep the present one.</source>
        <translation>Diese Verbindung verweigert eine Kapazität, die nicht freigegeben ist. Geben Sie sie frei, oder behalten Sie die jetzige.</translation>
    </message>
    <message>
        <source>Send it to the tenant (%1)</source>
        <translation>Einmal an den Mandanten senden (%1)</translation>
    </message>
    <message>
        <source>This is production, so a reason is needed.</source>
        <translation>Dies ist Produktion, also ist eine Begründung nötig.</translation>
    </message>
    <message>
        <source>Changes are reviewed before they are sent.</source>
        <translation>Eine Änderung wird vor dem Senden noch einmal angesehen.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What was checked: %1 checks, all fine</source>
        <translation>Was geprüft wurde: %1 Prüfungen, alle in Ordnung</translation>
    </message>
    <message>
        <source>What was checked: %1 of %2 to look at</source>
        <translation>Was geprüft wurde: %1 von %2 zu beachten</translation>
    </message>
</context>
<context>
    <name>queuesmith::RulesModel</name>
    <message>
        <source>This rule follows its field; change it there.</source>
        <translation>Diese Regel folgt ihrem Feld; ändern Sie es dort.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>This number does not fit in 64 bits. Use a smaller number or a string.</source>
        <translation>Diese Zahl passt nicht in 64 Bit. Verwenden Sie eine kleinere oder einen Text.</translation>
    </message>
    <message>
        <source>This is not a JSON value (column %1: %2), so the rule is unchanged.</source>
        <translation>Das ist kein JSON-Wert (Spalte %1: %2), darum bleibt die Regel, wie sie war.</translation>
    </message>
</context>
<context>
    <name>queuesmith::SendChecks</name>
    <message>
        <source>reading the tenant…</source>
        <translation>Mandant wird gelesen…</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft…</translation>
    </message>
    <message>
        <source>All %1 checks passed, %2</source>
        <translation>Alle %1 Prüfungen bestanden, %2</translation>
    </message>
    <message>
        <source>%1 of %2 checks passed, %3</source>
        <translation>%1 von %2 Prüfungen bestanden, %3</translation>
    </message>
</context>
<context>
    <name>queuesmith::SendController</name>
    <message>
        <source>Changing “%1”</source>
        <translation>„%1“ wird geändert</translation>
    </message>
    <message>
        <source>Creating “%1”</source>
        <translation>„%1“ wird angelegt</translation>
    </message>
</context>
<context>
    <name>queuesmith::Sentence</name>
    <message>
        <source>The list is still being read from the tenant.</source>
        <translation>Die Liste wird noch vom Mandanten gelesen.</translation>
    </message>
    <message>
        <source>“%1” is missing. Every queue needs it; add it to the definition.</source>
        <translation>„%1“ fehlt. Jede Warteschlange braucht es; ergänzen Sie es in der Definition.</translation>
    </message>
    <message>
        <source>“%1” must be %2, but it is %3.</source>
        <translation>„%1“ muss %2 sein, ist aber %3.</translation>
    </message>
    <message>
        <source>“%1” is empty. Enter a text.</source>
        <translation>„%1“ ist leer. Geben Sie einen Text an.</translation>
    </message>
    <message>
        <source>“%1” is %2; it must be between %3 and %4.</source>
        <translation>„%1“ ist %2; der Wert muss zwischen %3 und %4 liegen.</translation>
    </message>
    <message>
        <source>“%1” is %2, which does not fit 64 bits and could not be sent exactly. Use a smaller number or a string.</source>
        <translation>„%1“ ist %2; das passt nicht in 64 Bit und könnte nicht genau weitergegeben werden. Verwenden Sie eine kleinere Zahl oder einen Text.</translation>
    </message>
    <message>
        <source>Skill group “%1” is listed more than once. Remove the duplicate.</source>
        <translation>Die Skill-Gruppe „%1“ steht mehrfach in der Liste. Entfernen Sie die Wiederholung.</translation>
    </message>
    <message>
        <source>“%1” is set by the tenant and is not sent. Remove it from the definition.</source>
        <translation>„%1“ vergibt der Mandant; es wird nicht gesendet. Entfernen Sie es aus der Definition.</translation>
    </message>
    <message>
        <source>The routing rule “%1” says %2, but the queue&apos;s %1 is %3. Make them the same, so that it is clear which one counts.</source>
        <translation>Die Routing-Regel „%1“ sagt %2, aber der Wert „%1“ der Warteschlange ist %3. Gleichen Sie beide an, damit klar ist, welcher gilt.</translation>
    </message>
    <message>
        <source>Nothing has changed, so nothing was sent. Change a field first.</source>
        <translation>Nichts wurde geändert, darum wurde nichts gesendet. Ändern Sie zuerst ein Feld.</translation>
    </message>
    <message>
        <source>This connection requires a reason for every change, and none was given. Nothing was sent. Enter a reason, then try again.</source>
        <translation>Diese Verbindung verlangt für jede Änderung eine Begründung, und es fehlt eine. Nichts wurde gesendet. Schreiben Sie, warum, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The tenant already has a queue named “%1” (id %2). Choose another name, or change that queue.</source>
        <translation>Der Mandant hat schon eine Warteschlange namens „%1“ (ID %2). Wählen Sie einen anderen Namen, oder ändern Sie jene Warteschlange.</translation>
    </message>
    <message>
        <source>It could not be checked whether the name is free: %1 Look in the tenant&apos;s console before you continue.</source>
        <translation>Ob der Name frei ist, konnte nicht geprüft werden: %1 Sehen Sie in der Konsole des Mandanten nach, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>Skill group “%1” doesn&apos;t exist in the tenant. Remove it or pick another one.</source>
        <translation>Die Skill-Gruppe „%1“ gibt es beim Mandanten nicht. Entfernen Sie sie, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The skill groups could not be checked: %1</source>
        <translation>Die Skill-Gruppen konnten nicht geprüft werden: %1</translation>
    </message>
    <message>
        <source>The tenant&apos;s list of skills is incomplete, so the skill groups can&apos;t be checked: %1 Try again; if this persists, tell the tenant&apos;s operator.</source>
        <translation>Die Liste der Skills des Mandanten ist unvollständig, darum können die Skill-Gruppen nicht geprüft werden: %1 Versuchen Sie es erneut; bleibt es so, benachrichtigen Sie den Betreiber des Mandanten.</translation>
    </message>
    <message>
        <source>The overflow target “%1” doesn&apos;t exist in the tenant. Pick an existing queue, or none.</source>
        <translation>Das Überlaufziel „%1“ gibt es beim Mandanten nicht. Wählen Sie eine vorhandene Warteschlange oder keine.</translation>
    </message>
    <message>
        <source>The queue overflows to itself, so contacts would never leave it. Choose another queue, or none.</source>
        <translation>Die Warteschlange läuft in sich selbst über, Kontakte würden sie also nie verlassen. Wählen Sie eine andere Warteschlange oder keine.</translation>
    </message>
    <message>
        <source>The overflow forms a loop: %1. Contacts would never arrive. Choose a target outside the loop, or none.</source>
        <translation>Der Überlauf geht im Kreis: %1. Kontakte kämen nie an. Wählen Sie ein Ziel außerhalb des Kreises oder keines.</translation>
    </message>
    <message>
        <source>The overflow target could not be checked: %1</source>
        <translation>Das Überlaufziel konnte nicht geprüft werden: %1</translation>
    </message>
    <message>
        <source>No overflow target: when the queue is full, contacts keep waiting.</source>
        <translation>Kein Überlaufziel: Ist die Warteschlange voll, warten Kontakte weiter.</translation>
    </message>
    <message>
        <source>The tenant&apos;s list of queues is incomplete, so the name and the overflow target can&apos;t be checked: %1 Try again; if this persists, tell the tenant&apos;s operator.</source>
        <translation>Die Liste der Warteschlangen des Mandanten ist unvollständig, darum können Name und Überlaufziel nicht geprüft werden: %1 Versuchen Sie es erneut; bleibt es so, benachrichtigen Sie den Betreiber des Mandanten.</translation>
    </message>
    <message>
        <source>The capacity of %1 exceeds the %2 licensed seats. Lower the capacity, or license more seats first.</source>
        <translation>Die Kapazität von %1 liegt über den %2 Lizenzplätzen. Senken Sie die Kapazität, oder lizenzieren Sie zuerst mehr Plätze.</translation>
    </message>
    <message>
        <source>The capacity could not be checked against the licence: the number of licensed seats isn&apos;t known. Give it with --licensed-agents or in the connection.</source>
        <translation>Die Kapazität konnte nicht gegen die Lizenz geprüft werden: Die Zahl der Lizenzplätze ist nicht bekannt. Geben Sie sie mit --licensed-agents oder in der Verbindung an.</translation>
    </message>
    <message>
        <source>The capacity of %1 exceeds the %2 agents who hold the chosen skills. The rest can&apos;t be staffed.</source>
        <translation>Die Kapazität von %1 liegt über den %2 Agenten mit den gewählten Skills. Der Rest kann nicht besetzt werden.</translation>
    </message>
    <message>
        <source>Queues that share these skills: %1; with this one they declare a capacity of %2.</source>
        <translation>Warteschlangen mit denselben Skills: %1; mit dieser geben sie eine Kapazität von %2 an.</translation>
    </message>
    <message>
        <source>Queues that share these skills: %1; with this one they declare a capacity of %2, and the chosen skills have %3 agents.</source>
        <translation>Warteschlangen mit denselben Skills: %1; mit dieser geben sie eine Kapazität von %2 an, und die gewählten Skills haben %3 Agenten.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a queue&apos;s id or null</source>
        <translation>die ID einer Warteschlange oder null</translation>
    </message>
    <message>
        <source>a list of skill ids</source>
        <translation>eine Liste von Skill-IDs</translation>
    </message>
    <message>
        <source>a skill&apos;s id (a text)</source>
        <translation>die ID eines Skills (ein Text)</translation>
    </message>
    <message>
        <source>a list of rules</source>
        <translation>eine Liste von Regeln</translation>
    </message>
    <message>
        <source>an object with the queue&apos;s members</source>
        <translation>ein Objekt mit den Feldern der Warteschlange</translation>
    </message>
    <message>
        <source>the number %1</source>
        <translation>die Zahl %1</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>The tenant says: “%1”</source>
        <translation>Der Mandant sagt: „%1“</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Versuchen Sie es in ein paar Minuten erneut.</translation>
    </message>
    <message>
        <source>Check the network connection and the tenant&apos;s address.</source>
        <translation>Prüfen Sie die Netzverbindung und die Adresse des Mandanten.</translation>
    </message>
    <message>
        <source>Check the tenant&apos;s address and dialect in the connection.</source>
        <translation>Prüfen Sie Adresse und Dialekt des Mandanten in der Verbindung.</translation>
    </message>
    <message>
        <source>%1 refused the request as invalid</source>
        <translation>%1 hat die Anfrage als ungültig abgelehnt</translation>
    </message>
    <message>
        <source>Correct the fields named and send it again.</source>
        <translation>Berichtigen Sie die genannten Felder, und senden Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 understood the request but rejects its values</source>
        <translation>%1 hat die Anfrage verstanden, lehnt aber ihre Werte ab</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t accept the credentials</source>
        <translation>%1 nimmt die Zugangsdaten nicht an</translation>
    </message>
    <message>
        <source>Check the client ID and the secret of the connection.</source>
        <translation>Prüfen Sie Client-ID und Secret der Verbindung.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t allow this action with these credentials</source>
        <translation>%1 erlaubt diese Aktion mit diesen Zugangsdaten nicht</translation>
    </message>
    <message>
        <source>Ask the tenant&apos;s administrator for the missing permission.</source>
        <translation>Bitten Sie den Administrator des Mandanten um die fehlende Berechtigung.</translation>
    </message>
    <message>
        <source>%1 has nothing at this address</source>
        <translation>%1 hat nichts an dieser Stelle</translation>
    </message>
    <message>
        <source>It may have been deleted; reload and look again.</source>
        <translation>Es kann gelöscht worden sein; lesen Sie neu, und sehen Sie wieder nach.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t offer this operation</source>
        <translation>%1 bietet diese Operation nicht an</translation>
    </message>
    <message>
        <source>%1 does not support this version of HTTP</source>
        <translation>%1 spricht diese Version von HTTP nicht</translation>
    </message>
    <message>
        <source>%1 reports a conflict with what is already there</source>
        <translation>%1 meldet einen Konflikt mit dem, was schon da ist</translation>
    </message>
    <message>
        <source>Reload and compare with what the tenant has.</source>
        <translation>Lesen Sie neu, und vergleichen Sie mit dem, was der Mandant hat.</translation>
    </message>
    <message>
        <source>Someone else changed it on %1 in the meantime</source>
        <translation>Jemand anders hat es auf %1 inzwischen geändert</translation>
    </message>
    <message>
        <source>Reload, compare, and decide again.</source>
        <translation>Lesen Sie neu, sehen Sie sich den Unterschied an, und entscheiden Sie wieder.</translation>
    </message>
    <message>
        <source>%1 refused the request as too large</source>
        <translation>%1 hat die Anfrage als zu groß abgelehnt</translation>
    </message>
    <message>
        <source>Make the definition smaller.</source>
        <translation>Verkleinern Sie die Definition.</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t accept this kind of content</source>
        <translation>%1 nimmt diese Art von Inhalt nicht an</translation>
    </message>
    <message>
        <source>%1 refused the request</source>
        <translation>%1 hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Check the definition and the connection.</source>
        <translation>Prüfen Sie die Definition und die Verbindung.</translation>
    </message>
    <message>
        <source>%1 limits the number of requests</source>
        <translation>%1 begrenzt die Zahl der Anfragen</translation>
    </message>
    <message>
        <source>%1 gave up waiting for the request</source>
        <translation>%1 hat das Warten auf die Anfrage aufgegeben</translation>
    </message>
    <message>
        <source>%1 reports an internal error</source>
        <translation>%1 meldet einen eigenen Fehler</translation>
    </message>
    <message>
        <source>A gateway in front of %1 got an invalid answer from it</source>
        <translation>Ein Gateway vor %1 bekam von dort keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>%1 is currently unavailable</source>
        <translation>%1 ist im Augenblick nicht verfügbar</translation>
    </message>
    <message>
        <source>A gateway in front of %1 got no answer from it in time</source>
        <translation>Ein Gateway vor %1 bekam von dort nicht rechtzeitig eine Antwort</translation>
    </message>
    <message>
        <source>%1 redirects to another address, which is not followed for safety</source>
        <translation>%1 verweist die Anfrage an eine andere Adresse; zur Sicherheit wird dem nicht gefolgt</translation>
    </message>
    <message>
        <source>A web page came back instead of an answer from %1, probably from a network that requires a sign-in</source>
        <translation>Statt einer Antwort von %1 kam eine Webseite, wie von einem Netz, das eine Anmeldung will</translation>
    </message>
    <message>
        <source>Open a browser, sign in to the network and try again.</source>
        <translation>Öffnen Sie einen Browser, melden Sie sich am Netz an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 sent an answer that can&apos;t be used</source>
        <translation>%1 gab eine Antwort, die nicht verwendbar ist</translation>
    </message>
    <message>
        <source>The answer from %1 was cut off</source>
        <translation>Die Antwort von %1 war abgeschnitten</translation>
    </message>
    <message>
        <source>The answer from %1 is larger than 8 MiB</source>
        <translation>Die Antwort von %1 ist größer als 8 MiB</translation>
    </message>
    <message>
        <source>%1 refused the connection</source>
        <translation>%1 hat die Netzverbindung abgelehnt</translation>
    </message>
    <message>
        <source>The address %1 could not be found</source>
        <translation>Die Adresse %1 ist nicht zu finden</translation>
    </message>
    <message>
        <source>Could not connect to %1 in time</source>
        <translation>Zu %1 kam nicht rechtzeitig eine Netzverbindung zustande</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>Could not make a secure connection to %1</source>
        <translation>Zu %1 kam keine sichere Netzverbindung zustande</translation>
    </message>
    <message>
        <source>The certificate of %1 can&apos;t be trusted, so nothing was sent</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen, darum wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Check the address; if the tenant uses its own certificate authority, add its certificate to the connection.</source>
        <translation>Prüfen Sie die Adresse; hat der Mandant eine eigene Zertifizierungsstelle, fügen Sie ihr Zertifikat der Verbindung hinzu.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer</source>
        <translation>%1 hat die Netzverbindung ohne Antwort geschlossen</translation>
    </message>
    <message>
        <source>The address of %1 can&apos;t be used</source>
        <translation>Die Adresse von %1 ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Use https, or http on this computer only, without a user name in it.</source>
        <translation>Verwenden Sie https, oder http nur auf diesem Rechner, ohne Benutzernamen darin.</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled</source>
        <translation>Die Anfrage an %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>It is not known whether the request took effect.</source>
        <translation>Ob die Anfrage gewirkt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It asks to wait for %1, which is too long to wait here.</source>
        <translation>Er bittet, %1 zu warten; so lange wird hier nicht gewartet.</translation>
    </message>
    <message>
        <source>%1 attempts failed.</source>
        <translation>%1 Versuche sind gescheitert.</translation>
    </message>
    <message>
        <source>The time limit of %1 for the request is used up.</source>
        <translation>Die Frist von %1 für die Anfrage ist abgelaufen.</translation>
    </message>
    <message>
        <source>So many requests failed that none is repeated for now.</source>
        <translation>So viele Anfragen an ihn sind gescheitert, dass vorerst keine wiederholt wird.</translation>
    </message>
    <message>
        <source>Check the tenant before sending it again.</source>
        <translation>Sehen Sie beim Mandanten nach, bevor es erneut gesendet wird.</translation>
    </message>
    <message>
        <source>Try again after that time.</source>
        <translation>Versuchen Sie es nach dieser Zeit erneut.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 (HTTP %2).</source>
        <translation>%1 (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 is not a usable URL. Enter it as https://host/, with a port if needed.</source>
        <translation>%1 ist keine verwendbare URL. Geben Sie sie als https://host/ an, wenn nötig mit Port.</translation>
    </message>
    <message>
        <source>%1 contains a user name or a password. Remove them; the client&apos;s secret has its own field.</source>
        <translation>%1 enthält einen Benutzernamen oder ein Passwort. Nehmen Sie beides heraus; das Secret des Clients hat einen eigenen Platz.</translation>
    </message>
    <message>
        <source>%1 must begin with https://.</source>
        <translation>%1 muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>%1 uses http, which anyone on the way can read and change. Use https; http is allowed for a loopback address only.</source>
        <translation>%1 verwendet http, das jeder unterwegs lesen und ändern kann. Verwenden Sie https; http ist nur für eine Loopback-Adresse.</translation>
    </message>
    <message>
        <source>The base URL</source>
        <translation>Die Basis-URL</translation>
    </message>
    <message>
        <source>The base URL contains a query or a fragment. Enter only scheme, host and port.</source>
        <translation>Die Basis-URL enthält eine Abfrage oder ein Fragment. Geben Sie nur Schema, Host und Port an.</translation>
    </message>
    <message>
        <source>The WFM endpoint</source>
        <translation>Der WFM-Endpunkt</translation>
    </message>
    <message>
        <source>A WFM header can&apos;t be used. Write it as &apos;NAME: VALUE&apos;, without line breaks.</source>
        <translation>Eine WFM-Kopfzeile ist nicht verwendbar. Geben Sie sie als &apos;NAME: WERT&apos; an, ohne Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>No certificate could be read from %1. Name a PEM file with the certificate authority of the tenant.</source>
        <translation>Aus %1 konnte kein Zertifikat gelesen werden. Nennen Sie eine PEM-Datei mit der Zertifizierungsstelle des Mandanten.</translation>
    </message>
    <message>
        <source>The keychain has no client secret for “%1”. Enter it for this connection, or set QUEUESMITH_CLIENT_SECRET.</source>
        <translation>Der Schlüsselbund enthält kein Client-Secret für „%1“. Geben Sie es für diese Verbindung ein oder in QUEUESMITH_CLIENT_SECRET an.</translation>
    </message>
    <message>
        <source>The keychain of this desktop can&apos;t be used: %1. The secret is kept in no other place; give it in QUEUESMITH_CLIENT_SECRET or with --client-secret-file.</source>
        <translation>Der Schlüsselbund dieses Desktops ist nicht verwendbar: %1. Das Secret wird an keinem anderen Ort aufbewahrt; geben Sie es in QUEUESMITH_CLIENT_SECRET oder mit --client-secret-file an.</translation>
    </message>
    <message>
        <source>it announced %1, but sent only %2.</source>
        <translation>er sagt, es seien %1, lieferte aber nur %2.</translation>
    </message>
    <message>
        <source>it did not end after %1 pages.</source>
        <translation>sie hatte nach %1 Seiten kein Ende.</translation>
    </message>
    <message>
        <source>The connections could not be saved in %1. Nothing was changed. Check that the file can be written.</source>
        <translation>Die Verbindungen konnten nicht in %1 gespeichert werden. Nichts wurde geändert. Prüfen Sie, ob die Datei schreibbar ist.</translation>
    </message>
    <message>
        <source>There is no saved connection named “%1”. Saved connections: %2.</source>
        <translation>Es gibt keine gespeicherte Verbindung namens „%1“. Gespeichert sind: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Not tried, since it would change something; the tenant does not report the token&apos;s scopes.</source>
        <translation>Nicht versucht, denn es ändert etwas; der Mandant nennt die Scopes des Tokens nicht.</translation>
    </message>
    <message>
        <source>Not tried, since it would change something; the token has the scope %1.</source>
        <translation>Nicht versucht, denn es ändert etwas; das Token hat den Scope %1.</translation>
    </message>
    <message>
        <source>The client is missing the scope %1. Add it in the developer portal.</source>
        <translation>Dem Client fehlt der Scope %1. Fügen Sie ihn im Entwicklerportal hinzu.</translation>
    </message>
    <message>
        <source>The tenant issued a token.</source>
        <translation>Der Mandant hat ein Token ausgestellt.</translation>
    </message>
    <message>
        <source>The token has: %1.</source>
        <translation>Das Token hat: %1.</translation>
    </message>
    <message>
        <source>The tenant does not report the token&apos;s scopes.</source>
        <translation>Der Mandant nennt die Scopes des Tokens nicht.</translation>
    </message>
    <message>
        <source>Answers according to the contract.</source>
        <translation>Antwortet, wie es vereinbart ist.</translation>
    </message>
    <message>
        <source>The tenant&apos;s list of exports is incomplete: %1 It is not known whether the export is there.</source>
        <translation>Die Liste der Exporte des Mandanten ist unvollständig: %1 Ob der Export da ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The tenant&apos;s answer does not follow the contract: %1. It was not used. Try again; if this persists, tell the tenant&apos;s operator.</source>
        <translation>Die Antwort des Mandanten ist nicht, wie vereinbart: %1. Es wird nichts aus ihr geschlossen. Versuchen Sie es erneut; bleibt es so, benachrichtigen Sie den Betreiber des Mandanten.</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>an object was expected</source>
        <translation>ein Objekt wurde erwartet</translation>
    </message>
    <message>
        <source>an id is missing</source>
        <translation>eine ID fehlt</translation>
    </message>
    <message>
        <source>the list “entities” is missing</source>
        <translation>die Liste „entities“ fehlt</translation>
    </message>
    <message>
        <source>“total” is no count</source>
        <translation>„total“ ist keine Anzahl</translation>
    </message>
    <message>
        <source>The tenant refused to %1 (403). The client is missing the scope %2. Add it in the developer portal, then try again.</source>
        <translation>Der Mandant hat es abgelehnt, %1 (403). Dem Client fehlt der Scope %2. Fügen Sie ihn im Entwicklerportal hinzu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This tenant can&apos;t %1 (%2).</source>
        <translation>Bei diesem Mandanten ist es nicht möglich, %1 (%2).</translation>
    </message>
    <message>
        <source>The tenant no longer has this queue, or it can&apos;t change queues (404). Nothing was changed. Reload the list of queues.</source>
        <translation>Der Mandant kennt diese Warteschlange nicht mehr, oder er kann Warteschlangen nicht ändern (404). Nichts wurde geändert. Lesen Sie die Liste der Warteschlangen neu.</translation>
    </message>
    <message>
        <source>list skills</source>
        <translation>Skills aufzulisten</translation>
    </message>
    <message>
        <source>list queues</source>
        <translation>Warteschlangen aufzulisten</translation>
    </message>
    <message>
        <source>read a queue</source>
        <translation>eine Warteschlange zu lesen</translation>
    </message>
    <message>
        <source>create queues</source>
        <translation>Warteschlangen anzulegen</translation>
    </message>
    <message>
        <source>change queues</source>
        <translation>Warteschlangen zu ändern</translation>
    </message>
    <message>
        <source>read wait-time history</source>
        <translation>den Verlauf der Wartezeiten zu lesen</translation>
    </message>
    <message>
        <source>list exports</source>
        <translation>Exporte aufzulisten</translation>
    </message>
    <message>
        <source>create exports</source>
        <translation>Exporte anzulegen</translation>
    </message>
    <message>
        <source>This version does not have the dialect “%1”. Use queues-v2.</source>
        <translation>Der Dialekt „%1“ gehört nicht zu dieser Version. Verwenden Sie queues-v2.</translation>
    </message>
    <message>
        <source>The tenant does not accept the client&apos;s credentials (%1). They may have been replaced. Create new ones in the CXone admin console and enter them for this connection.</source>
        <translation>Der Mandant nimmt die Zugangsdaten des Clients nicht an (%1). Sie können ersetzt worden sein. Erzeugen Sie neue in der CXone-Admin-Konsole, und geben Sie sie für diese Verbindung ein.</translation>
    </message>
    <message>
        <source>The tenant refused to issue a token (%1, %2). Nothing was sent. Check the client&apos;s settings in the CXone admin console.</source>
        <translation>Der Mandant hat kein Token ausgestellt (%1, %2). Nichts wurde gesendet. Sehen Sie sich die Einstellungen des Clients in der CXone-Admin-Konsole an.</translation>
    </message>
    <message>
        <source>is not a JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>contains another number</source>
        <translation>enthält eine andere Nummer</translation>
    </message>
    <message>
        <source>has a different “%1” than its search column</source>
        <translation>hat ein anderes „%1“ als seine Suchspalte</translation>
    </message>
    <message>
        <source>is a second intent of the same operation</source>
        <translation>ist eine zweite Absicht derselben Operation</translation>
    </message>
    <message>
        <source>comes after the final outcome of its operation</source>
        <translation>folgt auf das endgültige Ergebnis seiner Operation</translation>
    </message>
    <message>
        <source>has no intent before it</source>
        <translation>hat keine Absicht vor sich</translation>
    </message>
    <message>
        <source>can&apos;t be read; the file is damaged</source>
        <translation>ist nicht lesbar; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>doesn&apos;t match its hash</source>
        <translation>passt nicht zu seinem Hash</translation>
    </message>
    <message>
        <source>has a different hash than the one saved before</source>
        <translation>hat einen anderen Hash als den früher gespeicherten</translation>
    </message>
    <message>
        <source>is missing: the log had records up to %1 before</source>
        <translation>fehlt: das Protokoll reichte früher bis Eintrag %1</translation>
    </message>
    <message>
        <source>Record %1 %2.</source>
        <translation>Eintrag %1 %2.</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2). Nothing was exported; an existing file of that name is unchanged. Choose another place, or free some space.</source>
        <translation>„%1“ konnte nicht geschrieben werden (%2). Nichts wurde exportiert; eine ältere Datei dieses Namens ist, wie sie war. Wählen Sie einen anderen Ort, oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>The export was cancelled. No file was changed. Start it again when you need it.</source>
        <translation>Der Export wurde abgebrochen. Keine Datei wurde geändert. Beginnen Sie ihn neu, wenn Sie ihn brauchen.</translation>
    </message>
    <message>
        <source>Record %1 of the audit log can&apos;t be read. Nothing was exported. Verify the log to see what is damaged.</source>
        <translation>Eintrag %1 des Prüfprotokolls ist nicht lesbar. Nichts wurde exportiert. Prüfen Sie die Kette, um zu sehen, was beschädigt ist.</translation>
    </message>
    <message>
        <source>it is the audit log itself</source>
        <translation>sie ist das Prüfprotokoll selbst</translation>
    </message>
    <message>
        <source>The disk is full: the audit log “%1” could not be written.</source>
        <translation>Der Datenträger ist voll: Das Prüfprotokoll „%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another program has locked the audit log “%1”.</source>
        <translation>Ein anderes Programm hält das Prüfprotokoll „%1“ gesperrt.</translation>
    </message>
    <message>
        <source>The audit log “%1” is damaged (%2).</source>
        <translation>Das Prüfprotokoll „%1“ ist beschädigt (%2).</translation>
    </message>
    <message>
        <source>The audit log “%1” can&apos;t be opened for writing.</source>
        <translation>Das Prüfprotokoll „%1“ ist nicht zum Schreiben zu öffnen.</translation>
    </message>
    <message>
        <source>The audit log “%1” could not be read or written (%2).</source>
        <translation>Das Prüfprotokoll „%1“ konnte nicht gelesen oder geschrieben werden (%2).</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Wait until that program has finished or close it, then try again.</source>
        <translation>Warten Sie, bis jenes Programm fertig ist, oder schließen Sie es, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Keep the file as it is for examination, and choose another file for the audit log.</source>
        <translation>Lassen Sie die Datei für eine Untersuchung, wie sie ist, und wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Make the file and its folder writable, or choose another file for the audit log.</source>
        <translation>Machen Sie die Datei und ihren Ordner schreibbar, oder wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Prüfen Sie den Datenträger, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This step was not recorded; work in progress is settled at the next start.</source>
        <translation>Dieser Schritt wurde nicht eingetragen; was läuft, wird beim nächsten Start geklärt.</translation>
    </message>
    <message>
        <source>The file was not changed.</source>
        <translation>Die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Earlier work on the queue “%1” is not settled yet. Nothing was sent. Settle it first, then try again.</source>
        <translation>Ein früherer Vorgang an der Warteschlange „%1“ ist noch nicht geklärt. Nichts wurde gesendet. Klären Sie ihn zuerst, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another run of the program is working on the queue “%1”. This step was not recorded. Let the other run finish.</source>
        <translation>Der Vorgang an der Warteschlange „%1“ liegt bei einem anderen Lauf des Programms. Dieser Schritt wurde nicht eingetragen. Lassen Sie den anderen Lauf zu Ende kommen.</translation>
    </message>
    <message>
        <source>Nothing was sent, and the file was left as it is.</source>
        <translation>Nichts wurde gesendet, und die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The audit log “%1” %2.</source>
        <translation>Das Prüfprotokoll „%1“ %2.</translation>
    </message>
    <message>
        <source>Keep it for examination, and choose another file for the audit log.</source>
        <translation>Bewahren Sie es für eine Untersuchung auf, und wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>The file “%1” is not an audit log of Queuesmith, or its beginning is damaged.</source>
        <translation>Die Datei „%1“ ist kein Prüfprotokoll von Queuesmith, oder ihr Anfang ist beschädigt.</translation>
    </message>
    <message>
        <source>Choose another file for the audit log.</source>
        <translation>Wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>The audit log “%1” was made by a newer Queuesmith (format %2; this one knows %3).</source>
        <translation>Das Prüfprotokoll „%1“ stammt von einem neueren Queuesmith (Format %2; dieses kennt %3).</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another file for the audit log.</source>
        <translation>Installieren Sie die neuere Version, oder wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Make the location writable, or choose another file for the audit log.</source>
        <translation>Machen Sie den Ort schreibbar, oder wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>lacks its part “%1”</source>
        <translation>fehlt sein Teil „%1“</translation>
    </message>
    <message>
        <source>has no id</source>
        <translation>hat keine ID</translation>
    </message>
    <message>
        <source>was changed or damaged: record %1 doesn&apos;t match its hash</source>
        <translation>wurde verändert oder beschädigt: Eintrag %1 passt nicht zu seinem Hash</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be created.</source>
        <translation>„%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
        <source>The audit log “%1” can&apos;t be read.</source>
        <translation>Das Prüfprotokoll „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The audit log “%1” or its folder is read-only.</source>
        <translation>Das Prüfprotokoll „%1“ oder sein Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The folder “%1” can&apos;t be used.</source>
        <translation>Der Ordner „%1“ ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Reading the audit log was cancelled. Nothing was changed. Ask again when you need it.</source>
        <translation>Das Lesen des Prüfprotokolls wurde abgebrochen. Nichts wurde geändert. Fragen Sie wieder, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>The folder “%1” for the audit log can&apos;t be created. Nothing was sent. Make the location writable, or choose another file for the audit log.</source>
        <translation>Der Ordner „%1“ für das Prüfprotokoll kann nicht angelegt werden. Nichts wurde gesendet. Machen Sie den Ort schreibbar, oder wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>too little room on the disk</source>
        <translation>zu wenig Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>There is no audit log at “%1” yet, so there is nothing to read. Check the name of the file.</source>
        <translation>Unter „%1“ gibt es noch kein Prüfprotokoll, also nichts zu lesen. Prüfen Sie den Namen der Datei.</translation>
    </message>
    <message>
        <source>The audit log is not open, so it can&apos;t be read. Open it first.</source>
        <translation>Das Prüfprotokoll ist nicht offen und darum nicht lesbar. Öffnen Sie es zuerst.</translation>
    </message>
    <message>
        <source>The audit log is not open for writing. %1 Open it first.</source>
        <translation>Das Prüfprotokoll ist nicht zum Schreiben offen. %1 Öffnen Sie es zuerst.</translation>
    </message>
    <message>
        <source>This run&apos;s lock can&apos;t be created in “%1”. Nothing was sent. Make the folder writable, or choose another file for the audit log.</source>
        <translation>Die Sperre dieses Laufs kann nicht in „%1“ angelegt werden. Nichts wurde gesendet. Machen Sie den Ordner schreibbar, oder wählen Sie eine andere Datei für das Prüfprotokoll.</translation>
    </message>
    <message>
        <source>Cancelled: “%1” was not changed.</source>
        <translation>Abgebrochen: „%1“ wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Cancelled: “%1” was not created.</source>
        <translation>Abgebrochen: „%1“ wurde nicht angelegt.</translation>
    </message>
    <message>
        <source>A person declared that “%1” was not changed. Changing it may send the change again.</source>
        <translation>„%1“ wurde von einer Person für nicht geändert erklärt. Sie zu ändern kann die Änderung erneut senden.</translation>
    </message>
    <message>
        <source>A person declared that “%1” is not there. Provisioning it may send it again.</source>
        <translation>„%1“ wurde von einer Person für nicht vorhanden erklärt. Sie anzulegen kann sie erneut senden.</translation>
    </message>
    <message>
        <source>The tenant already has a queue named “%1” (id %2), which differs in: %3. It was left as it is. Choose another name, or change that queue.</source>
        <translation>Der Mandant hat schon eine Warteschlange namens „%1“ (ID %2), und sie unterscheidet sich in: %3. Sie blieb, wie sie ist. Wählen Sie einen anderen Namen, oder ändern Sie jene Warteschlange.</translation>
    </message>
    <message>
        <source>Someone else has changed “%1” since it was read.</source>
        <translation>Jemand anders hat „%1“ geändert, seit sie gelesen wurde.</translation>
    </message>
    <message>
        <source>Someone else has changed “%1” since it was read: %2.</source>
        <translation>Jemand anders hat „%1“ geändert, seit sie gelesen wurde: %2.</translation>
    </message>
    <message>
        <source>Your change was not applied. Compare both versions, then change the queue as it is now.</source>
        <translation>Ihre Änderung wurde nicht ausgeführt. Sehen Sie sich beides an, und ändern Sie die Warteschlange dann, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Someone else has changed the queue since it was read.</source>
        <translation>Jemand anders hat die Warteschlange geändert, seit sie gelesen wurde.</translation>
    </message>
    <message>
        <source>“%1” is neither as it was nor as you wanted it.</source>
        <translation>„%1“ ist weder, wie sie war, noch wie Sie sie wollten.</translation>
    </message>
    <message>
        <source>“%1” is neither as it was nor as you wanted it: %2.</source>
        <translation>„%1“ ist weder, wie sie war, noch wie Sie sie wollten: %2.</translation>
    </message>
    <message>
        <source>Someone else is working on it, and it is not known whether your change was applied in between. Compare both versions, then change the queue as it is now.</source>
        <translation>Jemand anders arbeitet daran, und ob Ihre Änderung zwischendurch ausgeführt wurde, ist nicht bekannt. Sehen Sie sich beides an, und ändern Sie die Warteschlange dann, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>The queue is neither as it was nor as it was sent.</source>
        <translation>Die Warteschlange ist weder, wie sie war, noch wie sie gesendet wurde.</translation>
    </message>
    <message>
        <source>The tenant no longer has “%1”, so there is nothing to change. Reload the list of queues.</source>
        <translation>Der Mandant hat „%1“ nicht mehr, es gibt also nichts zu ändern. Lesen Sie die Liste der Warteschlangen neu.</translation>
    </message>
    <message>
        <source>It may have been changed: %1 The change of “%2” is kept in the journal. Look in the tenant&apos;s console; once the tenant answers, settle it, or change the queue again. Nothing is resent before that.</source>
        <translation>Sie kann geändert worden sein: %1 Die Änderung von „%2“ steht im Journal. Sehen Sie in der Konsole des Mandanten nach; klären Sie sie dann, oder ändern Sie die Warteschlange erneut, wenn der Mandant antwortet. Vorher wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>It may have been created: %1 “%2” is kept in the journal. Look in the tenant&apos;s console; once the tenant answers, run settle (or the same command again), or tell settle what you have seen (--absent, --present). Nothing is resent before that.</source>
        <translation>Sie kann angelegt worden sein: %1 „%2“ steht im Journal. Sehen Sie in der Konsole des Mandanten nach; klären Sie dann mit settle (oder wiederholen Sie denselben Befehl), wenn der Mandant antwortet, oder sagen Sie settle, was Sie gesehen haben (--absent, --present). Vorher wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>The effect is not known: %1</source>
        <translation>Die Wirkung ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>there was no time to find out.</source>
        <translation>es war keine Zeit, es herauszufinden.</translation>
    </message>
    <message>
        <source>The audit log could not be written after the tenant had answered. The outcome is known but not recorded; the next start settles it. %1</source>
        <translation>Das Prüfprotokoll konnte nicht geschrieben werden, nachdem der Mandant geantwortet hatte. Das Ergebnis ist bekannt, aber nicht eingetragen; der nächste Start klärt es. %1</translation>
    </message>
    <message>
        <source>The client is missing the scope %1, so nothing was sent. Add it in the developer portal, then try again.</source>
        <translation>Dem Client fehlt der Scope %1, darum wurde nichts gesendet. Fügen Sie ihn im Entwicklerportal hinzu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Cancelled before anything was changed.</source>
        <translation>Abgebrochen, bevor etwas geändert wurde.</translation>
    </message>
    <message>
        <source>The definition has errors, so nothing was sent. Fix them and try again.</source>
        <translation>Die Definition hat Fehler, darum wurde nichts gesendet. Beheben Sie sie, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Cancelled before anything was sent that would change the tenant.</source>
        <translation>Abgebrochen, bevor etwas gesendet wurde, das den Mandanten ändert.</translation>
    </message>
    <message>
        <source>The tenant also sent records of other queues (%1); they were ignored.</source>
        <translation>Der Mandant hat auch Einträge anderer Warteschlangen gesendet (%1); sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>The tenant also sent records outside the requested time (%1); they were ignored.</source>
        <translation>Der Mandant hat auch Einträge aus einer anderen Zeit als der erfragten gesendet (%1); sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>Some entries of the history are not records (%1); they were ignored.</source>
        <translation>Der Verlauf enthält Angaben, die keine Einträge sind (%1); sie wurden weggelassen.</translation>
    </message>
    <message>
        <source>Intervals came more than once (%1 times); the last one was used.</source>
        <translation>Intervalle kamen mehr als einmal (%1-mal); die jeweils letzte Angabe zählt.</translation>
    </message>
    <message>
        <source>Records came out of order (%1); they were sorted.</source>
        <translation>Einträge kamen nicht in ihrer Reihenfolge (%1); sie wurden sortiert.</translation>
    </message>
    <message>
        <source>Records came without a usable time (%1). Without times only the threshold policies can be used.</source>
        <translation>Einträge kamen ohne brauchbare Zeit (%1). Ohne Zeiten können nur die Schwellenwertregeln verwendet werden.</translation>
    </message>
    <message>
        <source>The records have no times (%1); as there is one for each interval, they were taken as consecutive.</source>
        <translation>Die Einträge haben keine Zeiten (%1); da es so viele sind wie Intervalle, wurden sie als aufeinanderfolgend genommen.</translation>
    </message>
    <message>
        <source>The tenant&apos;s answer has %1 bytes, far more than the %2 intervals requested can need. It was not used. Try again; if this persists, tell the tenant&apos;s operator.</source>
        <translation>Die Antwort des Mandanten hat %1 Bytes, weit mehr, als die %2 erfragten Intervalle brauchen können. Sie wurde nicht verwendet. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es dem Betreiber des Mandanten.</translation>
    </message>
    <message>
        <source>the list “data” is missing</source>
        <translation>die Liste „data“ fehlt</translation>
    </message>
    <message>
        <source>The capacity of %1 is above the present %2 and is not approved.</source>
        <translation>Die Kapazität %1 liegt über der jetzigen von %2 und ist nicht freigegeben.</translation>
    </message>
    <message>
        <source>The capacity of %1 for a new queue is not approved.</source>
        <translation>Die Kapazität %1 einer neuen Warteschlange ist nicht freigegeben.</translation>
    </message>
    <message>
        <source>This connection requires an approval, so nothing is sent. Look at the wait times, approve the capacity in the review, then try again.</source>
        <translation>Diese Verbindung verlangt eine Freigabe; nichts wird gesendet. Sehen Sie sich die Wartezeiten an, geben Sie die Kapazität vor dem Senden frei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is sent anyway. Look at the wait times and approve it in the review, so that the reasons are on record.</source>
        <translation>Sie wird trotzdem gesendet. Sehen Sie sich die Wartezeiten an und geben Sie sie vor dem Senden frei, damit die Gründe festgehalten sind.</translation>
    </message>
    <message>
        <source>The approved capacity is %1, not %2.</source>
        <translation>Freigegeben ist eine Kapazität von %1, nicht von %2.</translation>
    </message>
    <message>
        <source>The definition has changed since it was approved.</source>
        <translation>Die Definition wurde nach der Freigabe geändert.</translation>
    </message>
    <message>
        <source>The tenant&apos;s capacity was %1 when it was approved, and is %2 now.</source>
        <translation>Die Kapazität im Mandanten war bei der Freigabe %1 und ist jetzt %2.</translation>
    </message>
    <message>
        <source>Newer data recommends a capacity of %1, outside the approved range of %2 to %3.</source>
        <translation>Neuere Daten empfehlen eine Kapazität von %1, außerhalb des freigegebenen Bereichs von %2 bis %3.</translation>
    </message>
    <message>
        <source>A capacity of %1 was approved by %2 (record %3).</source>
        <translation>Eine Kapazität von %1 wurde von %2 freigegeben (Eintrag %3).</translation>
    </message>
    <message>
        <source>%1 has declined it (record %2).</source>
        <translation>%1 hat sie abgelehnt (Eintrag %2).</translation>
    </message>
    <message>
        <source>It was approved on %1, and an approval is valid for %2 days.</source>
        <translation>Sie wurde am %1 freigegeben, und eine Freigabe gilt %2 Tage.</translation>
    </message>
    <message>
        <source>The evidence in record %1 does not match its digest.</source>
        <translation>Die Belege im Eintrag %1 sind nicht die, aus denen ihre Prüfsumme entstand.</translation>
    </message>
    <message>
        <source>No one has approved it.</source>
        <translation>Niemand hat sie freigegeben.</translation>
    </message>
    <message>
        <source>The decision has no reason, so nothing was recorded. Enter a reason.</source>
        <translation>Die Entscheidung hat keine Begründung; nichts wurde festgehalten. Schreiben Sie, warum.</translation>
    </message>
    <message>
        <source>No one has confirmed reviewing the wait-time history, so nothing was recorded. Look at the wait times, tick the box, then approve.</source>
        <translation>Niemand sagt, den Verlauf der Wartezeiten geprüft zu haben; nichts wurde festgehalten. Sehen Sie sich die Wartezeiten an, setzen Sie den Haken und geben Sie dann frei.</translation>
    </message>
    <message>
        <source>Another program has locked the history cache “%1”, so it was not used.</source>
        <translation>Ein anderes Programm hält den Zwischenspeicher des Verlaufs „%1“ gesperrt; er wurde deshalb nicht verwendet.</translation>
    </message>
    <message>
        <source>The disk is full, so the history cache “%1” was not used.</source>
        <translation>Der Datenträger ist voll; der Zwischenspeicher des Verlaufs „%1“ wurde deshalb nicht verwendet.</translation>
    </message>
    <message>
        <source>The history cache “%1” can&apos;t be used (%2). The history is read from the tenant each time; you may delete the file.</source>
        <translation>Der Zwischenspeicher des Verlaufs „%1“ kann nicht verwendet werden (%2). Der Verlauf wird jedes Mal vom Mandanten gelesen; die Datei darf gelöscht werden.</translation>
    </message>
    <message>
        <source>its folder can&apos;t be created</source>
        <translation>sein Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>Reading the history was cancelled. Nothing was changed. Ask again when you need it.</source>
        <translation>Das Lesen des Verlaufs wurde abgebrochen. Nichts wurde geändert. Fragen Sie noch einmal, wenn Sie ihn brauchen.</translation>
    </message>
    <message>
        <source>The finest interval of this tenant&apos;s history is %1.</source>
        <translation>Das feinste Intervall, in dem dieser Mandant seinen Verlauf gibt, ist %1.</translation>
    </message>
    <message>
        <source>Worse than promised: callers waited %1 on average; at most %2 was expected. Look at volume and sign-ins before you change it again.</source>
        <translation>Schlechter als zugesagt: Anrufende warteten im Mittel %1, erwartet waren höchstens %2. Prüfen Sie Anrufmenge und Anmeldungen, bevor Sie erneut ändern.</translation>
    </message>
    <message>
        <source>Worse than promised: %1 of callers hung up; at most %2 was expected. Look at volume and sign-ins before you change it again.</source>
        <translation>Schlechter als zugesagt: %1 der Anrufenden legten auf, erwartet waren höchstens %2. Prüfen Sie Anrufmenge und Anmeldungen, bevor Sie erneut ändern.</translation>
    </message>
    <message>
        <source>Better than promised: callers waited %1 on average; at least %2 was expected.</source>
        <translation>Besser als zugesagt: Anrufende warteten im Mittel %1, erwartet waren mindestens %2.</translation>
    </message>
    <message>
        <source>Better than promised: %1 of callers hung up; at least %2 was expected.</source>
        <translation>Besser als zugesagt: %1 der Anrufenden legten auf, erwartet waren mindestens %2.</translation>
    </message>
    <message>
        <source>Not worse than promised: callers waited %1 on average.</source>
        <translation>Nicht schlechter als zugesagt: Anrufende warteten im Mittel %1.</translation>
    </message>
    <message>
        <source>As promised: callers waited %1 on average; %2 to %3 was expected.</source>
        <translation>Wie zugesagt: Anrufende warteten im Mittel %1, erwartet waren %2 bis %3.</translation>
    </message>
    <message>
        <source>Too early to say: there have been %1 days and %2 calls since the change; it takes %3 days and %4 calls.</source>
        <translation>Noch zu früh für ein Urteil: Seit der Änderung liegen %1 Tage und %2 Anrufe vor, nötig sind %3 Tage und %4 Anrufe.</translation>
    </message>
    <message>
        <source>There is no usable history from before the change, so nothing was promised.</source>
        <translation>Aus der Zeit vor der Änderung gibt es keinen brauchbaren Verlauf, also wurde nichts zugesagt.</translation>
    </message>
    <message>
        <source>Don&apos;t trust this: with the agents it knows of (%1), the model expected endless waits for %2 of the calls, yet they were answered.</source>
        <translation>Verlassen Sie sich nicht darauf: Mit den bekannten Agenten (%1) erwartete das Modell für %2 der Anrufe endloses Warten, doch sie wurden angenommen.</translation>
    </message>
    <message>
        <source>Don&apos;t trust this: the model expected callers to wait %1 on average; they waited %2.</source>
        <translation>Verlassen Sie sich nicht darauf: Das Modell erwartete im Mittel %1 Wartezeit, tatsächlich waren es %2.</translation>
    </message>
    <message>
        <source>Don&apos;t trust this: the model expected %1 of callers to hang up; %2 did.</source>
        <translation>Verlassen Sie sich nicht darauf: Das Modell erwartete, dass %1 der Anrufenden auflegen, tatsächlich waren es %2.</translation>
    </message>
    <message>
        <source>On days it had not seen, the model was right that no one had to wait long.</source>
        <translation>An den Tagen, die es nicht kannte, behielt das Modell recht: Niemand musste lange warten.</translation>
    </message>
    <message>
        <source>On days it had not seen, the model expected callers to wait %1 on average; they waited %2.</source>
        <translation>An den Tagen, die es nicht kannte, erwartete das Modell im Mittel %1 Wartezeit, tatsächlich waren es %2.</translation>
    </message>
    <message>
        <source>There is too little history to test the model: it takes %1 days with calls, handle times and waits; there are %2.</source>
        <translation>Der Verlauf ist zu kurz, um das Modell daran zu prüfen: Nötig sind %1 Tage mit Anrufen, Bearbeitungs- und Wartezeiten, vorhanden sind %2 Tage.</translation>
    </message>
    <message>
        <source>The setting “%1” must be %2, not %3.</source>
        <translation>Die Einstellung „%1“ muss %2 sein, nicht %3.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>a time zone&apos;s name like “Europe/Berlin”</source>
        <translation>der Name einer Zeitzone wie „Europe/Berlin“</translation>
    </message>
    <message>
        <source>a time like “2026-03-01T08:00:00Z”</source>
        <translation>ein Zeitpunkt wie „2026-03-01T08:00:00Z“</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>The policy “room” works out waiting places, but here capacity means agents. Set “capacityMeaning” to “waiting” or “system”, or take the policy “erlang”.</source>
        <translation>Das Verfahren „room“ berechnet Warteplätze, hier bedeutet Kapazität aber Agenten. Setzen Sie „capacityMeaning“ auf „waiting“ oder „system“, oder wählen Sie das Verfahren „erlang“.</translation>
    </message>
    <message>
        <source>The smallest allowed capacity (%1) is above the largest (%2).</source>
        <translation>Die kleinste zulässige Kapazität (%1) liegt über der größten (%2).</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>%1 (between %2 and %3)</source>
        <translation>%1 (zwischen %2 und %3)</translation>
    </message>
    <message>
        <source>There is no usable history for this queue, so the capacity stays as it is.</source>
        <translation>Für diese Warteschlange gibt es keinen brauchbaren Verlauf, daher bleibt die Kapazität, wie sie ist.</translation>
    </message>
    <message>
        <source>No calls arrived in the period, so there is nothing to base a change on.</source>
        <translation>Im Zeitraum kamen keine Anrufe an, eine Änderung ließe sich also nicht begründen.</translation>
    </message>
    <message>
        <source>Handle time is missing, so the load can&apos;t be computed.</source>
        <translation>Die Bearbeitungszeit fehlt, daher lässt sich die Last nicht berechnen.</translation>
    </message>
    <message>
        <source>The queue has no capacity yet; this is the figure the history points to.</source>
        <translation>Die Warteschlange hat noch keine Kapazität; auf diesen Wert deutet der Verlauf hin.</translation>
    </message>
    <message>
        <source>Callers waited %1 on average; your limit is %2.</source>
        <translation>Anrufende warteten im Mittel %1; Ihr Grenzwert ist %2.</translation>
    </message>
    <message>
        <source>%1 of callers hung up; your limit is %2.</source>
        <translation>%1 der Anrufenden legten auf; Ihr Grenzwert ist %2.</translation>
    </message>
    <message>
        <source>The capacity was changed only recently; wait for a few full days before changing it again.</source>
        <translation>Die Kapazität wurde erst kürzlich geändert; warten Sie einige volle Tage, bevor Sie sie erneut ändern.</translation>
    </message>
    <message>
        <source>To meet your targets in the intervals that carry %1 of calls, on a busy day, the queue needs %2.</source>
        <translation>Um Ihre Ziele an einem starken Tag in den Zeiten mit %1 der Anrufe zu erreichen, braucht die Warteschlange %2.</translation>
    </message>
    <message>
        <source>Even the cautious estimate (%1) is below the present %2.</source>
        <translation>Selbst die vorsichtige Schätzung (%1) liegt unter den jetzigen %2.</translation>
    </message>
    <message>
        <source>The model needs the present capacity.</source>
        <translation>Das Modell kommt auf die jetzige Kapazität.</translation>
    </message>
    <message>
        <source>Intervals that appeared twice: %1; the last one was used.</source>
        <translation>Doppelt vorhandene Zeitabschnitte: %1; der letzte wurde verwendet.</translation>
    </message>
    <message>
        <source>Intervals that could not be used: %1.</source>
        <translation>Nicht verwendbare Zeitabschnitte: %1.</translation>
    </message>
    <message>
        <source>Some intervals lack wait, handle or abandonment figures; they count for volume only.</source>
        <translation>Einigen Zeitabschnitten fehlen Wartezeit, Bearbeitungszeit oder Abbruchquote; sie zählen nur für die Menge.</translation>
    </message>
    <message>
        <source>Some abandonment rates looked like percentages and were divided by 100.</source>
        <translation>Einige Abbruchquoten sahen wie Prozentwerte aus und wurden durch 100 geteilt.</translation>
    </message>
    <message>
        <source>%1 of the expected intervals are missing.</source>
        <translation>%1 der erwarteten Zeitabschnitte fehlen.</translation>
    </message>
    <message>
        <source>Call volume varies by about ±%1 from day to day, more than chance would explain.</source>
        <translation>Die Anrufmenge schwankt von Tag zu Tag über den Zufall hinaus um etwa ±%1.</translation>
    </message>
    <message>
        <source>The queue needs %1, but only %2 agents are licensed.</source>
        <translation>Die Warteschlange braucht %1, doch es gibt nur %2 Lizenzplätze.</translation>
    </message>
    <message>
        <source>The queue needs more than the largest allowed capacity (%1).</source>
        <translation>Die Warteschlange braucht mehr als die größte zulässige Kapazität (%1).</translation>
    </message>
    <message>
        <source>The present capacity (%1) is above what is allowed or licensed (%2) and must come down.</source>
        <translation>Die jetzige Kapazität (%1) liegt über dem, was zulässig oder lizenziert ist (%2), und muss sinken.</translation>
    </message>
    <message>
        <source>The change is limited to one step (%1 now); check again in a week.</source>
        <translation>Die Änderung ist auf einen Schritt begrenzt (jetzt %1); prüfen Sie nach einer Woche erneut.</translation>
    </message>
    <message>
        <source>The model expects much longer waits than were measured; its assumptions may not fit this queue.</source>
        <translation>Das Modell erwartet viel längere Wartezeiten als gemessen; seine Annahmen passen vielleicht nicht zu dieser Warteschlange.</translation>
    </message>
    <message>
        <source>More waiting places don&apos;t help here; more agents would.</source>
        <translation>Mehr Warteplätze helfen hier nicht; mehr Agenten würden helfen.</translation>
    </message>
    <message>
        <source>The history has only %1 days.</source>
        <translation>Der Verlauf umfasst nur %1 Tage.</translation>
    </message>
    <message>
        <source>The history has only %1 calls.</source>
        <translation>Der Verlauf umfasst nur %1 Anrufe.</translation>
    </message>
    <message>
        <source>The waits look as if about %1 agents were answering. Check sign-ins, skills and breaks before raising the capacity.</source>
        <translation>Die Wartezeiten sehen aus, als nähmen etwa %1 Agenten Anrufe an. Prüfen Sie Anmeldungen, Skills und Pausen, bevor Sie die Kapazität erhöhen.</translation>
    </message>
    <message>
        <source>%1.%2</source>
        <translation>%1,%2</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>&gt; %1 %</source>
        <translation>&gt; %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>The name has no visible character, so nobody could tell the queue from another one. Give it a name that can be read.</source>
        <translation>Der Name hat kein sichtbares Zeichen, also könnte niemand die Warteschlange unterscheiden. Geben Sie ihr einen lesbaren Namen.</translation>
    </message>
    <message>
        <source>The name contains the control character %1, which can&apos;t be seen and which a tenant may drop. Remove it.</source>
        <translation>Der Name enthält das Steuerzeichen %1, das man nicht sieht und das ein Mandant weglassen kann. Entfernen Sie es.</translation>
    </message>
    <message>
        <source>The name begins or ends with a blank. A tenant may cut it off, and the queue could then not be found by its name. Remove the blank.</source>
        <translation>Der Name beginnt oder endet mit einem Leerzeichen. Ein Mandant kann es abschneiden, und die Warteschlange wäre dann nicht mehr am Namen zu finden. Entfernen Sie das Leerzeichen.</translation>
    </message>
    <message>
        <source>The tenant has a queue named “%1” (id %2); “%3” differs from it in case or blanks only. The two are easily confused. Choose another name, unless you want both.</source>
        <translation>Der Mandant hat eine Warteschlange namens „%1“ (ID %2); „%3“ unterscheidet sich nur in Groß- und Kleinschreibung oder Leerzeichen. Die beiden sind leicht zu verwechseln. Wählen Sie einen anderen Namen, außer Sie wollen beide.</translation>
    </message>
    <message>
        <source>The tenant has “%1” more than once, with the same fields: %2 was taken over, and there is also %3. Contacts may go to any of them. Find out in the tenant&apos;s console which one is used, and remove the rest.</source>
        <translation>Der Mandant hat „%1“ mehrmals mit denselben Feldern: %2 wurde übernommen, und es gibt auch %3. Kontakte können in jede davon gelangen. Finden Sie in der Konsole des Mandanten heraus, welche genutzt wird, und entfernen Sie die übrigen.</translation>
    </message>
    <message>
        <source>The request log “%1” could not be written any further (%2), so later requests are missing from it. Make room there, or choose another file for it.</source>
        <translation>Das Anfrageprotokoll „%1“ konnte nicht weitergeschrieben werden (%2); spätere Anfragen fehlen darin. Schaffen Sie dort Platz oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The request log “%1” can&apos;t be written (%2). Choose another file for it, or make the place writable.</source>
        <translation>Das Anfrageprotokoll „%1“ kann nicht geschrieben werden (%2). Wählen Sie eine andere Datei oder machen Sie den Ort beschreibbar.</translation>
    </message>
    <message>
        <source>%1 answered, but sent more than 512 KiB of headers before the answer itself</source>
        <translation>%1 hat geantwortet, aber mehr als 512 KiB Kopfzeilen vor der eigentlichen Antwort gesendet</translation>
    </message>
    <message>
        <source>Asked to %1, the tenant gave more than %2 entries, which is more than this program reads. Nothing was changed. Check the tenant&apos;s address and the client&apos;s permissions.</source>
        <translation>Auf die Bitte „%1“ gab der Mandant mehr als %2 Einträge, mehr als dieses Programm liest. Es wurde nichts geändert. Prüfen Sie die Adresse des Mandanten und die Berechtigungen des Clients.</translation>
    </message>
    <message>
        <source>Asked to %1, the tenant sent more than %2 MiB, which is more than this program reads. Nothing was changed. Check the tenant&apos;s address and the client&apos;s permissions.</source>
        <translation>Auf die Bitte „%1“ sandte der Mandant mehr als %2 MiB, mehr als dieses Programm liest. Es wurde nichts geändert. Prüfen Sie die Adresse des Mandanten und die Berechtigungen des Clients.</translation>
    </message>
    <message>
        <source>Asked to %1, the tenant had not come to an end after %2 s. Nothing was changed. Try again later, or allow more time for a request.</source>
        <translation>Auf die Bitte „%1“ war der Mandant nach %2 s nicht fertig. Es wurde nichts geändert. Versuchen Sie es später erneut oder erlauben Sie mehr Zeit für eine Anfrage.</translation>
    </message>
    <message>
        <source>“%1” was written, but its manifest “%2” could not be (%3). A manifest that is there belongs to an older export. Make room for it there, then export again.</source>
        <translation>„%1“ wurde geschrieben, ihr Manifest „%2“ aber nicht (%3). Ein vorhandenes Manifest gehört zu einem älteren Export. Schaffen Sie dort Platz und exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>Earlier work on a queue “%1” by another client of this host, “%2”, isn&apos;t settled yet. Nothing was sent. Settle it through a connection of that client, then try again.</source>
        <translation>Frühere Arbeit an einer Warteschlange „%1“ durch einen anderen Client dieses Hosts, „%2“, ist noch nicht geklärt. Es wurde nichts gesendet. Klären Sie sie über eine Verbindung jenes Clients und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Another run is at work on the queue “%1” already, and what it has sent may have taken effect. This run sent nothing. Wait until the other one is finished, then try again.</source>
        <translation>Ein anderer Lauf arbeitet schon an der Warteschlange „%1“, und was er gesendet hat, kann gewirkt haben. Dieser Lauf hat nichts gesendet. Warten Sie, bis der andere fertig ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The audit log “%1” has %2 names (hard links), so another run could work on it unseen.</source>
        <translation>Das Prüfprotokoll „%1“ hat %2 Namen (harte Links); ein anderer Lauf könnte also unbemerkt daran arbeiten.</translation>
    </message>
    <message>
        <source>Remove the other names, or make a copy of it and name that with --audit.</source>
        <translation>Entfernen Sie die anderen Namen, oder machen Sie eine Kopie und nennen Sie diese mit --audit.</translation>
    </message>
    <message>
        <source>The audit log “%1” was moved or removed, but another run still works with it. Nothing was sent. Wait until that run has ended and see what it says, then try again.</source>
        <translation>Das Prüfprotokoll „%1“ wurde verschoben oder entfernt, aber ein anderer Lauf arbeitet noch damit. Es wurde nichts gesendet. Warten Sie das Ende jenes Laufs ab, lesen Sie, was er sagt, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The audit log “%1” was moved or removed before its last records were in it. What was left of it is kept as “%2-wal” and the like, and a new audit log was begun. To read the old one with those records, move it to “%2”.</source>
        <translation>Das Prüfprotokoll „%1“ wurde verschoben oder entfernt, bevor seine letzten Einträge darin waren. Was davon übrig war, ist als „%2-wal“ und so weiter aufbewahrt, und ein neues Prüfprotokoll wurde begonnen. Um das alte mit jenen Einträgen zu lesen, verschieben Sie es nach „%2“.</translation>
    </message>
    <message>
        <source>“%1” is left of an earlier audit log and can&apos;t be renamed.</source>
        <translation>„%1“ ist von einem früheren Prüfprotokoll übrig und kann nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>The audit log “%1” was moved, removed or replaced while it was in use.</source>
        <translation>Das Prüfprotokoll „%1“ wurde verschoben, entfernt oder ersetzt, während es benutzt wurde.</translation>
    </message>
    <message>
        <source>Its records, with those of this run, are in “%1”. To go on with them, move that file to where the log was; then start again.</source>
        <translation>Seine Einträge und die dieses Laufs sind in „%1“. Um damit weiterzuarbeiten, verschieben Sie diese Datei dorthin, wo das Protokoll war, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Its records could not be saved in another file there. If it was moved, move it back together with the files beside it; then start again.</source>
        <translation>Seine Einträge konnten dort nicht in einer anderen Datei gesichert werden. Wurde es verschoben, verschieben Sie es mit den Dateien daneben zurück und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Nothing more was sent.</source>
        <translation>Es wurde nichts weiter gesendet.</translation>
    </message>
    <message>
        <source>The lock of this run was removed from “%1”, so another run could take its work over unseen. Nothing more was sent. Leave that folder alone and start again: what is open is settled first.</source>
        <translation>Die Sperre dieses Laufs wurde aus „%1“ entfernt; ein anderer Lauf könnte seine Arbeit also unbemerkt übernehmen. Es wurde nichts weiter gesendet. Lassen Sie diesen Ordner unberührt und starten Sie erneut: Offenes wird zuerst geklärt.</translation>
    </message>
    <message>
        <source>Process %1 still works with the audit log “%2”, but its lock was removed from “%3”. Nothing was sent. Wait until that process has ended, or end it, then try again: what it has left open is settled first. If you can&apos;t, name another audit log with --audit; it doesn&apos;t know of that work.</source>
        <translation>Prozess %1 arbeitet noch mit dem Prüfprotokoll „%2“, aber seine Sperre wurde aus „%3“ entfernt. Es wurde nichts gesendet. Warten Sie, bis jener Prozess endet, oder beenden Sie ihn, und versuchen Sie es erneut: Was er offen ließ, wird zuerst geklärt. Geht das nicht, nennen Sie mit --audit ein anderes Prüfprotokoll; es weiß von jener Arbeit nichts.</translation>
    </message>
    <message>
        <source>An older version of Queuesmith is still working with the audit log “%1”. Nothing was sent, and the file was left as it is. Let that run finish or close it, then try again.</source>
        <translation>Eine ältere Version von Queuesmith arbeitet noch mit dem Prüfprotokoll „%1“. Es wurde nichts gesendet, und die Datei blieb, wie sie ist. Lassen Sie jenen Lauf enden oder schließen Sie ihn, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Don&apos;t trust this: in the days that the model had not seen, it expected %1 calls, and %2 came.</source>
        <translation>Vertrauen Sie dem nicht: An Tagen, die das Modell nicht kannte, erwartete es %1 Anrufe, und %2 kamen.</translation>
    </message>
    <message>
        <source>about right</source>
        <translation>etwa richtig</translation>
    </message>
    <message>
        <source>%1 too high</source>
        <translation>%1 zu hoch</translation>
    </message>
    <message>
        <source>%1 too low</source>
        <translation>%1 zu niedrig</translation>
    </message>
    <message>
        <source>Calls: %1 expected, %2 came (%3); a single interval was off by %4 on average.</source>
        <translation>Anrufe: %1 erwartet, %2 kamen (%3); ein einzelnes Intervall lag im Mittel um %4 daneben.</translation>
    </message>
    <message>
        <source>Wait: %1 expected, %2 measured (%3); a single interval was off by %4 on average.</source>
        <translation>Wartezeit: %1 erwartet, %2 gemessen (%3); ein einzelnes Intervall lag im Mittel um %4 daneben.</translation>
    </message>
    <message>
        <source>Abandonment: %1 expected, %2 measured (%3); a single interval was off by %4 on average.</source>
        <translation>Abbruchquote: %1 erwartet, %2 gemessen (%3); ein einzelnes Intervall lag im Mittel um %4 daneben.</translation>
    </message>
    <message>
        <source>Single intervals differ by chance, most of all with few calls, so the verdict rests on the whole. The confidence is another measure: how closely the history pins the number down.</source>
        <translation>Einzelne Intervalle weichen zufällig ab, besonders bei wenigen Anrufen; das Urteil beruht deshalb auf dem Ganzen. Die Sicherheit ist ein anderes Maß: wie genau der Verlauf die Zahl bestimmt.</translation>
    </message>
    <message>
        <source>service level (%1 in %2)</source>
        <translation>Servicelevel (%1 in %2)</translation>
    </message>
    <message>
        <source>average wait (%1)</source>
        <translation>mittlere Wartezeit (%1)</translation>
    </message>
    <message>
        <source>abandonment (%1)</source>
        <translation>Abbruchquote (%1)</translation>
    </message>
    <message>
        <source>occupancy (%1)</source>
        <translation>Auslastung (%1)</translation>
    </message>
    <message>
        <source>calls turned away</source>
        <translation>abgewiesene Anrufe</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Mondays</source>
        <translation>montags</translation>
    </message>
    <message>
        <source>Tuesdays</source>
        <translation>dienstags</translation>
    </message>
    <message>
        <source>Wednesdays</source>
        <translation>mittwochs</translation>
    </message>
    <message>
        <source>Thursdays</source>
        <translation>donnerstags</translation>
    </message>
    <message>
        <source>Fridays</source>
        <translation>freitags</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>samstags</translation>
    </message>
    <message>
        <source>Sundays</source>
        <translation>sonntags</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>werktags</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>an Wochenenden</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>One agent is the least that answers.</source>
        <translation>Ein Agent ist das Mindeste, was annimmt.</translation>
    </message>
    <message>
        <source>With one agent fewer, calls would pile up without end on %1.</source>
        <translation>Mit einem Agenten weniger stauten sich Anrufe ohne Ende: %1.</translation>
    </message>
    <message>
        <source>The deciding target is %1, on %2.</source>
        <translation>Das entscheidende Ziel ist %1, %2.</translation>
    </message>
    <message>
        <source>The deciding targets are %1, on %2.</source>
        <translation>Die entscheidenden Ziele sind %1, %2.</translation>
    </message>
    <message>
        <source>Measured: average wait %1, %2 of callers hung up.</source>
        <translation>Gemessen: mittlere Wartezeit %1, %2 der Anrufer legten auf.</translation>
    </message>
    <message>
        <source>Measured: average wait %1.</source>
        <translation>Gemessen: mittlere Wartezeit %1.</translation>
    </message>
    <message>
        <source>The measured waits are those of about %1 agents.</source>
        <translation>Die gemessenen Wartezeiten sind die von etwa %1 Agenten.</translation>
    </message>
    <message>
        <source>The measured waits are those of about %1 agents, fewer than the present capacity stands for; the model&apos;s figures hold only when all of them answer.</source>
        <translation>Die gemessenen Wartezeiten sind die von etwa %1 Agenten, weniger als die jetzige Kapazität bedeutet; die Zahlen des Modells gelten nur, wenn alle annehmen.</translation>
    </message>
    <message>
        <source>The measured waits are those of about %1 agents, more than the present capacity stands for; callers wait less than the model expects.</source>
        <translation>Die gemessenen Wartezeiten sind die von etwa %1 Agenten, mehr als die jetzige Kapazität bedeutet; Anrufer warten kürzer, als das Modell erwartet.</translation>
    </message>
    <message>
        <source>Step to %1 now; the model needs %2</source>
        <translation>Jetzt auf %1 gehen; das Modell braucht %2</translation>
    </message>
    <message>
        <source>Step to %1 now; the model needs %2 (%3–%4)</source>
        <translation>Jetzt auf %1 gehen; das Modell braucht %2 (%3–%4)</translation>
    </message>
    <message>
        <source>Capacity is taken to mean the number of contacts that may wait: raising it turns fewer away, but they wait longer.</source>
        <translation>Kapazität bedeutet die meisten Kontakte, die warten dürfen: Mehr davon weist weniger ab, lässt sie aber länger warten.</translation>
    </message>
    <message>
        <source>Capacity is taken to mean agents plus waiting places: raising it turns fewer contacts away, but they wait longer.</source>
        <translation>Kapazität bedeutet Agenten und Warteplätze zusammen: Mehr davon weist weniger ab, lässt sie aber länger warten.</translation>
    </message>
    <message>
        <source>Capacity is taken to mean the number of agents who can answer at the same time. It is an upper limit: wait times depend on how many of them are signed in.</source>
        <translation>Kapazität bedeutet die meisten Agenten, die zugleich annehmen. Sie ist eine Obergrenze: Die Wartezeit hängt davon ab, wie viele Agenten angemeldet sind.</translation>
    </message>
    <message>
        <source>Also left out: overload that carries over from one time of day to the next, repeat calls, callers who were turned away, and agents with several skills.</source>
        <translation>Außerdem nicht enthalten: Überlast, die in die nächste Tageszeit reicht, Wiederholungsanrufe, abgewiesene Anrufer und Agenten mit mehreren Skills.</translation>
    </message>
    <message>
        <source>Not modelled: next month&apos;s volume is taken to be like the past weeks&apos;.</source>
        <translation>Nicht modelliert: Für den nächsten Monat wird die Menge der vergangenen Wochen angenommen.</translation>
    </message>
    <message>
        <source>Not modelled: next month&apos;s volume is taken to be like the last two weeks&apos;, with the change that you expect (%1).</source>
        <translation>Nicht modelliert: Für den nächsten Monat wird die Menge der letzten zwei Wochen mit der von Ihnen erwarteten Änderung (%1) angenommen.</translation>
    </message>
    <message>
        <source>None of your targets can be checked against the history, so the model decides.</source>
        <translation>Keines Ihrer Ziele lässt sich am Verlauf prüfen, also entscheidet das Modell.</translation>
    </message>
    <message>
        <source>Only %1 calls on %2 days: too few to act on.</source>
        <translation>Nur %1 Anrufe an %2 Tagen: zu wenig, um zu handeln.</translation>
    </message>
    <message>
        <source>The model asks for more, but callers are in fact served well. What was measured counts more.</source>
        <translation>Das Modell verlangt mehr, aber Anrufer werden tatsächlich gut bedient. Das Gemessene zählt mehr.</translation>
    </message>
    <message>
        <source>The model needs %2, close enough to the present %1 to leave it.</source>
        <translation>Das Modell braucht %2, nah genug an den jetzigen %1, um nichts zu ändern.</translation>
    </message>
    <message>
        <source>The model needs %2; the present %1 lies within what the history leaves open (%3 to %4).</source>
        <translation>Das Modell braucht %2; die jetzigen %1 liegen in dem, was der Verlauf offenlässt (%3 bis %4).</translation>
    </message>
    <message>
        <source>With %1 waiting places few callers are turned away (at most %3), and the last in line waits no longer than %2 on average.</source>
        <translation>Mit %1 Warteplätzen werden wenige Anrufer abgewiesen (höchstens %3), und der Letzte in der Reihe wartet im Mittel nicht länger als %2.</translation>
    </message>
    <message>
        <source>With more than %1 waiting places the last in line would wait longer than %2 on average, although more than %3 of callers are turned away.</source>
        <translation>Mit mehr als %1 Warteplätzen wartete der Letzte in der Reihe im Mittel länger als %2, obwohl mehr als %3 der Anrufer abgewiesen werden.</translation>
    </message>
    <message>
        <source>With more than %1 waiting places the last in line waits longer than %2 on average.</source>
        <translation>Mit mehr als %1 Warteplätzen wartet der Letzte in der Reihe im Mittel länger als %2.</translation>
    </message>
    <message>
        <source>It takes %1 waiting places to turn away no more than %3 of callers.</source>
        <translation>Es braucht %1 Warteplätze, um höchstens %3 der Anrufer abzuweisen.</translation>
    </message>
    <message>
        <source>Waits or abandonment passed the rule&apos;s fixed limits (30 s, 5 %), so the present %1 becomes %2.</source>
        <translation>Wartezeit oder Abbruchquote überschritt die festen Grenzen der Regel (30 s, 5 %), also werden aus %1 jetzt %2.</translation>
    </message>
    <message>
        <source>Waits and abandonment stayed within the rule&apos;s fixed limits (30 s, 5 %).</source>
        <translation>Wartezeit und Abbruchquote blieben in den festen Grenzen der Regel (30 s, 5 %).</translation>
    </message>
    <message>
        <source>Unusual intervals, limited so that they do not drive the result: %1.</source>
        <translation>Ungewöhnliche Intervalle, begrenzt, damit sie das Ergebnis nicht bestimmen: %1.</translation>
    </message>
    <message>
        <source>The history is not hourly or finer; the busiest hour is assumed to have %1 of a day&apos;s calls. Use 30-minute data for a firm figure.</source>
        <translation>Der Verlauf ist nicht stündlich oder feiner; für die stärkste Stunde werden %1 der Anrufe eines Tages angenommen. Für eine feste Zahl nehmen Sie Daten je 30 Minuten.</translation>
    </message>
    <message>
        <source>%1 of callers hung up, so many calls may be repeat calls; the true need is probably lower.</source>
        <translation>%1 der Anrufer legten auf; viele Anrufe können also Wiederholungen sein, und der wahre Bedarf ist wahrscheinlich geringer.</translation>
    </message>
    <message>
        <source>The average wait is so close to your limit that it may be on either side of it.</source>
        <translation>Die mittlere Wartezeit liegt so nah an Ihrer Grenze, dass sie darüber oder darunter liegen kann.</translation>
    </message>
    <message>
        <source>This simple rule compares a whole interval&apos;s sum of waits with 30 s, counts a quiet day like a busy one, never lets a capacity of 1 to 9 grow, keeps climbing and never comes down. The modelled policy does none of that.</source>
        <translation>Diese einfache Regel vergleicht die Summe der Wartezeiten eines ganzen Intervalls mit 30 s, zählt einen ruhigen Tag wie einen starken, lässt eine Kapazität von 1 bis 9 nie wachsen, steigt immer weiter und sinkt nie. Die modellierte Regel tut nichts davon.</translation>
    </message>
    <message>
        <source>The history leaves much open: the queue needs %1.</source>
        <translation>Der Verlauf lässt viel offen: Die Warteschlange braucht %1.</translation>
    </message>
    <message>
        <source>Callers hang up, but their patience is unknown, so the model takes them to be patient.</source>
        <translation>Anrufer legen auf, aber ihre Geduld ist unbekannt; das Modell nimmt sie als geduldig an.</translation>
    </message>
    <message>
        <source>Intervals are missing.</source>
        <translation>Intervalle fehlen.</translation>
    </message>
    <message>
        <source>The history is not hourly or finer.</source>
        <translation>Der Verlauf ist nicht stündlich oder feiner.</translation>
    </message>
    <message>
        <source>Many calls may be repeat calls.</source>
        <translation>Viele Anrufe können Wiederholungen sein.</translation>
    </message>
    <message>
        <source>Volume has moved lately.</source>
        <translation>Die Menge hat sich zuletzt verändert.</translation>
    </message>
    <message>
        <source>The agents seem to work elsewhere too.</source>
        <translation>Die Agenten scheinen auch anderswo zu arbeiten.</translation>
    </message>
    <message>
        <source>Over the whole period, average wait and abandonment were inside your limits.</source>
        <translation>Über den ganzen Zeitraum lagen mittlere Wartezeit und Abbruchquote in Ihren Grenzen.</translation>
    </message>
    <message>
        <source>Over the whole period, abandonment was inside your limit.</source>
        <translation>Über den ganzen Zeitraum lag die Abbruchquote in Ihrer Grenze.</translation>
    </message>
    <message>
        <source>Over the whole period, abandonment was inside your limit; waits are not in the history.</source>
        <translation>Über den ganzen Zeitraum lag die Abbruchquote in Ihrer Grenze; Wartezeiten stehen nicht im Verlauf.</translation>
    </message>
    <message>
        <source>Over the whole period, the average wait was inside your limit.</source>
        <translation>Über den ganzen Zeitraum lag die mittlere Wartezeit in Ihrer Grenze.</translation>
    </message>
    <message>
        <source>Over the whole period, the average wait was inside your limit; abandonment is not in the history.</source>
        <translation>Über den ganzen Zeitraum lag die mittlere Wartezeit in Ihrer Grenze; die Abbruchquote steht nicht im Verlauf.</translation>
    </message>
    <message>
        <source>This queue&apos;s own calls don&apos;t explain what was measured: the model needs no more than the present %1.</source>
        <translation>Die eigenen Anrufe dieser Warteschlange erklären das Gemessene nicht: Das Modell braucht nicht mehr als die jetzigen %1.</translation>
    </message>
    <message>
        <source>This queue&apos;s own calls don&apos;t explain what was measured: the model needs only %2 of the present %1.</source>
        <translation>Die eigenen Anrufe dieser Warteschlange erklären das Gemessene nicht: Das Modell braucht nur %2 der jetzigen %1.</translation>
    </message>
    <message>
        <source>The model needs only %2 for this queue&apos;s own calls, but its agents seem to work elsewhere too, so that is no reason to lower the present %1.</source>
        <translation>Für die eigenen Anrufe dieser Warteschlange braucht das Modell nur %2, aber ihre Agenten scheinen auch anderswo zu arbeiten; das ist also kein Grund, die jetzigen %1 zu senken.</translation>
    </message>
    <message>
        <source>The model needs only %2, but the history is too short or too uncertain to lower the present %1.</source>
        <translation>Das Modell braucht nur %2, aber der Verlauf ist zu kurz oder zu unsicher, um die jetzigen %1 zu senken.</translation>
    </message>
    <message>
        <source>Volume in the last two weeks was %1 below that of the days before.</source>
        <translation>Die Menge der letzten zwei Wochen lag %1 unter der der Tage davor.</translation>
    </message>
    <message>
        <source>Volume in the last two weeks was %1 above that of the days before.</source>
        <translation>Die Menge der letzten zwei Wochen lag %1 über der der Tage davor.</translation>
    </message>
    <message>
        <source>The figures replay the whole history; say what you expect.</source>
        <translation>Die Zahlen spielen den ganzen Verlauf nach; sagen Sie, was Sie erwarten.</translation>
    </message>
    <message>
        <source>The figures rest on the level of the last two weeks and on the change that you expect (%1).</source>
        <translation>Die Zahlen beruhen auf dem Stand der letzten zwei Wochen und der von Ihnen erwarteten Änderung (%1).</translation>
    </message>
    <message>
        <source>Are this queue&apos;s agents shared with other queues, or not signed in? The waits look as if only about %1 agents were answering.</source>
        <translation>Teilt sich diese Warteschlange ihre Agenten mit anderen, oder sind sie nicht angemeldet? Die Wartezeiten sehen aus, als nähmen nur etwa %1 Agenten an.</translation>
    </message>
    <message>
        <source>Check sign-ins, skills and breaks before raising the capacity.</source>
        <translation>Prüfen Sie Anmeldungen, Skills und Pausen, bevor Sie die Kapazität erhöhen.</translation>
    </message>
    <message>
        <source>The capacity can&apos;t explain the waits. Check sign-ins, skills and breaks before raising it.</source>
        <translation>Die Kapazität erklärt die Wartezeiten nicht. Prüfen Sie Anmeldungen, Skills und Pausen, bevor Sie sie erhöhen.</translation>
    </message>
    <message>
        <source>“%1” was not changed: it is as it was after the settle window.</source>
        <translation>„%1“ wurde nicht geändert: Nach der Klärungsfrist ist sie, wie sie war.</translation>
    </message>
    <message>
        <source>“%1” was not created: the tenant doesn&apos;t have it after the settle window.</source>
        <translation>„%1“ wurde nicht angelegt: Nach der Klärungsfrist hat der Mandant sie nicht.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The tenant answered that it created “%1” (id %2), but neither shows nor lists that queue. “%1” is kept in the journal. Look in the tenant&apos;s console; then run settle, or tell settle what you have seen (--absent, --present). Nothing is sent a second time before that.</source>
        <translation>Der Mandant antwortete, er habe „%1“ (ID %2) angelegt, zeigt und listet sie aber nicht. „%1“ bleibt im Journal. Sehen Sie in der Konsole des Mandanten nach und klären Sie dann, oder sagen Sie beim Klären, was Sie gesehen haben (--absent, --present). Vorher wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>The tenant answered that it created the queue as %1, but neither shows nor lists it.</source>
        <translation>Der Mandant antwortete, er habe die Warteschlange als %1 angelegt, zeigt und listet sie aber nicht.</translation>
    </message>
    <message>
        <source>“%1” may have been created under another name: the tenant has a queue “%2” (id %3) that wasn&apos;t there before. Look at it in the tenant&apos;s console. If it is the one, run settle with --present &quot;%1=%3&quot;; if it isn&apos;t, with --absent &quot;%1&quot;. Nothing is sent a second time before that.</source>
        <translation>„%1“ wurde vielleicht unter anderem Namen angelegt: Der Mandant hat eine Warteschlange „%2“ (ID %3), die vorher nicht da war. Sehen Sie sie in der Konsole des Mandanten an. Ist sie es, klären Sie mit --present &quot;%1=%3&quot;, sonst mit --absent &quot;%1&quot;. Vorher wird nichts ein zweites Mal gesendet.</translation>
    </message>
    <message>
        <source>The queue may have been created under another name: %1 wasn&apos;t there before.</source>
        <translation>Die Warteschlange wurde vielleicht unter anderem Namen angelegt: %1 war vorher nicht da.</translation>
    </message>
    <message>
        <source>what the journal kept of it can&apos;t be read any more, so it can&apos;t be recognised.</source>
        <translation>was das Journal davon aufbewahrt hat, ist nicht mehr lesbar; sie ist also nicht wiederzuerkennen.</translation>
    </message>
    <message>
        <source>the tenant has two queues that are as it was sent, and there was no time to see whether both stay.</source>
        <translation>der Mandant hat zwei Warteschlangen wie die gesendete, und es war keine Zeit zu sehen, ob beide bleiben.</translation>
    </message>
    <message>
        <source>Recommended %1</source>
        <translation>Empfohlen %1</translation>
    </message>
    <message>
        <source>Recommended %1 (%2–%3)</source>
        <translation>Empfohlen %1 (%2–%3)</translation>
    </message>
    <message>
        <source>Recommended %1; the model needs %2 (%3–%4)</source>
        <translation>Empfohlen %1; das Modell braucht %2 (%3–%4)</translation>
    </message>
    <message>
        <source>nothing came out of it in 5 s</source>
        <translation>in 5 s kam nichts heraus</translation>
    </message>
    <message>
        <source>The file with the tenant&apos;s certificate authority can&apos;t be read: %1 (%2). Name a PEM file that you may read.</source>
        <translation>Die Datei mit der Zertifizierungsstelle des Mandanten kann nicht gelesen werden: %1 (%2). Nennen Sie eine PEM-Datei, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The export of “%1” needs header values or a query that are never stored. Enter the WFM endpoint and its headers again, then retry the export.</source>
        <translation>Der Export von „%1“ braucht Header-Werte oder eine Abfrage, die nie gespeichert werden. Geben Sie den WFM-Endpunkt und seine Header erneut an und wiederholen Sie den Export.</translation>
    </message>
    <message>
        <source>The tenant does not have the export of “%1”. It has not been delivered yet; retry the export.</source>
        <translation>Der Mandant hat den Export von „%1“ nicht. Er ist noch nicht zugestellt; wiederholen Sie den Export.</translation>
    </message>
    <message>
        <source>Cancelled after “%1” was created. Its event stream has not been delivered yet; retry the export.</source>
        <translation>Abgebrochen, nachdem „%1“ angelegt war. Ihr Ereignisstrom ist noch nicht zugestellt; wiederholen Sie den Export.</translation>
    </message>
    <message>
        <source>it was made by another program or another version</source>
        <translation>er stammt von einem anderen Programm oder einer anderen Version</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>an object with type and value</source>
        <translation>ein Objekt mit „type“ und „value“</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Overflow type</source>
        <translation>Überlaufart</translation>
    </message>
    <message>
        <source>Overflow target</source>
        <translation>Überlaufziel</translation>
    </message>
    <message>
        <source>Overflow threshold</source>
        <translation>Überlaufschwelle</translation>
    </message>
    <message>
        <source>Skill groups</source>
        <translation>Skill-Gruppen</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Routing rules</source>
        <translation>Routing-Regeln</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>Überlauf</translation>
    </message>
    <message>
        <source>The log has no category “%1”, so nothing was done. Choose from %2, or “all”; each may end in “=true” or “=false”.</source>
        <translation>Das Diagnoseprotokoll hat keine Kategorie „%1“, deshalb wurde nichts getan. Wählen Sie aus %2 oder „all“; jede darf auf „=true“ oder „=false“ enden.</translation>
    </message>
    <message>
        <source>No category of the log was named, so nothing was done. Choose from %1, or “all”.</source>
        <translation>Es wurde keine Kategorie des Diagnoseprotokolls genannt, deshalb wurde nichts getan. Wählen Sie aus %1 oder „all“.</translation>
    </message>
    <message>
        <source>%1,%2</source>
        <translation>%1.%2</translation>
    </message>
</context>
<context>
    <name>queuesmith::Settings</name>
    <message>
        <source>The settings file could not be read, so the window starts with default settings. The old file was kept as %1.</source>
        <translation>Die Einstellungsdatei konnte nicht gelesen werden; das Fenster beginnt darum mit den üblichen Einstellungen. Die alte Datei wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>The settings file %1 can&apos;t be read, so the window starts with default settings. Check the file&apos;s permissions.</source>
        <translation>Die Einstellungsdatei %1 ist nicht lesbar; das Fenster beginnt darum mit den üblichen Einstellungen. Prüfen Sie, wer die Datei lesen darf.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be saved in %1, so this choice lasts until the window is closed. Check that the file can be written.</source>
        <translation>Die Einstellungen können nicht in %1 gespeichert werden; diese Wahl gilt darum, bis das Fenster geschlossen wird. Prüfen Sie, ob die Datei schreibbar ist.</translation>
    </message>
</context>
<context>
    <name>queuesmith::SkillListModel</name>
    <message>
        <source>1 agent</source>
        <translation>1 Agent</translation>
    </message>
    <message>
        <source>%1 agents</source>
        <translation>%1 Agenten</translation>
    </message>
</context>
<context>
    <name>queuesmith::SkillPicker</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Every skill that matches is chosen</source>
        <translation>Jeder passende Skill ist gewählt</translation>
    </message>
    <message>
        <source>No skill matches “%1”</source>
        <translation>Kein Skill passt zu „%1“</translation>
    </message>
</context>
<context>
    <name>queuesmith::TargetsForm</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Servicelevel</translation>
    </message>
    <message>
        <source>The smallest share of callers answered in time</source>
        <translation>Der kleinste Anteil der Anrufer, die rechtzeitig angenommen werden</translation>
    </message>
    <message>
        <source>Service level within</source>
        <translation>Servicelevel innerhalb von</translation>
    </message>
    <message>
        <source>What “in time” means</source>
        <translation>Was „rechtzeitig“ heißt</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Mean wait at most</source>
        <translation>Wartezeit höchstens</translation>
    </message>
    <message>
        <source>The longest mean wait of answered callers</source>
        <translation>Die längste mittlere Wartezeit derer, die angenommen werden</translation>
    </message>
    <message>
        <source>Hang up at most</source>
        <translation>Abbrüche höchstens</translation>
    </message>
    <message>
        <source>The largest share of callers who hang up</source>
        <translation>Der größte Anteil der Anrufer, die auflegen</translation>
    </message>
    <message>
        <source>Occupancy at most</source>
        <translation>Auslastung höchstens</translation>
    </message>
    <message>
        <source>The largest share of time that agents are busy</source>
        <translation>Der größte Anteil ihrer Zeit, den Agenten beschäftigt sind</translation>
    </message>
    <message>
        <source>Shrinkage</source>
        <translation>Schwund</translation>
    </message>
    <message>
        <source>The share of agents who are paid but don&apos;t answer: breaks, training, absence</source>
        <translation>Der Anteil der bezahlten Agenten, die nicht annehmen: Pausen, Schulung, Abwesenheit</translation>
    </message>
    <message>
        <source>&amp;Shrinkage</source>
        <translation>S&amp;chwund</translation>
    </message>
    <message>
        <source>Agents who answer</source>
        <translation>Agenten, die annehmen</translation>
    </message>
    <message>
        <source>How many agents answer; the waiting places are calculated from this number</source>
        <translation>Wie viele Agenten annehmen: dafür werden die Warteplätze berechnet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Usual targets</source>
        <translation>Übliche Ziele</translation>
    </message>
    <message>
        <source>80 % in 20 s, mean wait 30 s, 5 % hang up, occupancy 90 %</source>
        <translation>80 % in 20 s, mittlere Wartezeit 30 s, 5 % Abbrüche, Auslastung 90 %</translation>
    </message>
    <message>
        <source>A&amp;gents who answer</source>
        <translation>A&amp;genten, die annehmen</translation>
    </message>
    <message>
        <source>Expected change of volume</source>
        <translation>Erwartete Änderung der Menge</translation>
    </message>
    <message>
        <source>How the number of calls will change compared with the last two weeks, e.g. +10 %. If left empty, the coming weeks are assumed to be like the past ones.</source>
        <translation>Wie sich die Zahl der Anrufe gegenüber den letzten zwei Wochen ändern wird, z. B. +10 %. Bleibt es leer, gelten die kommenden Wochen als wie die vergangenen.</translation>
    </message>
    <message>
        <source>&amp;Expected change of volume</source>
        <translation>&amp;Erwartete Änderung der Menge</translation>
    </message>
    <message>
        <source>Use the observed change: %1</source>
        <translation>Gesehene Änderung nehmen: %1</translation>
    </message>
    <message>
        <source>How far the volume of the last two weeks differs from that of the days before. Use it if you expect a similar change again.</source>
        <translation>Wie sehr sich die Anrufe der letzten zwei Wochen von denen der Tage davor unterscheiden. Nehmen Sie es, wenn Sie noch einmal eine so große Änderung erwarten.</translation>
    </message>
</context>
<context>
    <name>queuesmith::TaskStrip</name>
    <message>
        <source>This use of the audit log could not be recorded: %1</source>
        <translation>Diese Nutzung des Prüfprotokolls konnte nicht darin eingetragen werden: %1</translation>
    </message>
    <message>
        <source>Exporting the records shown</source>
        <translation>Exportiert wird, was der Filter zeigt</translation>
    </message>
    <message>
        <source>Verifying the chain</source>
        <translation>Die Kette wird geprüft</translation>
    </message>
    <message>
        <source>Exporting the records shown: %1 records written</source>
        <translation>Exportiert wird, was der Filter zeigt: %1 Einträge geschrieben</translation>
    </message>
    <message>
        <source>Verifying the chain: %1 records read</source>
        <translation>Die Kette wird geprüft: %1 Einträge gelesen</translation>
    </message>
    <message>
        <source>%1 records are in %2. The manifest, with the head hash, is beside it: %3.</source>
        <translation>%1 Einträge stehen in %2. Das Manifest mit dem Kettenkopf liegt daneben: %3.</translation>
    </message>
    <message>
        <source>The chain is broken. First bad record: %1. %2
The file was damaged or changed outside this program. Keep it as it is, and compare it with a backup.</source>
        <translation>Die Kette hält nicht. Erster fehlerhafter Eintrag: %1. %2
Die Datei wurde außerhalb dieses Programms beschädigt oder verändert. Lassen Sie sie, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The chain of %1 records is intact.</source>
        <translation>Die Kette aus %1 Einträgen hält.</translation>
    </message>
    <message>
        <source>Intents still without a final outcome: %1.</source>
        <translation>Absichten noch ohne endgültiges Ergebnis: %1.</translation>
    </message>
    <message>
        <source>Head: %1</source>
        <translation>Kettenkopf: %1</translation>
    </message>
    <message>
        <source>%1 record is in %2. The manifest, with the head hash, is beside it: %3.</source>
        <translation>%1 Eintrag steht in %2. Das Manifest mit dem Kettenkopf liegt daneben: %3.</translation>
    </message>
    <message>
        <source>The chain of 1 record is intact.</source>
        <translation>Die Kette aus 1 Eintrag hält.</translation>
    </message>
</context>
<context>
    <name>queuesmith::TenantSession</name>
    <message>
        <source>This connection is locked read-only, so nothing is sent. To change the tenant, unlock it under Connection.</source>
        <translation>Diese Verbindung ist auf Lesen gesperrt; darum wird nichts gesendet. Entsperren Sie sie unter „Verbindung“, wenn sie den Mandanten ändern soll.</translation>
    </message>
    <message>
        <source>Settling what an earlier run left open</source>
        <translation>Klären, was ein früherer Lauf offen ließ</translation>
    </message>
    <message>
        <source>there was nothing to settle.</source>
        <translation>es war nichts offen.</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Settling what is still open</source>
        <translation>Klärt, was noch offen ist</translation>
    </message>
    <message>
        <source>Settled what an earlier run left open</source>
        <translation>Geklärt, was ein früherer Lauf offen ließ</translation>
    </message>
    <message>
        <source>still open.</source>
        <translation>noch offen.</translation>
    </message>
    <message>
        <source>Change of “%1”</source>
        <translation>Änderung von „%1“</translation>
    </message>
    <message>
        <source>Creation of “%1”</source>
        <translation>Anlegen von „%1“</translation>
    </message>
</context>
<context>
    <name>queuesmith::VolumeChangeSpin</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie bisher</translation>
    </message>
</context>
<context>
    <name>queuesmith::WaitCharts</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show a longer period</source>
        <translation>Eine längere Zeit sehen</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Zeitraum</translation>
    </message>
    <message>
        <source>Show the whole history</source>
        <translation>Den ganzen Verlauf sehen</translation>
    </message>
    <message>
        <source>No curve: without calls and handle times the model can&apos;t predict the effect of a capacity.</source>
        <translation>Keine Kurve: Ohne Anrufe und deren Bearbeitungszeit kann das Modell nicht sagen, was eine Kapazität bedeuten würde.</translation>
    </message>
    <message>
        <source>No curve: capacity means waiting places here, and more of them don&apos;t shorten waits. The recommendation says what they do.</source>
        <translation>Keine Kurve: Kapazität wird hier als Warteplätze gelesen, und mehr davon machen Wartezeiten nicht kürzer. Die Empfehlung sagt, was sie bewirken.</translation>
    </message>
    <message>
        <source>Point at a chart or use the arrow keys to read its figures.</source>
        <translation>Zum Ablesen auf ein Diagramm zeigen oder Pfeiltasten drücken.</translation>
    </message>
    <message>
        <source>%1: history, %2</source>
        <translation>%1: Verlauf, %2</translation>
    </message>
    <message>
        <source>%1: %2 by hour of the week, %3</source>
        <translation>%1: %2 nach Stunde der Woche, %3</translation>
    </message>
    <message>
        <source>%1: the effect of each capacity, from %2</source>
        <translation>%1: was jede Kapazität bedeuten würde, aus %2</translation>
    </message>
</context>
<context>
    <name>queuesmith::WaitDataModel</name>
    <message>
        <source>Interval</source>
        <translation>Intervall</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Abbrüche</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Handle time</source>
        <translation>Bearbeitung</translation>
    </message>
</context>
<context>
    <name>queuesmith::WaitExports</name>
    <message>
        <source>Export chart …</source>
        <translation>Diagramm exportieren …</translation>
    </message>
    <message>
        <source>Save the chart shown as a picture or a PDF</source>
        <translation>Das sichtbare Diagramm als Bild oder PDF schreiben</translation>
    </message>
    <message>
        <source>Export wait-time data …</source>
        <translation>Wartezeit-Daten exportieren …</translation>
    </message>
    <message>
        <source>Write the intervals of the history as CSV for a spreadsheet</source>
        <translation>Die Intervalle des Verlaufs als CSV für eine Tabellenkalkulation schreiben</translation>
    </message>
    <message>
        <source>Export wait-time report …</source>
        <translation>Wartezeit-Bericht exportieren …</translation>
    </message>
    <message>
        <source>Save the whole page, with its recommendation, as a one-page PDF</source>
        <translation>Die ganze Seite mit ihrer Empfehlung als einseitiges PDF schreiben</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Export wait-time data</source>
        <translation>Wartezeit-Daten exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Export wait-time report</source>
        <translation>Wartezeit-Bericht exportieren</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Wait times of “%1”</source>
        <translation>Wartezeiten von „%1“</translation>
    </message>
    <message>
        <source>Since the capacity was changed</source>
        <translation>Seit die Kapazität geändert wurde</translation>
    </message>
    <message>
        <source>Was the model right before?</source>
        <translation>Hatte das Modell bisher recht?</translation>
    </message>
    <message>
        <source>%1, %2. Made with Queuesmith on %3.</source>
        <translation>%1, %2. Erstellt mit Queuesmith am %3.</translation>
    </message>
</context>
<context>
    <name>queuesmith::WaitTimesPage</name>
    <message>
        <source>Use the recommended capacity</source>
        <translation>Empfohlene Kapazität verwenden</translation>
    </message>
    <message>
        <source>Open this queue in the editor with the recommended capacity</source>
        <translation>Die Warteschlange der Wartezeiten mit der empfohlenen Kapazität im Editor öffnen</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Modelled</source>
        <translation>Modelliert</translation>
    </message>
    <message>
        <source>Simple rule (30 s / 5 %)</source>
        <translation>Einfache Regel (30 s / 5 %)</translation>
    </message>
    <message>
        <source>Reload the history (F5)</source>
        <translation>Den Verlauf erneut lesen (F5)</translation>
    </message>
    <message>
        <source>Reading the history of “%1”, %2: %3 of %4 parts</source>
        <translation>Verlauf von „%1“ wird gelesen, %2: %3 von %4 Teilen</translation>
    </message>
    <message>
        <source>Reading the history of “%1”, %2</source>
        <translation>Verlauf von „%1“ wird gelesen, %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 intervals of %2, %3 to %4, time zone %5, read %6</source>
        <translation>%1 Intervalle zu %2, %3 bis %4, in der Zeit von %5, gelesen: %6</translation>
    </message>
    <message>
        <source>Reading the queues</source>
        <translation>Warteschlangen werden gelesen</translation>
    </message>
    <message>
        <source>Choose a queue to see how long its callers waited, how another capacity would have changed that, and which capacity is recommended.</source>
        <translation>Wählen Sie eine Warteschlange, um zu sehen, wie lange ihre Anrufer gewartet haben, was eine andere Kapazität daraus gemacht hätte und welche Kapazität empfohlen wird.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The tenant has no history of “%1” for the last %2, or none of its intervals can be used. There is nothing to base a recommendation on. Choose a longer range, or come back when the queue has taken calls.</source>
        <translation>Der Mandant hat keinen Verlauf von „%1“ (Zeitraum: %2), oder keines seiner Intervalle ist verwendbar. Daraus lässt sich nichts empfehlen. Wählen Sie einen längeren Zeitraum, oder sehen Sie wieder nach, wenn die Warteschlange Anrufe angenommen hat.</translation>
    </message>
</context>
<context>
    <name>queuesmith::WeekModel</name>
    <message>
        <source>Hour of the week</source>
        <translation>Stunde der Woche</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>Abbrüche</translation>
    </message>
    <message>
        <source>Calls in that hour</source>
        <translation>Anrufe je Stunde</translation>
    </message>
    <message>
        <source>Calls in all weeks</source>
        <translation>Anrufe insgesamt</translation>
    </message>
</context>
<context>
    <name>queuesmith::WfmSyncPage</name>
    <message>
        <source>Export %1 to %2</source>
        <translation>Export %1 nach %2</translation>
    </message>
    <message>
        <source>Last error: %1</source>
        <translation>Letzter Fehler: %1</translation>
    </message>
    <message>
        <source>Export id %1</source>
        <translation>Export-ID %1</translation>
    </message>
    <message>
        <source>Needs a value for %1.</source>
        <translation>Braucht einen Wert für %1.</translation>
    </message>
    <message>
        <source>Retry export</source>
        <translation>Export wiederholen</translation>
    </message>
    <message>
        <source>Deliver all exports of this tenant that are still pending</source>
        <translation>Jeden noch nicht zugestellten Export dieses Mandanten zustellen</translation>
    </message>
    <message>
        <source>Reload the exports (F5)</source>
        <translation>Die Exporte neu lesen (F5)</translation>
    </message>
    <message>
        <source>Reading the exports</source>
        <translation>Die Exporte werden gelesen</translation>
    </message>
    <message>
        <source>%1 exports</source>
        <translation>%1 Exporte</translation>
    </message>
    <message>
        <source>%1, not delivered yet: %2</source>
        <translation>%1, noch nicht zugestellt: %2</translation>
    </message>
    <message>
        <source>Select an export to see all of it.</source>
        <translation>Wählen Sie einen Export, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>1 export</source>
        <translation>1 Export</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No exports yet. An export asks the tenant to send a queue&apos;s events to the workforce management endpoint.</source>
        <translation>Noch keine Exporte. Ein Export bittet den Mandanten, die Ereignisse einer Warteschlange an den WFM-Endpunkt zu senden.</translation>
    </message>
    <message>
        <source>Each queue that is created here gets one.</source>
        <translation>Jede hier angelegte Warteschlange bekommt einen.</translation>
    </message>
    <message>
        <source>This connection has no WFM endpoint, so nothing is exported.</source>
        <translation>Diese Verbindung nennt keinen Endpunkt, also wird nichts exportiert.</translation>
    </message>
    <message>
        <source>Enter a WFM endpoint</source>
        <translation>WFM-Endpunkt angeben</translation>
    </message>
</context>
<context>
    <name>queuesmith::WhatIfChart</name>
    <message>
        <source>The effect of each capacity</source>
        <translation>Was jede Kapazität bedeuten würde</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Mean wait, in seconds</source>
        <translation>Mittlere Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Mittlere Wartezeit</translation>
    </message>
    <message>
        <source>Service level</source>
        <translation>Servicelevel</translation>
    </message>
    <message>
        <source>Abandonment</source>
        <translation>Abbruchquote</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>licensed %1</source>
        <translation>lizenziert %1</translation>
    </message>
    <message>
        <source>current and recommended %1</source>
        <translation>jetzt und empfohlen %1</translation>
    </message>
    <message>
        <source>current %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>recommended %1</source>
        <translation>empfohlen %1</translation>
    </message>
</context>
<context>
    <name>queuesmith::WhatIfPane</name>
    <message>
        <source>%1 answered within %2, %3 hang up, agents busy %4 of the time, %5 in the busiest hour.</source>
        <translation>%1 innerhalb von %2 angenommen, %3 legen auf, Agenten zu %4 ausgelastet, zu %5 in der vollsten Stunde.</translation>
    </message>
    <message>
        <source>At %1: overloaded in hours with %2 of the calls, where waits would grow without limit; %3</source>
        <translation>Bei %1: überlastet in Stunden mit %2 der Anrufe, in denen die Wartezeit ohne Ende wüchse; %3</translation>
    </message>
    <message>
        <source>At %1: mean wait %2, %3</source>
        <translation>Bei %1: mittlere Wartezeit %2, %3</translation>
    </message>
    <message>
        <source>Capacity to read off</source>
        <translation>Kapazität zum Ablesen</translation>
    </message>
    <message>
        <source>See the figures at any capacity</source>
        <translation>Die Werte bei jeder Kapazität ablesen</translation>
    </message>
    <message>
        <source>Capacity to read off, as a number</source>
        <translation>Kapazität zum Ablesen als Zahl</translation>
    </message>
    <message>
        <source>&amp;Read at</source>
        <translation>Able&amp;sen bei</translation>
    </message>
</context>
<context>
    <name>queuesmith::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;Audit</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Connection …</source>
        <translation>&amp;Verbindung …</translation>
    </message>
    <message>
        <source>Choose, change or add a connection</source>
        <translation>Eine Verbindung wählen, ändern oder hinzufügen</translation>
    </message>
    <message>
        <source>Open the &amp;demo tenant</source>
        <translation>&amp;Demo-Mandanten öffnen</translation>
    </message>
    <message>
        <source>Start the built-in tenant and open its queues</source>
        <translation>Den eingebauten Mandanten starten und seine Warteschlangen öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Find an action, a page or a queue …</source>
        <translation>Aktion, Seite oder Warteschlange &amp;finden …</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Same as the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Notify when long work ends</source>
        <translation>Ende langer Vorgänge &amp;melden</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Queuesmith</source>
        <translation>Ü&amp;ber Queuesmith</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Reload this page</source>
        <translation>Neu lesen, was diese Seite zeigt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Queuesmith</source>
        <translation>Über Queuesmith</translation>
    </message>
    <message>
        <source>&lt;b&gt;Queuesmith %1&lt;/b&gt;&lt;br&gt;Administers contact-center routing queues.&lt;br&gt;&lt;br&gt;Free software under the GNU General Public License, version 3 or later.&lt;br&gt;Not affiliated with NICE.</source>
        <translation>&lt;b&gt;Queuesmith %1&lt;/b&gt;&lt;br&gt;Verwaltet Warteschlangen von Contact-Centern.&lt;br&gt;&lt;br&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;br&gt;Nicht mit NICE verbunden.</translation>
    </message>
    <message>
        <source>&amp;Capacity</source>
        <translation>&amp;Kapazität</translation>
    </message>
    <message>
        <source>&amp;Preferences …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Show or hide help for this page</source>
        <translation>Die Hilfe zur gezeigten Seite öffnen oder schließen</translation>
    </message>
    <message>
        <source>&amp;Settle unknown outcomes</source>
        <translation>&amp;Offenes klären</translation>
    </message>
    <message>
        <source>Ask the tenant how requests ended whose answers were lost</source>
        <translation>Den Mandanten fragen, wie Anfragen endeten, deren Antwort verloren ging</translation>
    </message>
    <message>
        <source>Save &amp;diagnostic log …</source>
        <translation>&amp;Diagnoseprotokoll speichern …</translation>
    </message>
    <message>
        <source>Save what the program did recently, for troubleshooting</source>
        <translation>Speichern, was das Programm zuletzt getan hat, für die Fehlersuche</translation>
    </message>
</context>
<context>
    <name>queuesmith::Workspace</name>
    <message>
        <source>Nothing can be sent. %1</source>
        <translation>Es kann nichts gesendet werden. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>Queue editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>WFM sync</source>
        <translation>WFM-Abgleich</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Open queue %1</source>
        <translation>Warteschlange %1 öffnen</translation>
    </message>
    <message>
        <source>Wait times</source>
        <translation>Wartezeiten</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
</TS>
