// SPDX-License-Identifier: GPL-3.0-or-later
#include <ticketkit/sampletickets.h>

#include <QUuid>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

using namespace std::chrono_literals;

// A dish is the same dish wherever it is named.
ProductId productFor(const QString &name)
{
    return ProductId(qint64(qHash(name, 7) % 1'000'000) + 1);
}

OrderLine with(OrderLine line, const QList<LineModifier> &modifiers, Allergens allergy = {})
{
    line.modifiers = modifiers;
    line.allergyNote = allergy;
    return line;
}

TicketView at(TicketView ticket, const QString &table, const QString &name = {})
{
    ticket.table = table;
    ticket.customerName = name;
    return ticket;
}

TicketView takeaway(TicketView ticket, const QString &name)
{
    ticket.service = ServiceKind::Takeaway;
    ticket.customerName = name;
    return ticket;
}

TicketView holding(TicketView ticket, const QList<OrderLine> &lines, const QStringList &alsoAt = {})
{
    ticket.lines = lines;
    ticket.alsoAt = alsoAt;
    return ticket;
}

} // namespace

OrderLine SampleTickets::line(int quantity, const QString &id, const QString &en, ProductId product)
{
    OrderLine line;
    line.product = product.isNull() ? productFor(id) : product;
    line.name = {id, en};
    line.quantity = quantity;
    return line;
}

LineModifier SampleTickets::modifier(ModifierKind kind, const QString &id, const QString &en)
{
    LineModifier modifier;
    modifier.name = {id, en};
    modifier.kind = kind;
    return modifier;
}

