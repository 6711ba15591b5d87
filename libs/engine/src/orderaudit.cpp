// SPDX-License-Identifier: GPL-3.0-or-later
#include <engine/orderaudit.h>

#include <engine/menudocs.h>

#include <algorithm>
#include <limits>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

QList<ModifierId> idsOf(const QList<LineModifier> &modifiers)
{
    QList<ModifierId> ids;
    for (const auto &modifier : modifiers)
        ids.append(modifier.id);
    return ids;
}

//! One order before one catalog.
class Audit
{
public:
    Audit(const PlacedOrder &order, const Menu &menu, const CatalogMoves &moves) : m_order(order), m_menu(menu), m_moves(moves) {}

    QList<OrderFlagged> run()
    {
        evaluatePromotions();
        qsizetype line = 0;
        for (const auto &part : m_order.parts) {
            checkPart(part, line);
            line += part.lines.size();
        }
        return m_flags;
    }

private:
    //! What the promotions of the order's moment take off its lines; nothing is known where the catalog has moved under one of them.
    void evaluatePromotions()
    {
        QList<Sale> sales;
        bool comparable = m_moves.promotions.isEmpty();
        for (const auto &part : m_order.parts) {
            for (const auto &line : part.lines) {
                const auto *product = m_menu.product(line.product);
                comparable = comparable && product && !hasMoved(*product);
                if (comparable)
                    sales.append({part.outlet, product->category, line.product, line.quantity, line.unit, product->price});
            }
        }
        if (!comparable)
            return;
        m_discounts = discountsFor(sales, m_menu.promotions(), m_menu.store().timeZone, moment());
    }

    PromotionMoment moment() const
    {
        PromotionMoment moment;
        if (m_order.pricedWallMs != 0)
            moment.wall = Milliseconds(m_order.pricedWallMs);
        // Whether a limit was reached is not ours to say here: the device counted what it had heard of.
        for (const auto &promotion : m_menu.promotions()) {
            const auto isGranted = [&](const OrderPart &part) {
                return std::ranges::count(part.discounts, promotion.id, &PartDiscount::promotion) > 0;
            };
            if (promotion.usageLimit > 0 && std::ranges::none_of(m_order.parts, isGranted))
                moment.uses.insert(promotion.id, promotion.usageLimit);
        }
        return moment;
    }

    Money discountOf(qsizetype line) const
    {
        Money sum;
        for (const auto &discount : *m_discounts)
            sum += discount.perSale.at(line);
        return sum;
    }

    void flag(const QString &code, const QString &detail) { m_flags.append({m_order.id, code, detail}); }

    bool hasMoved(const Product &product) const
    {
        return m_moves.products.contains(product.id) ||
               std::ranges::any_of(product.groups, [this](ModifierGroupId id) { return m_moves.groups.contains(id); });
    }

    void checkPart(const OrderPart &part, qsizetype firstLine)
    {
        const auto *outlet = m_menu.outlet(part.outlet);
        if (!outlet && !m_moves.outlets.contains(part.outlet))
            flag(u"unknown_outlet"_s, u"there is no outlet %1"_s.arg(part.outlet.value()));
        Money subtotal, taxable, discount;
        // A discount that cannot be worked out again makes the tax unknown as well.
        bool comparable = outlet && !m_moves.outlets.contains(part.outlet) && (m_discounts || part.discount.isZero());
        for (const auto &line : part.lines) {
            const auto *product = m_menu.product(line.product);
            if (!product && !m_moves.products.contains(line.product))
                flag(u"unknown_product"_s, u"%1: there is no product %2"_s.arg(line.name.id).arg(line.product.value()));
            const bool lineComparable = product && !hasMoved(*product);
            comparable = comparable && lineComparable;
            if (lineComparable)
                checkLine(part, line, *product);
            const auto off = m_discounts ? discountOf(firstLine + (&line - part.lines.constData())) : Money();
            subtotal += line.line;
            discount += off;
            if (product && product->taxable)
                taxable += line.line - off;
        }
        if (comparable && part.discount != discount) {
            flag(u"discount_differs"_s, u"%1: discount %2, by the catalog %3"_s.arg(part.outletName, part.discount.toDecimal(), discount.toDecimal()));
        } else if (comparable) {
            checkCharges(part, chargesOf(*outlet, subtotal - discount, taxable), subtotal);
        }
    }

    void checkLine(const OrderPart &part, const OrderLine &line, const Product &product)
    {
        if (product.outlet != part.outlet)
            flag(u"unknown_product"_s, u"%1 is not sold by outlet %2"_s.arg(line.name.id).arg(part.outlet.value()));
        const auto unit = unitPrice(product, idsOf(line.modifiers), m_menu);
        if (unit != line.unit || line.unit * line.quantity != line.line) {
            flag(u"price_differs"_s, u"%1: %2 x %3 = %4, in the catalog %2 x %5"_s.arg(line.name.id)
                                         .arg(line.quantity)
                                         .arg(line.unit.toDecimal(), line.line.toDecimal(), unit.toDecimal()));
        }
    }

    void checkCharges(const OrderPart &part, const Charges &charges, Money subtotal)
    {
        if (part.subtotal == subtotal && part.service == charges.service && part.tax == charges.tax && part.total == charges.total)
            return;
        const auto detail = u"%1: total %2, by the catalog %3"_s.arg(part.outletName, part.total.toDecimal(), charges.total.toDecimal());
        flag(u"price_differs"_s, detail);
    }

    const PlacedOrder &m_order;
    const Menu &m_menu;
    const CatalogMoves &m_moves;
    std::optional<QList<Discount>> m_discounts;
    QList<OrderFlagged> m_flags;
};

} // namespace

Result<CatalogMoves> movesSince(const CatalogStore &catalog, qint64 version)
{
    const auto page = catalog.changesSince(version, std::numeric_limits<int>::max() - 1);
    if (!page)
        return page.error();
    CatalogMoves moves;
    for (const auto &row : page->changes) {
        const auto id = row.id.toLongLong();
        if (row.kind == catalogkind::outlet)
            moves.outlets.insert(OutletId(id));
        else if (row.kind == catalogkind::product)
            moves.products.insert(ProductId(id));
        else if (row.kind == catalogkind::modifierGroup)
            moves.groups.insert(ModifierGroupId(id));
        else if (row.kind == catalogkind::promotion)
            moves.promotions.insert(PromotionId(id));
    }
    return moves;
}

QList<OrderFlagged> auditOrder(const PlacedOrder &order, const Menu &menu, const CatalogMoves &moves)
{
    if (order.catalogEpoch != menu.epoch() || order.catalogVersion > menu.version()) {
        const auto detail = u"priced with catalog version %1 of another epoch than this server's"_s.arg(order.catalogVersion);
        return {{order.id, u"unknown_catalog"_s, detail}};
    }
    return Audit(order, menu, moves).run();
}

} // namespace saji
