// SPDX-License-Identifier: GPL-3.0-or-later
#include <simulation/lunch.h>

#include "tuning.h"

#include <simulation/inspection.h>

#include <engine/orderbook.h>
#include <restaurant/smallmenu.h>
#include <store/catalogstore.h>
#include <store/eventlog.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;

namespace {

//! Below are the houses on which the planted bugs are counted.
constexpr quint64 firstFinding = 1000;

} // namespace

House House::draw(quint64 seed)
{
    SeededRandom random(seed ^ 0x686f757365);
    House house;
    house.hub = random.below(5) != 0;
    house.kiosks = 1 + int(random.below(4));
    house.kitchens = 1 + int(random.below(6));
    house.isFinding = seed >= firstFinding && seed % 4 == 3;
    return house;
}

Lunch::Lunch(quint64 seed, const House &house) : m_restaurant(seed), m_random(seed ^ 0x6c756e6368)
{
    seedSqlite(quint32(seed));
    furnish(house);
}

Lunch::~Lunch() = default;

void Lunch::furnish(const House &house)
{
    m_isFinding = house.isFinding;
    add(u"server"_s, NodeKind::Server, {}, 0, false);
    m_restaurant.importMenu(smallMenuFile());
    if (house.hub)
        add(u"hub"_s, NodeKind::Hub, {}, 0, false);
    for (int i = 0; i < house.kiosks; ++i)
        add(u"kiosk%1"_s.arg(i + 1), NodeKind::Kiosk, QString(QChar(u'A' + i)), 0, house.hub);
    for (int i = 0; i < house.kitchens; ++i)
        add(u"kitchen%1"_s.arg(i + 1), NodeKind::Kitchen, {}, i % 3 + 1, house.hub);
    m_restaurant.pass(tuning::openingTime);
}

void Lunch::add(const QString &address, NodeKind kind, const QString &code, int outlet, bool hasHub)
{
    NodeOptions options;
    options.kind = kind;
    options.name = address;
    options.store = u"pasar-saji"_s;
    options.deviceCode = code;
    options.outlet = OutletId(outlet);
    if (m_isFinding) {
        options.discovery.where = DiscoveryOptions::Where::Lan;
        for (const auto &box : m_boxes)
            m_lines.append({address, box->name()});
    } else if (kind != NodeKind::Server) {
        options.server = QUrl(u"http://server"_s);
        m_lines.append({address, u"server"_s});
    }
    if (hasHub && !m_isFinding) {
        options.hub = QUrl(u"http://hub"_s);
        m_lines.append({address, u"hub"_s});
    }
    auto &device = m_restaurant.add(address, options);
    // Half of the clocks were never right.
    const auto skew = Milliseconds(qint64(m_random.below(quint64(2 * tuning::clockSkew.count()))) - tuning::clockSkew.count());
    if (m_random.below(2) == 0)
        device.clock.jumpWall(skew);
    m_boxes.push_back(std::make_unique<Box>(device, m_restaurant, m_ledger, m_random.next()));
    m_boxes.back()->switchOn();
}

Outcome Lunch::run(const Plan &plan)
{
    const auto opened = m_restaurant.scheduler().now();
    for (const Step &step : plan) {
        pass(step.at - (m_restaurant.scheduler().now() - opened));
        perform(step);
        buryTheDead();
        watchThePutBack();
    }
    if (!m_restaurant.standsStill()) {
        repairAll();
        conclude();
    }
    if (m_restaurant.standsStill())
        m_ledger.violated(u"time does not go on: everybody answers at once, for ever"_s);
    m_outcome.violations = m_ledger.violations();
    m_outcome.confirmed = int(m_ledger.confirmed().size());
    m_outcome.refused = int(m_ledger.baskets().size()) - m_outcome.confirmed;
    m_outcome.gone = m_ledger.gone();
    m_outcome.virtualTime = m_restaurant.scheduler().now();
    return m_outcome;
}

void Lunch::pass(Milliseconds time)
{
    const auto until = m_restaurant.scheduler().now() + time;
    const auto someoneDied = [this] {
        return std::ranges::any_of(m_boxes, [](const auto &box) { return box->device().isOn() && box->disk().isDead(); });
    };
    while (m_restaurant.scheduler().now() < until && !m_restaurant.standsStill()) {
        const auto some = std::min(until - m_restaurant.scheduler().now(), tuning::moment);
        if (m_restaurant.passUntil(someoneDied, some))
            buryTheDead();
        watchThePutBack();
        for (const auto &box : m_boxes)
            box->look();
        markSeen();
        buryTheDead();
    }
}

template<class Condition>
VersionVector Lunch::pastOf(Box &box, Condition condition) const
{
    const auto device = box.device().node().log().identity().origin.device;
    VersionVector past;
    for (const auto &other : m_boxes) {
        if (!condition(*other))
            continue;
        const auto &known = other->have().entries();
        for (auto it = known.cbegin(); it != known.cend(); ++it) {
            if (it.key().device == device)
                past.raise(it.key(), it.value());
        }
    }
    return past;
}

