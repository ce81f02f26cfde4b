#pragma once

#include "cxone/pagecollector.h"
#include "cxone/tenantclient.h"
#include "domain/result.h"

#include <QJsonObject>

namespace queuesmith::queuesv2 {

/// An answer that isn't the contract's; `detail` says what is wrong with it.
[[nodiscard]] Error badAnswer(const Sentence &detail);
[[nodiscard]] Result<QJsonObject> readObject(const HttpResponse &response);

/// Readers of the contract's answers. Each refuses a body that isn't strict JSON or lacks what the
/// contract requires (an error of kind BadAnswer), and passes over what it doesn't know.
[[nodiscard]] Result<Page<Skill>> readSkillPage(const HttpResponse &response);
[[nodiscard]] Result<Page<Queue>> readQueuePage(const HttpResponse &response);
[[nodiscard]] Result<Queue> readQueue(const HttpResponse &response);
[[nodiscard]] Result<Page<EventStreamExport>> readExportPage(const HttpResponse &response);
[[nodiscard]] Result<EventStreamExport> readExport(const HttpResponse &response);

} // namespace queuesmith::queuesv2
