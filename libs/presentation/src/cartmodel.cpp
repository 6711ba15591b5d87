// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/cartmodel.h>

#include <presentation/menuwords.h>

#include <map>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QStringList modifierNames(const CartItem &item, const Product &product, const Menu &menu, const QString &language)
{
    QStringList names;
    for (const ModifierGroupId id : product.groups) {
        const ModifierGroup *group = menu.group(id);
        if (!group)
            continue;
        for (const Modifier &modifier : group->modifiers) {
            if (item.modifiers.contains(modifier.id))
                names << modifier.name.in(language);
        }
    }
    return names;
}

} // namespace

CartModel::CartModel(LanguageSwitch &language, const Clock &clock, Random &random, QObject *parent)
    : QAbstractListModel(parent), m_language(language), m_clock(clock), m_random(random), m_cart(BasketId::create(clock, random))
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&language, &LanguageSwitch::changed, this, &CartModel::refresh);
}

void CartModel::setMenuState(const MenuState &state)
{
    Q_ASSERT(state.menu);
    m_state = state;
    refresh();
}

Result<void> CartModel::add(const CartItem &item)
{
    if (!m_state.sells(item.product))
        return Error{ErrorCode::Conflict, u"product %1 is sold out"_s.arg(item.product.value())};
    if (const auto added = m_cart.add(item, *m_state.menu); !added)
        return added.error();
    touched(item);
    return {};
}

Result<void> CartModel::replace(int row, const CartItem &item)
{
    if (const auto replaced = m_cart.replace(m_lines.at(row).item, item, *m_state.menu); !replaced)
        return replaced.error();
    touched(item);
    return {};
}

void CartModel::setQuantity(int row, int quantity)
{
    const qsizetype index = m_lines.at(row).item;
    const CartItem item = m_cart.items().at(index);
    m_cart.setQuantity(index, quantity);
    touched(item);
}

void CartModel::removeUnavailable()
{
    for (qsizetype index = m_cart.items().size() - 1; index >= 0; --index) {
        if (m_unsold.contains(index))
            m_cart.remove(index);
    }
    refresh();
}

void CartModel::setService(ServiceKind service)
{
    m_cart.service = service;
    refresh();
}

void CartModel::setTable(const QString &table)
{
    m_cart.table = table;
    emit changed();
}

void CartModel::setCustomerName(const QString &name)
{
    m_cart.customerName = name;
    emit changed();
}

void CartModel::startAnew()
{
    m_cart = Cart(BasketId::create(m_clock, m_random));
    m_lastTouched.reset();
    m_memory.clear();
    refresh();
}

QString CartModel::summary() const
{
    const QString portions = MenuWords::portions(m_priced.portions);
    if (m_groups.size() < 2)
        return portions;
    //: %1 is "3 portions", %n the number of outlets they come from
    return tr("%1 from %n outlet(s)", nullptr, int(m_groups.size())).arg(portions);
}

int CartModel::waitingMinutes() const
{
    int minutes = 0;
    for (const OutletTotals &outlet : m_priced.outlets)
        minutes = std::max(minutes, outlet.minutes);
    return minutes;
}

QHash<ProductId, int> CartModel::counts() const
{
    QHash<ProductId, int> counts;
    for (const CartItem &item : m_cart.items())
        counts[item.product] += item.quantity;
    return counts;
}

int CartModel::lastTouchedRow() const
{
    for (int row = 0; m_lastTouched && row < m_lines.size(); ++row) {
        if (item(row).sameChoice(*m_lastTouched))
            return row;
    }
    return -1;
}

int CartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant CartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CartLine &line = m_lines.at(index.row());
    switch (role) {
    case Role::Title: return line.title;
    case Role::Art: return line.art;
    case Role::Choices: return line.choices;
    case Role::Allergy: return line.allergy;
    case Role::Price: return line.price;
    case Role::Quantity: return line.quantity;
    case Role::Unavailable: return line.unavailable;
    case Role::Outlet: return line.outlet.value();
    default: return {};
    }
}

void CartModel::touched(const CartItem &item)
{
    m_lastTouched = item;
    refresh();
}

void CartModel::refresh()
{
    remember();
    priceAgain();
    takeOver(makeLines());
    m_sums = makeSums();
    emit changed();
}

void CartModel::remember()
{
    for (const CartItem &item : m_cart.items()) {
        const Product *product = m_state.menu->product(item.product);
        const Outlet *outlet = product ? m_state.menu->outlet(product->outlet) : nullptr;
        if (outlet)
            m_memory.insert(item.product, {*product, *outlet});
    }
}

void CartModel::priceAgain()
{
    const PromotionMoment moment{m_clock.wallNow(), m_state.promotionUses};
    m_cart.pricedAt = moment.wall;
    const PricedCart all = price(m_cart, *m_state.menu, moment);
    m_unsold = QSet<qsizetype>(all.unavailable.begin(), all.unavailable.end());
    for (qsizetype i = 0; i < m_cart.items().size(); ++i) {
        if (!m_state.sells(m_cart.items().at(i).product))
            m_unsold << i;
    }
    if (m_unsold.size() == all.unavailable.size()) {
        m_priced = all;
        m_cart.agreedTotal = m_priced.total;
        return;
    }
    // The price function knows the catalog, not what a kitchen has just run out of: price the rest, in the places of the whole.
    Cart rest = m_cart;
    QList<qsizetype> places;
    for (qsizetype i = 0; i < m_cart.items().size(); ++i) {
        if (m_unsold.contains(i))
            rest.remove(places.size());
        else
            places << i;
    }
    m_priced = price(rest, *m_state.menu, moment);
    m_priced.unavailable = m_unsold.values();
    m_cart.agreedTotal = m_priced.total;
    for (OutletTotals &outlet : m_priced.outlets) {
        for (PricedItem &item : outlet.items)
            item.index = places.at(item.index);
    }
}

