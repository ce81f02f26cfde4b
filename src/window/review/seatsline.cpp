#include "seatsline.h"

#include <QCoreApplication>
#include <QLocale>

namespace queuesmith {

SeatsBeforeAndAfter seatsBeforeAndAfter(const QList<Queue> &queues,
    const std::optional<Queue> &base, int capacity, std::optional<qint64> licensed)
{
    SeatsBeforeAndAfter seats;
    seats.licensed = licensed;
    for (const Queue &queue : queues)
        seats.before += queue.definition.capacity;
    seats.after = seats.before + capacity - (base ? base->definition.capacity : 0);
    return seats;
}

QString seatsLine(const SeatsBeforeAndAfter &seats)
{
    const QLocale locale;
    const QString sums = QCoreApplication::translate("queuesmith::ReviewPage",
        "All queues of the tenant declare %1 agents now, and %2 after this.")
                             .arg(locale.toString(seats.before), locale.toString(seats.after));
    const QString licence = seats.licensed ? QCoreApplication::translate("queuesmith::ReviewPage",
                                "Licensed are %1 seats; an agent may serve several queues.")
                                                 .arg(locale.toString(*seats.licensed))
                                           : QCoreApplication::translate("queuesmith::ReviewPage",
                                               "How many seats are licensed isn't known.");
    return sums + u' ' + licence;
}

} // namespace queuesmith
