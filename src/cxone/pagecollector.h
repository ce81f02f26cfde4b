#pragma once

#include "cxone/listbounds.h"
#include "domain/queue.h"

#include <QSet>

#include <optional>

namespace queuesmith {

template <typename T> struct Page {
    QList<T> items;
    std::optional<qint64> total; ///< where the tenant tells
};

/// Decides when a list of pages is complete. A short page proves nothing, since a tenant may cap
/// its pages: a list ends at its total, or at a page without an id that wasn't seen before. One
/// that outgrows a bound is dropped.
template <typename T> class PageCollector {
public:
    static constexpr int kMaxPages = 10'000;

    /// True when another page is to be read. `T` has a member `id`; `bytes` is the page's size.
    bool add(const Page<T> &page, qint64 bytes = 0)
    {
        if (bytes > room())
            return giveUp(ListBound::Bytes);
        m_bytes += bytes;
        const qsizetype before = m_listing.items.size();
        m_newFrom = before;
        for (const T &item : page.items) {
            if (m_seen.contains(item.id.value))
                continue;
            m_seen.insert(item.id.value);
            m_listing.items.append(item);
        }
        ++m_pages;
        if (page.total)
            m_total = page.total;
        const qint64 count = m_listing.items.size();
        if (m_total && count >= *m_total)
            return false;
        if (count == before) {
            if (m_total)
                m_listing.incompleteBecause =
                    Sentence::tr("it announced %1, but sent only %2.", {*m_total, count});
            return false;
        }
        if (m_pages >= kMaxPages) {
            m_listing.incompleteBecause =
                Sentence::tr("it did not end after %1 pages.", {kMaxPages});
            return false;
        }
        if (count > kMostItems<T> || m_total.value_or(0) > kMostItems<T>)
            return giveUp(ListBound::Items);
        return true;
    }

    /// Bytes that a further page may have.
    [[nodiscard]] qint64 room() const { return kMostListBytes - m_bytes; }
    /// The bound that the list has outgrown: then there is no listing.
    [[nodiscard]] std::optional<ListBound> outgrown() const { return m_outgrown; }
    [[nodiscard]] int nextPage() const { return m_pages + 1; }
    [[nodiscard]] qint64 count() const { return m_listing.items.size(); }
    [[nodiscard]] qint64 total() const { return m_total.value_or(-1); }
    [[nodiscard]] const Listing<T> &listing() const { return m_listing; }
    /// What the last page brought.
    [[nodiscard]] QList<T> newItems() const { return m_listing.items.mid(m_newFrom); }

private:
    bool giveUp(ListBound bound)
    {
        m_outgrown = bound;
        m_listing = {};
        m_seen = {};
        return false;
    }

    Listing<T> m_listing;
    QSet<QString> m_seen;
    std::optional<qint64> m_total;
    std::optional<ListBound> m_outgrown;
    qint64 m_bytes = 0;
    qsizetype m_newFrom = 0;
    int m_pages = 0;
};

} // namespace queuesmith
