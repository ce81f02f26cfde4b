<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>queuesmith::Activity</name>
    <message numerus="yes">
        <source>done (%1), in %2 and %n attempt(s).</source>
        <translation>
            <numerusform>done (%1), in %2 and %n attempt.</numerusform>
            <numerusform>done (%1), in %2 and %n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queuesmith::ActivityBar</name>
    <message numerus="yes">
        <source>and %n more under way</source>
        <translation>
            <numerusform>and %n more under way</numerusform>
            <numerusform>and %n more under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queuesmith::ApprovalPanel</name>
    <message numerus="yes">
        <source>%1 (%n skill(s) in common)</source>
        <translation>
            <numerusform>%1 (%n skill in common)</numerusform>
            <numerusform>%1 (%n skills in common)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queuesmith::ConnectionsPage</name>
    <message numerus="yes">
        <source> day(s)</source>
        <translation>
            <numerusform> day</numerusform>
            <numerusform> days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queuesmith::MainWindow</name>
    <message numerus="yes">
        <source>%n activity(ies) under way. Closing cancels them cleanly: nothing more is sent, and what was sent is checked once more. Anything left open is settled at the next start.</source>
        <translation>
            <numerusform>%n activity under way. Closing cancels it in order: nothing more is sent, and what was sent is looked at once more. Whatever stays open is settled at the next start.</numerusform>
            <numerusform>%n activities under way. Closing cancels them in order: nothing more is sent, and what was sent is looked at once more. Whatever stays open is settled at the next start.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seat(s)</source>
        <translation>
            <numerusform>%Ln seat</numerusform>
            <numerusform>%Ln seats</numerusform>
        </translation>
    </message>
</context>
</TS>
