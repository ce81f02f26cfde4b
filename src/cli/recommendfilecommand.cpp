#include "recommendfilecommand.h"

#include "historyfile.h"
#include "recommend.h"
#include "recommendationtext.h"

namespace queuesmith {

void RecommendFileCommand::start()
{
    const QString file = line().extra.value(QStringLiteral("history"));
    const Result<RecommendationInput> input = readHistoryFile(file, line());
    if (!input) {
        fail(input.error());
        return;
    }
    for (const QString &note : input.value().notes)
        Output::note(note);
    const Recommendation recommendation = recommend(input.value().records, input.value().config);
    const QJsonObject evidence = evidenceOf(recommendation, input.value().records);
    m_output.result(
        recommendationJson(recommendation, evidence), recommendationText(recommendation, evidence));
    Q_EMIT finished(ExitCode::Done);
}

} // namespace queuesmith
