#pragma once

#include "cli/exitcodes.h"
#include "cli/output.h"
#include "cli/session.h"

#include <QObject>

#include <functional>

namespace queuesmith {

/// A subcommand at work. Emits finished() exactly once.
class Command : public QObject {
    Q_OBJECT

public:
    Command(Session &session, const Output &output, QObject *parent)
        : QObject(parent)
        , m_session(session)
        , m_output(output)
    {
    }

    virtual void start() = 0;
    /// Ends in an orderly way. What changes nothing is just left.
    virtual void cancel() { Q_EMIT finished(ExitCode::Cancelled); }

    Q_SIGNAL void finished(queuesmith::ExitCode code);

protected:
    [[nodiscard]] const CommandLine &line() const { return m_session.line(); }
    void fail(const Error &error)
    {
        m_output.failure(error);
        Q_EMIT finished(exitCodeFor(error));
    }

    Session &m_session; // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes)
    const Output &m_output; // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes)
};

/// One row of the table of subcommands.
struct Subcommand {
    const char *words; ///< e.g. `queues list`
    int arguments; ///< after the words
    Session::Needs needs;
    std::function<Command *(Session &, const Output &, QObject *)> make;
    /// Looks at options and arguments before anything is opened; may be empty.
    std::function<Status(const CommandLine &, const QStringList &)> precheck;
    const char *option = nullptr; ///< the option that makes it this one of several with these words
};

[[nodiscard]] const QList<Subcommand> &subcommands();

/// The subcommand that the words and options name, with the right number of arguments; kind Usage
/// otherwise.
[[nodiscard]] Result<const Subcommand *> findSubcommand(const CommandLine &line);

/// The arguments after the subcommand's own words.
[[nodiscard]] QStringList argumentsOf(const Subcommand &subcommand, const QStringList &words);

} // namespace queuesmith