TicketView SampleTickets::ticket(const QString &code, int counter, OrderState state, Milliseconds age)
{
    ++m_made;
    TicketView ticket;
    ticket.order = OrderId(QUuid(0x5a10'0000u + uint(m_made), 1, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, uchar(m_made)));
    ticket.outlet = outlet;
    ticket.number = {code, counter};
    ticket.state = state;
    ticket.placedAt = m_clock.steadyNow() - age;
    ticket.stateSince = ticket.placedAt;
    ticket.lines = {line(1, u"Soto ayam Lamongan"_s, u"Lamongan chicken soto"_s)};
    ticket.stamp.hlc = Hlc::of(Milliseconds(1'749'981'600'000) + Milliseconds(qint64(m_made)));
    ticket.stamp.seq = m_made;
    return ticket;
}

QList<TicketView> SampleTickets::lunch()
{
    using enum ModifierKind;
    const auto plain = [](const QString &id, const QString &en) { return modifier(Plain, id, en); };
    const auto no = [](const QString &id, const QString &en) { return modifier(Without, id, en); };
    const auto extra = [](const QString &id, const QString &en) { return modifier(Extra, id, en); };
    const QString soto = u"Soto ayam Lamongan"_s;
    const QString sotoEn = u"Lamongan chicken soto"_s;
    const auto rawon = [](int n) { return line(n, u"Rawon daging"_s, u"Beef rawon"_s); };
    const auto nasi = [](int n) { return line(n, u"Nasi putih"_s, u"Steamed rice"_s); };
    const auto betawi = [](int n) { return line(n, u"Soto Betawi"_s, u"Betawi soto"_s); };
    const auto tea = [](int n) { return line(n, u"Es teh manis"_s, u"Sweet iced tea"_s); };
    using enum OrderState;
    return {
        holding(at(ticket(u"A"_s, 31, Preparing, 552s), u"4"_s), {with(rawon(1), {no(u"tauge"_s, u"bean sprouts"_s)}, Allergen::Peanuts), nasi(1)},
                {u"Sate Pak Kumis"_s}),
        holding(takeaway(ticket(u"B"_s, 18, Pending, 501s), u"Rangga"_s),
                {with(line(3, soto, sotoEn), {no(u"seledri"_s, u"celery"_s), extra(u"koya"_s, u"koya"_s)}), line(1, u"Perkedel"_s, u"Potato fritter"_s)}),
        holding(at(ticket(u"A"_s, 34, Preparing, 400s), u"9"_s),
                {with(betawi(2), {plain(u"Pedas"_s, u"Hot"_s)}), line(1, u"Es jeruk peras"_s, u"Fresh orange juice"_s)}),
        holding(at(ticket(u"A"_s, 36, Preparing, 312s), u"15"_s, u"Hadi"_s),
                {with(line(4, soto, sotoEn), {extra(u"telur rebus"_s, u"boiled egg"_s)}), with(rawon(2), {extra(u"sambal"_s, u"sambal"_s)}), nasi(6),
                 with(line(1, u"Sop buntut"_s, u"Oxtail soup"_s), {}, Allergen::Milk)}),
        holding(takeaway(ticket(u"B"_s, 21, Preparing, 235s), u"Sari"_s),
                {with(line(1, soto, sotoEn), {plain(u"Sedang"_s, u"Medium"_s)}), with(betawi(1), {no(u"kentang"_s, u"potato"_s)}),
                 line(1, u"Kerupuk"_s, u"Crackers"_s)}),
        holding(at(ticket(u"A"_s, 38, Ready, 190s), u"2"_s), {betawi(1), tea(1)}, {u"Sate Pak Kumis"_s}),
        holding(at(ticket(u"A"_s, 40, Preparing, 108s), u"7"_s),
                {with(rawon(2), {plain(u"Pedas"_s, u"Hot"_s), extra(u"telur asin"_s, u"salted egg"_s)}), nasi(2), tea(1)}),
        holding(takeaway(ticket(u"B"_s, 23, Pending, 31s), u"Putri"_s),
                {with(line(1, soto, sotoEn), {no(u"soun"_s, u"glass noodles"_s)}, Allergen::Eggs)}),
        holding(at(ticket(u"A"_s, 42, Pending, 6s), u"12"_s, u"Dewi"_s),
                {with(line(2, soto, sotoEn), {plain(u"Sedang"_s, u"Medium"_s), plain(u"nasi"_s, u"rice"_s), extra(u"telur rebus"_s, u"boiled egg"_s)}),
                 line(1, u"Perkedel kentang"_s, u"Potato fritter"_s), tea(2)},
                {u"Sate Pak Kumis"_s}),
    };
}

QList<TicketView> SampleTickets::everyState()
{
    using enum OrderState;
    const auto betawi = [](int n) { return line(n, u"Soto Betawi"_s, u"Betawi soto"_s); };
    TicketView recalled = holding(at(ticket(u"A"_s, 27, Preparing, 482s), u"6"_s),
                                  {with(betawi(1), {modifier(ModifierKind::Without, u"santan"_s, u"coconut milk"_s)})});
    recalled.recalled = true;
    recalled.stateSince = m_clock.steadyNow() - 9s;
    TicketView cancelled = takeaway(ticket(u"B"_s, 16, Preparing, 260s), u"Anton"_s);
    OrderLine noted = line(1, u"Es kelapa muda"_s, u"Young coconut"_s);
    noted.note = u"gulanya dipisah, esnya sedikit"_s;
    return {
        recalled,
        cancelled,
        holding(at(ticket(u"A"_s, 31, Preparing, 552s), u"4"_s), {with(line(1, u"Rawon daging"_s, u"Beef rawon"_s), {}, Allergen::Peanuts)}),
        holding(at(ticket(u"A"_s, 34, Preparing, 400s), u"9"_s),
                {with(betawi(2), {modifier(ModifierKind::Extra, u"emping"_s, u"melinjo crackers"_s)})}),
        holding(takeaway(ticket(u"A"_s, 29, Ready, 331s), u"Wulan"_s),
                {line(1, u"Soto ayam"_s, u"Chicken soto"_s), line(1, u"Es teh manis"_s, u"Sweet iced tea"_s)}),
        holding(at(ticket(u"A"_s, 40, Preparing, 168s), u"7"_s),
                {line(2, u"Rawon daging"_s, u"Beef rawon"_s), line(1, u"Nasi putih"_s, u"Steamed rice"_s)}),
        holding(at(ticket(u"A"_s, 44, Pending, 12s), u"3"_s), {with(betawi(2), {modifier(ModifierKind::Plain, u"Sedang"_s, u"Medium"_s)})}),
        holding(at(ticket(u"A"_s, 45, Pending, 4s), u"1"_s), {noted}),
    };
}

QList<TicketView> SampleTickets::many(int count)
{
    static const QStringList dishes{u"Soto ayam Lamongan"_s, u"Soto Betawi"_s, u"Rawon daging"_s, u"Nasi putih"_s, u"Perkedel kentang"_s,
                                    u"Es teh manis"_s, u"Es jeruk peras"_s, u"Sop buntut"_s, u"Kerupuk udang"_s};
    QList<TicketView> tickets;
    for (int i = 0; i < count; ++i) {
        const OrderState state = i % 3 == 0 ? OrderState::Preparing : OrderState::Pending;
        TicketView ticket = at(this->ticket(i % 2 ? u"B"_s : u"A"_s, 100 + i, state, Milliseconds(4000) * (count - i)), QString::number(i % 30 + 1));
        ticket.lines.clear();
        for (int dish = 0; dish <= (i * 7) % 11; ++dish) {
            OrderLine ordered = line(1 + (i + dish) % 3, dishes.at((i + dish) % dishes.size()));
            if ((i + dish) % 4 == 0)
                ordered.modifiers << modifier(ModifierKind::Without, u"seledri"_s, u"celery"_s);
            ticket.lines << ordered;
        }
        tickets << ticket;
    }
    return tickets;
}

} // namespace saji
