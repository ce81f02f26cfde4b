#include "cli/recommendfilecommand.h"

#include "cli/historyfile.h"
#include "cli/recommendationtext.h"

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
        m_output.note(note);
    const JudgedRecommendation judged =
        judgedRecommendation(input.value().records, input.value().config);
    m_output.result(toJson(judged), recommendationText(judged));
    Q_EMIT finished(ExitCode::Done);
}

} // namespace queuesmith
