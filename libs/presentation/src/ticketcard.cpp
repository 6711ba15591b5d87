// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/ticketcard.h>

#include <presentation/menuwords.h>
#include <presentation/ticketwords.h>

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(saji::TicketCard)
};

Milliseconds ageOf(const TicketView &ticket, Milliseconds now)
{
    return std::max(Milliseconds(0), now - ticket.placedAt);
}

bool isCookable(OrderState state)
{
    return state == OrderState::Pending || state == OrderState::Preparing;
}

QString moodWord(TicketMood mood)
{
    using enum TicketMood;
    switch (mood) {
    case New: return CardWords::tr("NEW");
    case Cooking: return CardWords::tr("COOKING");
    case Soon: return CardWords::tr("DUE SOON");
    case Late: return CardWords::tr("LATE");
    case Ready: return CardWords::tr("READY");
    case Recalled: return CardWords::tr("RECALLED");
    case Cancelled: return CardWords::tr("CANCELLED");
    }
    return {};
}

QString stepWord(const TicketView &ticket)
{
    switch (ticket.state) {
    case OrderState::Pending: return CardWords::tr("Start");
    case OrderState::Preparing: return CardWords::tr("Ready");
    case OrderState::Ready: return ticket.service == ServiceKind::DineIn ? CardWords::tr("Serve") : CardWords::tr("Done");
    case OrderState::Cancelled: return CardWords::tr("Clear");
    case OrderState::Served:
    case OrderState::Completed: break;
    }
    return {};
}

QString whoWords(const TicketView &ticket)
{
    QStringList words;
    if (ticket.service == ServiceKind::Takeaway)
        words << CardWords::tr("Takeaway");
    else
        words << (ticket.table.isEmpty() ? CardWords::tr("Dine in") : CardWords::tr("Table %1").arg(ticket.table));
    if (!ticket.customerName.isEmpty())
        words << ticket.customerName;
    return words.join(u" · "_s);
}

void addModifiers(QList<TicketRow> &rows, const OrderLine &line, QStringView language)
{
    // What is plainly chosen reads as one phrase; what a cook must leave out or add stands alone, with its tag.
    QStringList plain;
    for (const LineModifier &modifier : line.modifiers) {
        if (modifier.kind == ModifierKind::Plain)
            plain << modifier.name.in(language);
    }
    if (!plain.isEmpty())
        rows << TicketRow{.kind = TicketRow::Kind::Detail, .text = plain.join(u", "_s)};
    for (const LineModifier &modifier : line.modifiers) {
        if (modifier.kind == ModifierKind::Plain)
            continue;
        const bool without = modifier.kind == ModifierKind::Without;
        rows << TicketRow{.kind = without ? TicketRow::Kind::Without : TicketRow::Kind::Extra,
                          .text = withoutTagWord(modifier.name.in(language), modifier.kind),
                          .tag = without ? CardWords::tr("NO") : CardWords::tr("EXTRA")};
    }
}

QString footWords(const TicketView &ticket, TicketMood mood, Milliseconds now)
{
    QStringList words;
    if (mood == TicketMood::Recalled)
        words << CardWords::tr("recalled %1 ago").arg(ticketAge(now - ticket.stateSince));
    if (!ticket.alsoAt.isEmpty())
        words << CardWords::tr("also at: %1").arg(ticket.alsoAt.join(u", "_s));
    return words.join(u" · "_s);
}

QList<TicketRow> rowsOf(const TicketView &ticket, QStringView language)
{
    QList<TicketRow> rows;
    const bool done = ticket.state == OrderState::Ready;
    const bool voided = ticket.state == OrderState::Cancelled;
    for (const OrderLine &line : ticket.lines) {
        rows << TicketRow{.kind = TicketRow::Kind::Item, .quantity = line.quantity, .text = line.name.in(language),
                          .tag = voided ? CardWords::tr("VOID") : QString(), .done = done, .voided = voided};
        if (voided)
            continue;
        // The name is enough once it is made; an allergy is still said aloud when the dish is handed over.
        if (!done) {
            addModifiers(rows, line, language);
            if (!line.note.isEmpty())
                rows << TicketRow{.kind = TicketRow::Kind::Note, .text = line.note};
        }
        if (line.allergyNote)
            rows << TicketRow{.kind = TicketRow::Kind::Allergy, .text = CardWords::tr("ALLERGY %1").arg(MenuWords::allergens(line.allergyNote).toUpper())};
    }
    if (voided) {
        const QString reason = ticket.cancelReason.isEmpty() ? QString() : CardWords::tr("Reason: %1").arg(ticket.cancelReason);
        if (!reason.isEmpty())
            rows << TicketRow{.kind = TicketRow::Kind::Hint, .text = reason};
        rows << TicketRow{.kind = TicketRow::Kind::Hint, .text = CardWords::tr("Tap to put it away")};
    }
    return rows;
}

} // namespace

TicketMood ticketMood(const TicketView &ticket, const TicketLimits &limits, Milliseconds now)
{
    if (ticket.state == OrderState::Cancelled)
        return TicketMood::Cancelled;
    if (ticket.recalled)
        return TicketMood::Recalled;
    if (!isCookable(ticket.state))
        return TicketMood::Ready;
    const Milliseconds age = ageOf(ticket, now);
    if (age >= limits.late)
        return TicketMood::Late;
    if (age >= limits.soon)
        return TicketMood::Soon;
    return ticket.state == OrderState::Pending ? TicketMood::New : TicketMood::Cooking;
}

bool isTicketLate(const TicketView &ticket, const TicketLimits &limits, Milliseconds now)
{
    return isCookable(ticket.state) && ageOf(ticket, now) >= limits.late;
}

std::optional<OrderState> nextTicketStep(OrderState state)
{
    switch (state) {
    case OrderState::Pending: return OrderState::Preparing;
    case OrderState::Preparing: return OrderState::Ready;
    case OrderState::Ready: return OrderState::Served;
    case OrderState::Served:
    case OrderState::Completed:
    case OrderState::Cancelled: break;
    }
    return std::nullopt;
}

QString TicketCard::whoOfPart(int part, int parts) const
{
    if (part == 0)
        return who;
    return u"%1 · %2"_s.arg(who.section(u" · "_s, 0, 0), CardWords::tr("continued %1 / %2").arg(part + 1).arg(parts));
}

TicketCard describeTicket(const TicketView &ticket, const TicketLimits &limits, Milliseconds now, QStringView language)
{
    TicketCard card;
    card.order = ticket.order;
    card.number = ticket.number.toString();
    card.mood = ticketMood(ticket, limits, now);
    card.stateWord = moodWord(card.mood);
    card.age = ticketAge(now - ticket.placedAt);
    card.service = ticket.service;
    card.who = whoWords(ticket);
    card.next = stepWord(ticket);
    card.rows = rowsOf(ticket, language);
    card.foot = footWords(ticket, card.mood, now);
    card.spoken = CardWords::tr("%1, %2, %3, %4. Tap: %5").arg(card.number, card.stateWord.toLower(), card.age, card.who, card.next);
    return card;
}

} // namespace saji
