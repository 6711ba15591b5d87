// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketwords.h>

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QString two(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

struct TicketWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::TicketWords)
};

} // namespace

QString ticketAge(Milliseconds age)
{
    using namespace std::chrono;
    constexpr minutes longest{100}; // "99:59" is the widest that its place on the card holds
    const qint64 seconds = qMax<qint64>(0, duration_cast<std::chrono::seconds>(age).count());
    const qint64 all = seconds / 60;
    if (all < longest.count())
        return u"%1:%2"_s.arg(all).arg(two(seconds % 60));
    return u"%1:%2:%3"_s.arg(all / 60).arg(two(all % 60), two(seconds % 60));
}

QString ticketStateWords(OrderState state)
{
    using enum OrderState;
    switch (state) {
    case Pending: return TicketWords::tr("new");
    case Preparing: return TicketWords::tr("cooking");
    case Ready: return TicketWords::tr("ready");
    case Served: return TicketWords::tr("served");
    case Completed: return TicketWords::tr("completed");
    case Cancelled: return TicketWords::tr("cancelled");
    }
    return {};
}

QString withoutTagWord(const QString &name, ModifierKind kind)
{
    // Menus are written for guests, where the word stands alone; on a ticket it would be said twice.
    static const QStringList without{u"tanpa "_s, u"no "_s, u"without "_s};
    static const QStringList extra{u"ekstra "_s, u"extra "_s, u"tambah "_s};
    if (kind == ModifierKind::Plain)
        return name;
    for (const QString &word : kind == ModifierKind::Without ? without : extra) {
        if (name.startsWith(word, Qt::CaseInsensitive) && name.size() > word.size())
            return name.mid(word.size());
    }
    return name;
}

} // namespace saji
