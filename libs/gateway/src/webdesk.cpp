// SPDX-License-Identifier: GPL-3.0-or-later
#include <gateway/webdesk.h>

#include "commitgroup.h"
#include "log.h"
#include "rawjson.h"
#include "tuning.h"
#include "weborder.h"

#include <domain/isoday.h>
#include <engine/daybook.h>
#include <engine/factfeed.h>
#include <engine/node.h>
#include <engine/orderdesk.h>

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

//! One statement that will be written with the next commit.
struct WebDesk::Waiting
{
    WebMessage message;
    std::optional<PlacedOrder> order; //!< to be numbered and placed
    QList<Fact> facts;                //!< steps of tickets
    std::optional<RoomNews> heardOnly; //!< a word that is no order and no step: rooms hear it, and no log keeps it
    WebReceipt receipt;
    Answer answer;
};

namespace {

//! With number, day and device it fits an event.
constexpr qsizetype maxPlacedBytes = EncodedFact::maxPayloadBytes - 1024;

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidArgument, what};
}

//! The steps from one state to another, as a cook would have taken them; nullopt when no cook could.
std::optional<QList<Fact>> stepsTo(OrderState to, const Ticket &ticket, const OrderId &order, const QString &reason)
{
    const QString by(webCook);
    QList<Fact> facts;
    if (to == ticket.state)
        return facts;
    if (to == OrderState::Cancelled)
        return mayBecome(ticket.state, to) ? std::optional(QList<Fact>{TicketCancelled{order, ticket.outlet, reason, by}}) : std::nullopt;
    if (recalledFrom(ticket.state) == to)
        return QList<Fact>{TicketRecalled{order, ticket.outlet, ticket.state, by}};
    for (auto state = ticket.state; state != to;) {
        const auto next = OrderState(quint8(state) + 1);
        if (next > OrderState::Completed || !mayBecome(state, next))
            return std::nullopt;
        facts.append(TicketAdvanced{order, ticket.outlet, next, by});
        state = next;
    }
    return facts;
}

//! What was ordered, without what it costs: prices may have been read from another menu.
QList<std::tuple<qint64, qint64, QString, int>> dishesOf(const PlacedOrder &order)
{
    QList<std::tuple<qint64, qint64, QString, int>> dishes;
    for (const auto &part : order.parts) {
        for (const auto &line : part.lines)
            dishes.append({part.outlet.value(), line.product.value(), line.note, line.quantity});
    }
    return dishes;
}

QByteArray keyOf(const WebStatement &statement)
{
    if (statement.key.isEmpty())
        return {};
    const auto text = statement.event + '\n' + statement.key;
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).first(16);
}

Result<void> append(LogWriter &writer, const EncodedFact &fact)
{
    const auto done = writer.append(fact.kind, fact.payload);
    return done ? Result<void>() : Result<void>(done.error());
}

} // namespace

WebDesk::WebDesk(const Rooms &rooms, const QString &code, QObject *parent)
    : QObject(parent), m_rooms(rooms), m_code(code), m_commitSoon(rooms.scheduler), m_group(std::make_unique<CommitGroup>())
{
    m_menu.menu = std::make_shared<const Menu>();
    connect(&rooms.node.menu(), &MenuService::changed, this, [this](const MenuState &state) { m_menu = state; });
    rooms.node.menu().announce();
}

WebDesk::~WebDesk() = default;

void WebDesk::say(const WebStatement &statement, Answer answer)
{
    if (m_waiting.size() >= tuning::maxWaiting) {
        answer(Error{ErrorCode::Busy, u"too much is waiting for the disk; say it again later"_s});
        return;
    }
    auto waiting = prepared(statement);
    if (!waiting) {
        answer(waiting.error());
        return;
    }
    waiting->answer = std::move(answer);
    m_hasSteps = m_hasSteps || waiting->order || !waiting->facts.isEmpty();
    m_waiting.append(std::move(*waiting));
    // What else has come in by then goes with it: one commit for all.
    if (m_group->isComplete(m_waiting.size()))
        m_commitSoon.start(Milliseconds(0), [this] { commit(); });
    else if (!m_commitSoon.isActive())
        m_commitSoon.start(Milliseconds(0), [this] { commitWhenGathered(); });
}

void WebDesk::commitWhenGathered()
{
    const auto wait = m_group->gatherFor(m_waiting.size(), m_rooms.clock.steadyNow());
    if (wait > Milliseconds(0))
        m_commitSoon.start(wait, [this] { commitWhenGathered(); });
    else
        commit();
}