void Lunch::watchThePutBack()
{
    for (const auto &box : m_boxes) {
        if (!box->isPutBack() || !box->device().isOn())
            continue;
        const auto all = pastOf(*box, [](const Box &) { return true; });
        if (box->have().covers(all)) {
            box->hasItsPastBack();
            continue;
        }
        auto told = pastOf(*box, [](const Box &other) { return other.isStar(); });
        told.merge(box->have());
        if (!told.covers(all))
            box->waitForItsPast();
    }
}

void Lunch::buryTheDead()
{
    for (const auto &box : m_boxes) {
        if (!box->device().isOn() || !box->disk().isDead())
            continue;
        ++m_outcome.deaths;
        note(box->name() + u" dies while it writes"_s);
        box->switchOff();
    }
}

void Lunch::perform(const Step &step)
{
    using enum Happening;
    switch (step.what) {
    case Order: return performOrder(step);
    case OrderAgain: return performOrderAgain(step);
    case Advance:
    case Recall:
    case Cancel: return performAtKitchen(step);
    case Rush: return performRush(step);
    case SoldOut: return performSoldOut(step);
    case EditPrice:
    case Withdraw: return performAtOffice(step);
    case CutLine:
    case LineDown:
    case FreezeLine:
    case FreezeOneWay:
    case SlowLine:
    case RefuseSocket:
    case ResendFrame:
    case TearFrame:
    case HoldFrame:
    case HealLine: return performOnLine(step);
    case Stop:
    case GoOn:
    case SwitchOff:
    case Kill:
    case PowerCut:
    case KillAtWrite:
    case PowerCutAtWrite:
    case SwitchOn:
    case JumpClock: return performOnProcess(step);
    case DiskFull:
    case DiskReadOnly:
    case DiskError:
    case DiskWell:
    case CorruptPage:
    case KeepImage:
    case RestoreImage:
    case Reimage: return performOnDisk(step);
    case Count: return;
    }
}

void Lunch::markSeen()
{
    for (const auto &box : m_boxes)
        box->markSeen();
}

void Lunch::repairAll()
{
    note(u"everything is repaired"_s);
    for (const auto &line : std::as_const(m_lines))
        healLine(line);
    for (const auto &box : m_boxes) {
        m_restaurant.network().clearTricks(box->name());
        box->setFault(FaultyDisk::Fault::None);
        box->disk().dieAtOperation(0, false);
        box->device().setStopped(false);
        // A bad sector is noticed and dealt with at the next start.
        if (box->isSpoiled() || box->disk().isDead())
            box->switchOff();
        if (!box->device().isOn())
            switchOn(*box);
        if (!box->device().isOn())
            m_ledger.violated(u"%1 does not start again: %2"_s.arg(box->name(), box->device().openError->detail));
    }
}

bool Lunch::isQuiet() const
{
    auto &server = m_boxes.front()->device().node();
    const auto menu = server.catalog().version();
    const bool isAllSent = std::ranges::all_of(m_boxes, [&menu](const auto &box) {
        return box->device().sync.pending == 0 && box->device().node().catalog().version() == menu;
    });
    return isAllSent && std::ranges::all_of(m_ledger.baskets(), [&server](const BasketId &basket) {
        const auto order = server.book().order(OrderBook::orderIdOf(basket));
        return !order || order->registeredAs != 0;
    });
}

void Lunch::conclude()
{
    if (!std::ranges::all_of(m_boxes, [](const auto &box) { return box->device().isOn(); }))
        return;
    const auto repaired = m_restaurant.scheduler().now();
    bool settled = m_restaurant.settle(tuning::healingBound);
    m_outcome.healed = m_restaurant.scheduler().now() - repaired;
    for (int i = 0; i < 2; ++i) { // what was just heard of is painted, and the news of that travels
        markSeen();
        pass(tuning::aftermath);
    }
    settled = settled && m_restaurant.passUntil([this] { return isQuiet(); }, tuning::healingBound) && m_restaurant.settle(tuning::healingBound);
    pass(tuning::moment); // a new menu is on every screen
    if (!settled)
        m_ledger.violated(u"the worlds were not equal %1 s after everything was repaired"_s.arg(tuning::healingBound.count() / 1000));
    inspect(m_boxes, m_ledger);
    m_outcome.events = quint64(m_boxes.front()->device().node().log().lastArrival());
}

QByteArray Lunch::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(digestOf(m_boxes));
    hash.addData(m_outcome.trace.join(u'\n').toUtf8());
    return hash.result().toHex();
}

QByteArray Lunch::menuFile() const
{
    auto file = QJsonDocument::fromJson(smallMenuFile()).object();
    QJsonArray products;
    for (const auto &value : file.value("products"_L1).toArray()) {
        auto product = value.toObject();
        const int id = product.value("id"_L1).toInt();
        if (m_withdrawn.contains(id))
            continue;
        if (m_prices.contains(id))
            product.insert("price"_L1, u"%1.00"_s.arg(m_prices.value(id)));
        products.append(product);
    }
    file.insert("products"_L1, products);
    return QJsonDocument(file).toJson(QJsonDocument::Compact);
}

void Lunch::note(const QString &line)
{
    m_outcome.trace << u"%1 s  %2"_s.arg(double(m_restaurant.scheduler().now().count()) / 1000.0, 9, 'f', 3).arg(line);
}

} // namespace saji
