// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketsummary.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

struct SummaryWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::TicketSummary)
};

} // namespace

QString TicketSummaryRow::words() const
{
    const QString all = SummaryWords::tr("%n ticket(s)", nullptr, tickets);
    return latePortions == 0 ? all : SummaryWords::tr("%1, %n portion(s) on late tickets", nullptr, latePortions).arg(all);
}

QList<TicketSummaryRow> summarize(const QList<TicketView> &tickets, const TicketLimits &limits, Milliseconds now, QStringView language)
{
    QHash<ProductId, TicketSummaryRow> byProduct;
    for (const TicketView &ticket : tickets) {
        if (ticket.state != OrderState::Pending && ticket.state != OrderState::Preparing)
            continue;
        const bool late = isTicketLate(ticket, limits, now);
        QSet<ProductId> counted;
        for (const OrderLine &line : ticket.lines) {
            TicketSummaryRow &row = byProduct[line.product];
            row.product = line.product;
            row.name = line.name.in(language);
            row.portions += line.quantity;
            row.latePortions += late ? line.quantity : 0;
            row.tickets += counted.contains(line.product) ? 0 : 1;
            counted << line.product;
        }
    }
    QList<TicketSummaryRow> rows = byProduct.values();
    std::sort(rows.begin(), rows.end(), [](const TicketSummaryRow &a, const TicketSummaryRow &b) {
        if (a.portions != b.portions)
            return a.portions > b.portions;
        const int names = QString::localeAwareCompare(a.name, b.name);
        return names != 0 ? names < 0 : a.product < b.product;
    });
    return rows;
}

} // namespace saji