Result<WebDesk::Waiting> WebDesk::prepared(const WebStatement &statement)
{
    const auto data = statement.data ? *statement.data : QJsonDocument::fromJson(statement.body).object();
    Waiting waiting;
    waiting.message.event = statement.event;
    waiting.message.body = rawjson::withoutControls(statement.body);
    waiting.message.key = keyOf(statement);
    waiting.message.via = statement.via;
    if (waiting.message.body.size() > WebMessage::maxBodyBytes)
        return Error{ErrorCode::TooLarge, u"data: at most %1 bytes"_s.arg(WebMessage::maxBodyBytes)};
    const bool isOrder = statement.meaning == WebStatement::Meaning::NewOrder || statement.meaning == WebStatement::Meaning::OfflineOrder;
    if (!isOrder && m_hasSteps)
        commit(); // it may speak of an order that still waits
    const auto done = isOrder ? prepareOrder(statement, data, waiting) : prepareNews(statement, data, waiting);
    if (!done)
        return done.error();
    if (const auto before = m_rooms.book.saidBefore(waiting.message.key); before && !waiting.message.key.isEmpty())
        waiting.receipt.replayed = true;
    waiting.receipt.rooms = waiting.message.rooms;
    if (statement.meaning == WebStatement::Meaning::Relay) {
        waiting.heardOnly = RoomNews{waiting.message.rooms, waiting.message.event, waiting.message.body, 0};
        // Only that it was said, with which key, is worth a place on the disks of a whole restaurant.
        waiting.message.body = "{}";
        waiting.message.rooms.clear();
    }
    const auto &message = waiting.message;
    waiting.receipt.orderId = message.clientId.isEmpty() && !message.number.isEmpty() ? rawjson::quoted(message.number) : message.clientId;
    return waiting;
}

Result<void> WebDesk::prepareOrder(const WebStatement &statement, const QJsonObject &data, Waiting &waiting)
{
    auto read = readWebOrder(data, waiting.message.body, statement.meaning == WebStatement::Meaning::OfflineOrder, *m_menu.menu);
    if (!read)
        return read.error();
    auto &message = waiting.message;
    message.isOrder = true;
    message.rooms = read->rooms;
    message.clientId = read->clientId;
    message.number = read->number;
    if (message.clientId.isEmpty() && message.number.isEmpty()) {
        // As published: who names no id gets one, which everybody hears.
        message.clientId = rawjson::quoted(createUuidV7(m_rooms.clock, m_rooms.random).toString(QUuid::WithoutBraces));
        message.body = rawjson::withMember(message.body, "id", message.clientId);
    }
    const auto id = read->placed ? read->placed->id : webOrderId(message.clientId, message.number);
    const auto before = placedBefore(id);
    waiting.receipt.order = before || read->placed ? id : OrderId();
    if (before && read->placed && dishesOf(*before) != dishesOf(*read->placed))
        return Error{ErrorCode::Conflict,
                     u"this order is here already with other dishes; give the new one an id or order_number of its own"_s};
    if (before || (!read->placed && m_rooms.book.find(message.clientId, message.number))) {
        waiting.receipt.replayed = true;
        return {};
    }
    if (!read->placed)
        return {};
    // Encoding is the dearest part of an order; small ones are surely small enough.
    const bool maybeTooLarge = message.body.size() > maxPlacedBytes / 8;
    if (maybeTooLarge && encodeFact(OrderPlaced{*read->placed}).payload.size() > maxPlacedBytes)
        return Error{ErrorCode::TooLarge, u"this order is too large; place it as two"_s};
    message.order = id;
    message.state = OrderState::Pending;
    waiting.order = read->placed;
    m_placing.insert(id, *read->placed);
    return {};
}

std::optional<PlacedOrder> WebDesk::placedBefore(const OrderId &id) const
{
    if (const auto at = m_placing.constFind(id); at != m_placing.cend())
        return *at;
    const auto order = m_rooms.node.book().order(id);
    return order ? std::optional(order->placed) : std::nullopt;
}

Result<void> WebDesk::prepareNews(const WebStatement &statement, const QJsonObject &data, Waiting &waiting)
{
    auto &message = waiting.message;
    const auto id = data.value("id"_L1);
    if (id.isDouble() || (id.isString() && id.toString().size() <= 64))
        message.clientId = rawjson::withoutControls(rawjson::member(message.body, "id"));
    message.number = data.value("order_number"_L1).toString().simplified().left(64);
    const auto uuid = OrderId::fromString(data.value("uuid"_L1).toString());
    auto known = m_rooms.book.find(message.clientId, message.number, uuid ? *uuid : OrderId());
    // Kitchens that poll know an order by our id alone.
    if (!known && message.number.isEmpty())
        known = m_rooms.book.find(message.clientId.toLongLong());
    const auto room = roomOf(data);
    message.rooms = room.isEmpty() && known ? known->rooms : room.isEmpty() ? QStringList() : QStringList{room};
    message.isSynced = statement.meaning == WebStatement::Meaning::Synced;
    waiting.receipt.id = known ? known->id : 0;
    message.order = waiting.receipt.order = known ? known->order : OrderId();
    const auto state = statement.meaning == WebStatement::Meaning::Complete ? OrderState::Completed
                       : statement.meaning == WebStatement::Meaning::Cancel ? std::optional(OrderState::Cancelled)
                       : statement.meaning == WebStatement::Meaning::Status ? orderStateFromWord(data.value("status"_L1).toString())
                                                                            : std::nullopt;
    return state ? prepareSteps(*state, waiting) : Result<void>();
}

