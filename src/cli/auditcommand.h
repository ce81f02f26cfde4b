#pragma once

#include "cli/command.h"

#include <atomic>
#include <memory>

namespace queuesmith {

/// `audit list`: records, newest first.
class AuditListCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
};

/// `audit export FILE.csv`: the same filters, with a manifest beside the file.
class AuditExportCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;
    void cancel() override;

private:
    void report(const CsvExport &written);

    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// `audit verify`: the chain from the first record to the last.
class AuditVerifyCommand final : public Command {
    Q_OBJECT

public:
    using Command::Command;
    void start() override;

private:
    void report(const Verification &verification);
};

} // namespace queuesmith
