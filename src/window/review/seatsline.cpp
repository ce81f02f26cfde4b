#include "window/review/seatsline.h"

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
        "The tenant's queues declare %1 agents in total now, and %2 after this.")
                             .arg(locale.toString(seats.before), locale.toString(seats.after));
    const QString licence = seats.licensed ? QCoreApplication::translate("queuesmith::ReviewPage",
                                "%1 seats are licensed; an agent may serve several queues.")
                                                 .arg(locale.toString(*seats.licensed))
                                           : QCoreApplication::translate("queuesmith::ReviewPage",
                                               "The number of licensed seats is not known.");
    return sums + u' ' + licence;
}

} // namespace queuesmith