Result<void> WebDesk::prepareSteps(OrderState to, Waiting &waiting)
{
    waiting.message.state = to;
    const auto order = m_rooms.node.book().order(waiting.message.order);
    if (!order)
        return {}; // of the server behind the client; those in the room know what it means
    const auto reason = QJsonDocument::fromJson(waiting.message.body).object().value("reason"_L1).toString();
    for (const auto &room : waiting.message.rooms) {
        const auto *ticket = order->ticket(outletOf(room));
        if (!ticket)
            return wrong(u"outlet_id: outlet %1 cooks nothing of this order"_s.arg(room));
        const auto facts = stepsTo(to, *ticket, order->placed.id, reason);
        if (!facts)
            return Error{ErrorCode::Conflict,
                         u"an order that is %1 cannot become %2"_s.arg(orderStateWord(ticket->state), orderStateWord(to))};
        waiting.facts += *facts;
    }
    return {};
}

void WebDesk::commit()
{
    m_commitSoon.stop();
    if (m_waiting.isEmpty())
        return;
    auto batch = std::exchange(m_waiting, {});
    const auto began = m_rooms.clock.steadyNow();
    const auto done = write(batch);
    m_group->committed(batch.size(), began, m_rooms.clock.steadyNow());
    m_placing.clear();
    m_hasSteps = false;
    if (done) {
        m_rooms.book.catchUp();
        for (const auto &waiting : std::as_const(batch)) {
            if (waiting.heardOnly && !waiting.receipt.replayed)
                m_rooms.book.relay(*waiting.heardOnly);
        }
    } else
        qCWarning(lcGateway).noquote() << batch.size() << "statements of web clients could not be kept:" << done.error().detail;
    emit committed();
    for (auto &waiting : batch) {
        if (!waiting.receipt.order.isNull()) {
            const auto known = m_rooms.book.find({}, {}, waiting.receipt.order);
            waiting.receipt.id = known ? known->id : 0;
        }
        waiting.answer(done ? Result<WebReceipt>(waiting.receipt) : Result<WebReceipt>(done.error()));
    }
}

Result<void> WebDesk::write(QList<Waiting> &batch)
{
    const auto leavesNothing = [](const Waiting &w) { return w.receipt.replayed || (w.heardOnly && w.message.key.isEmpty()); };
    if (std::ranges::all_of(batch, leavesNothing))
        return {};
    auto &log = m_rooms.node.log();
    const auto wall = m_rooms.clock.wallNow();
    const auto place = nextNumberPlace(businessDay(wall, m_menu.menu->store()), wall, log.now(), m_code, m_rooms.node.days());
    const auto counter = u"number/%1/%2"_s.arg(isoDay(place.day), m_code);
    QSet<QByteArray> keys;
    return log.write([&](LogWriter &writer) -> Result<void> {
        for (auto &waiting : batch) {
            auto &message = waiting.message;
            if (waiting.receipt.replayed || (!message.key.isEmpty() && keys.contains(message.key))) {
                waiting.receipt.replayed = true;
                continue;
            }
            if (leavesNothing(waiting))
                continue;
            keys.insert(message.key);
            // The message first: who reads the log knows by it under which name the order has been announced.
            const auto bytes = encodeWebMessage(message);
            const auto said = writer.append(WebMessage::kind, bytes);
            if (!said)
                return said.error();
            m_rooms.book.expect(bytes, message);
            if (message.isOrder && !waiting.order)
                waiting.receipt.id = said->arrival;
            for (const auto &fact : std::as_const(waiting.facts)) {
                if (const auto done = append(writer, encodeFact(fact)); !done)
                    return done;
            }
            if (!waiting.order)
                continue;
            auto order = *waiting.order;
            // What one of our devices has placed is what it has told its guest.
            while (order.device.isNull() && order.number.counter <= place.above) {
                const auto drawn = writer.draw(counter);
                if (!drawn)
                    return drawn.error();
                order.number = {m_code, int(*drawn)};
            }
            if (order.device.isNull()) {
                order.businessDay = place.day;
                order.device = log.identity().origin.device;
            }
            if (order.placedWallMs == 0)
                order.placedWallMs = wall.count();
            const Fact placed = OrderPlaced{order};
            const auto encoded = encodeFact(placed);
            if (const auto done = append(writer, encoded); !done)
                return done;
            m_rooms.node.feed().expect(encoded, placed);
        }
        return {};
    });
}

} // namespace saji