const Outlet *CartModel::outletOf(ProductId product) const
{
    const auto known = m_memory.constFind(product);
    return known == m_memory.cend() ? nullptr : &known->outlet;
}

CartLine CartModel::makeLine(qsizetype index) const
{
    const CartItem &item = m_cart.items().at(index);
    const auto known = m_memory.constFind(item.product);
    CartLine line;
    line.item = index;
    line.product = item.product;
    line.quantity = item.quantity;
    line.unavailable = m_unsold.contains(index);
    if (known != m_memory.cend()) {
        line.outlet = known->outlet.id;
        line.title = known->product.name.in(m_language.language());
        line.art = known->product.art;
        if (const Category *category = m_state.menu->category(known->product.category); line.art.isEmpty() && category)
            line.art = category->art;
        QStringList choices = modifierNames(item, known->product, *m_state.menu, m_language.language());
        if (!item.note.isEmpty())
            choices << u"\u201c%1\u201d"_s.arg(item.note);
        line.choices = choices.join(u" · "_s);
    }
    if (item.allergyNote)
        line.allergy = tr("allergy: %1").arg(MenuWords::allergens(item.allergyNote));
    for (const OutletTotals &outlet : m_priced.outlets) {
        for (const PricedItem &priced : outlet.items) {
            if (priced.index == index && !line.unavailable)
                line.price = money(priced.line);
        }
    }
    return line;
}

QList<CartLine> CartModel::makeLines()
{
    QList<OutletId> order;
    for (const Outlet &outlet : m_state.menu->outlets())
        order << outlet.id;
    std::map<qsizetype, QList<CartLine>> byPlace;
    for (qsizetype index = 0; index < m_cart.items().size(); ++index) {
        const CartLine line = makeLine(index);
        const qsizetype place = order.indexOf(line.outlet);
        byPlace[place < 0 ? order.size() : place] << line; // an outlet that the menu has forgotten comes last
    }
    QList<CartLine> lines;
    m_groups.clear();
    for (const auto &[place, own] : byPlace) {
        CartGroup group;
        group.outlet = own.first().outlet;
        group.firstRow = int(lines.size());
        group.rows = int(own.size());
        if (const Outlet *outlet = outletOf(own.first().product)) {
            group.name = outlet->name;
            group.monogram = outlet->monogram;
            group.rgb = outlet->hue;
        }
        for (const OutletTotals &totals : m_priced.outlets) {
            if (totals.outlet == group.outlet)
                group.waiting = MenuWords::minutes(totals.minutes);
        }
        m_groups << group;
        lines << own;
    }
    return lines;
}

QList<CartSum> CartModel::makeSums() const
{
    QList<CartSum> sums{{tr("Subtotal, %1").arg(MenuWords::portions(m_priced.portions)), money(m_priced.subtotal)}};
    for (const PricedDiscount &discount : m_priced.discounts) {
        if (const Promotion *promotion = m_state.menu->promotion(discount.promotion))
            sums << CartSum{promotion->name.in(m_language.language()), money(-discount.amount)};
    }
    // Outlets of one rate share a row; a food court seldom has more than one.
    std::map<int, Money> services;
    std::map<std::pair<QString, int>, Money> taxes;
    for (const OutletTotals &totals : m_priced.outlets) {
        const Outlet *outlet = m_state.menu->outlet(totals.outlet);
        if (!outlet)
            continue;
        if (!totals.service.isZero())
            services[outlet->serviceChargeBasisPoints] += totals.service;
        if (!totals.tax.isZero())
            taxes[{outlet->taxName, outlet->taxBasisPoints}] += totals.tax;
    }
    const QLocale locale = m_language.locale();
    for (const auto &[rate, amount] : services)
        sums << CartSum{tr("Service charge %1%").arg(MenuWords::percent(rate, locale)), money(amount)};
    for (const auto &[tax, amount] : taxes)
        sums << CartSum{tr("Restaurant tax %1 %2%").arg(tax.first, MenuWords::percent(tax.second, locale)), money(amount)};
    return sums;
}

void CartModel::takeOver(const QList<CartLine> &lines)
{
    // Rows that stay must not be rebuilt under a finger that is pressing their stepper.
    const auto same = [](const CartLine &a, const CartLine &b) { return a.product == b.product && a.choices == b.choices && a.allergy == b.allergy; };
    qsizetype head = 0;
    while (head < lines.size() && head < m_lines.size() && same(lines.at(head), m_lines.at(head)))
        ++head;
    qsizetype tail = 0;
    while (tail < lines.size() - head && tail < m_lines.size() - head
           && same(lines.at(lines.size() - 1 - tail), m_lines.at(m_lines.size() - 1 - tail)))
        ++tail;
    const qsizetype gone = m_lines.size() - head - tail;
    const qsizetype come = lines.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_lines.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        for (qsizetype i = 0; i < come; ++i)
            m_lines.insert(head + i, lines.at(head + i));
        endInsertRows();
    }
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row) == lines.at(row))
            continue;
        m_lines[row] = lines.at(row);
        emit dataChanged(index(row), index(row));
    }
}

} // namespace saji
