#include "window/waittimes/recommendationcard.h"

#include "window/appearance/fonts.h"
#include "window/tables/figuretexts.h"
#include "window/waittimes/recommendationtexts.h"
#include "window/waittimes/targetsform.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace queuesmith {

namespace {

QLabel *wrapped(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(unbroken(text));
    label->setVisible(!text.isEmpty());
}

} // namespace

RecommendationCard::RecommendationCard(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
    , m_headline(wrapped(this, "recommendationLabel"))
    , m_range(wrapped(this, "modelRangeLabel"))
    , m_why(new SentenceList(this))
    , m_promise(wrapped(this, "promiseLabel"))
    , m_use(new QPushButton(tr("Use this capacity in the editor"), this))
    , m_meaning(wrapped(this, "meaningLabel"))
    , m_targetsHeading(new QLabel(tr("Targets"), this))
    , m_targets(new TargetsForm(this))
    , m_testHeading(new QLabel(tr("Was the model right before?"), this))
    , m_test(new SentenceList(this))
    , m_changeHeading(new QLabel(tr("Since the capacity was changed"), this))
    , m_change(new SentenceList(this))
{
    m_why->setObjectName(QStringLiteral("whyList"));
    m_test->setObjectName(QStringLiteral("backTestList"));
    m_change->setObjectName(QStringLiteral("afterChangeList"));
    m_use->setObjectName(QStringLiteral("useCapacityButton"));
    m_use->setToolTip(tr("Open the queue in the editor with the recommended capacity"));
    buildRows();
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_capacity)
            Q_EMIT useCapacityRequested(*m_capacity);
    });
    clear({});
}

void RecommendationCard::buildRows()
{
    makeHeading(m_headline);
    QFont font = m_headline->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_headline->setFont(font);
    for (QLabel *hint : {m_range, m_meaning})
        makeHint(hint);
    for (QLabel *heading : {m_targetsHeading, m_testHeading, m_changeHeading})
        makeHeading(heading);
    constexpr int kRelated = 8;
    constexpr int kGroups = 16;
    m_rows->setContentsMargins(0, 0, 12, 0);
    m_rows->setSpacing(kRelated);
    for (QWidget *part :
        std::initializer_list<QWidget *>{m_headline, m_range, m_why, m_promise, m_use, m_meaning})
        m_rows->addWidget(part);
    const auto group = [this](QWidget *heading, QWidget *body) {
        // Its own room, so that a group that isn't seen leaves none behind.
        heading->setContentsMargins(0, kGroups - kRelated, 0, 0);
        m_rows->addWidget(heading);
        m_rows->addWidget(body);
    };
    group(m_changeHeading, m_change);
    group(m_testHeading, m_test);
    group(m_targetsHeading, m_targets);
    m_rows->addStretch(1);
}

void RecommendationCard::addPanel(QWidget *panel)
{
    m_rows->insertSpacing(m_rows->count() - 1, 8);
    m_rows->insertWidget(m_rows->count() - 1, panel);
}

void RecommendationCard::setBusy(bool busy)
{
    // What is seen is still the answer to what was asked before.
    for (QWidget *part : std::initializer_list<QWidget *>{m_range, m_why, m_promise})
        part->setEnabled(!busy);
    m_use->setEnabled(!busy && m_capacity.has_value());
}

void RecommendationCard::showRecommendation(const Recommendation &recommendation)
{
    m_capacity = recommendation.recommendedCapacity;
    m_headline->setText(headlineOf(recommendation));
    say(m_range, rangeText(recommendation));
    m_why->say(linesOf(recommendation));
    say(m_promise, promiseText(recommendation));
    say(m_meaning, meaningText(recommendation));
    m_targets->offerVolumeChange(
        recommendation.data ? recommendation.data->volumeMoved : std::nullopt);
    m_use->setVisible(true);
    m_use->setText(m_capacity ? tr("Use %1 in the editor").arg(QLocale().toString(*m_capacity))
                              : tr("Use this capacity in the editor"));
    m_targetsHeading->setVisible(true);
    m_targets->setVisible(true);
    setBusy(false);
}

void RecommendationCard::showBackTest(const BackTest &test, const QTimeZone &zone)
{
    m_test->say(linesOf(test, zone));
    m_testHeading->setVisible(!m_test->lines().isEmpty());
}

void RecommendationCard::showAfterChange(
    const std::optional<AfterChange> &change, const QTimeZone &zone)
{
    m_change->say(change ? linesOf(*change, zone) : QList<SentenceList::Line>());
    m_changeHeading->setVisible(change.has_value());
}

void RecommendationCard::clear(const QString &why)
{
    m_capacity.reset();
    m_headline->setText(tr("Recommendation: none yet"));
    say(m_range, why);
    m_why->say({});
    say(m_promise, {});
    say(m_meaning, {});
    m_test->say({});
    m_change->say({});
    for (QWidget *part : std::initializer_list<QWidget *>{
             m_use, m_testHeading, m_changeHeading, m_targetsHeading, m_targets})
        part->setVisible(false);
}

} // namespace queuesmith
