// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/cart.h>

#include "choice.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

qsizetype chosenIn(const ModifierGroup &group, const QList<ModifierId> &chosen)
{
    return std::ranges::count_if(group.modifiers, [&](const Modifier &m) { return chosen.contains(m.id); });
}

QList<ModifierId> sorted(QList<ModifierId> ids)
{
    std::ranges::sort(ids);
    return ids;
}

//! The item as a basket keeps it: checked, its choices in the product's order, its note on one line.
Result<CartItem> accepted(const CartItem &item, const Menu &menu)
{
    if (item.quantity < 1 || item.quantity > Cart::maxQuantity)
        return Error{ErrorCode::InvalidArgument, u"a quantity is 1 to %1, not %2"_s.arg(Cart::maxQuantity).arg(item.quantity)};
    CartItem kept = item;
    kept.note = cleanText(item.note);
    if (kept.note.size() > CartItem::maxNoteLength)
        return Error{ErrorCode::InvalidArgument, u"a note has at most %1 characters"_s.arg(CartItem::maxNoteLength)};
    const auto product = sellable(kept, menu);
    if (!product)
        return product.error();
    kept.modifiers.clear();
    for (const auto &choice : choicesInOrder(**product, item.modifiers, menu))
        kept.modifiers.append(choice.modifier->id);
    return kept;
}

} // namespace

Choice findChoice(const Product &product, ModifierId modifier, const Menu &menu)
{
    for (const auto groupId : product.groups) {
        const auto *group = menu.group(groupId);
        if (!group)
            continue;
        const auto at = std::ranges::find(group->modifiers, modifier, &Modifier::id);
        if (at != group->modifiers.end())
            return {group, &*at};
    }
    return {};
}

QList<Choice> choicesInOrder(const Product &product, const QList<ModifierId> &chosen, const Menu &menu)
{
    QList<Choice> choices;
    for (const auto groupId : product.groups) {
        const auto *group = menu.group(groupId);
        if (!group)
            continue;
        for (const auto &modifier : group->modifiers) {
            if (chosen.contains(modifier.id))
                choices.append({group, &modifier});
        }
    }
    return choices;
}

Result<const Product *> sellable(const CartItem &item, const Menu &menu)
{
    const auto *product = menu.product(item.product);
    if (!product)
        return Error{ErrorCode::NotFound, u"there is no product %1"_s.arg(item.product.value())};
    if (!product->available)
        return Error{ErrorCode::Conflict, u"'%1' is not available"_s.arg(product->name.id)};
    for (qsizetype i = 0; i < item.modifiers.size(); ++i) {
        const auto choice = findChoice(*product, item.modifiers[i], menu);
        if (!choice)
            return Error{ErrorCode::NotFound, u"'%1' has no modifier %2"_s.arg(product->name.id).arg(item.modifiers[i].value())};
        if (!choice.modifier->available)
            return Error{ErrorCode::Conflict, u"'%1' is not available with '%2'"_s.arg(product->name.id, choice.modifier->name.id)};
        if (item.modifiers.indexOf(item.modifiers[i], i + 1) >= 0)
            return Error{ErrorCode::InvalidArgument, u"'%1' is chosen twice"_s.arg(choice.modifier->name.id)};
    }
    if (const auto unmet = unmetGroup(*product, item.modifiers, menu)) {
        const auto *group = menu.group(*unmet);
        return Error{ErrorCode::Conflict,
                     u"'%1': choose %2 to %3 of '%4'"_s.arg(product->name.id).arg(group->min).arg(group->max).arg(group->name.id)};
    }
    return product;
}

QString cleanText(const QString &text)
{
    QString clean = text.simplified();
    clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.isNonCharacter(); });
    return clean;
}

bool CartItem::sameChoice(const CartItem &other) const
{
    return product == other.product && note == other.note && allergyNote == other.allergyNote &&
           sorted(modifiers) == sorted(other.modifiers);
}

int Cart::portions() const
{
    int sum = 0;
    for (const auto &item : m_items)
        sum += item.quantity;
    return sum;
}

int Cart::portionsOf(ProductId product) const
{
    int sum = 0;
    for (const auto &item : m_items)
        sum += item.product == product ? item.quantity : 0;
    return sum;
}

Result<void> Cart::add(const CartItem &item, const Menu &menu)
{
    const auto kept = accepted(item, menu);
    if (!kept)
        return kept.error();
    const auto same = std::ranges::find_if(m_items, [&](const CartItem &line) { return line.sameChoice(*kept); });
    if (same == m_items.end()) {
        if (m_items.size() >= maxItems)
            return Error{ErrorCode::Conflict, u"a basket has at most %1 lines"_s.arg(maxItems)};
        m_items.append(*kept);
        return {};
    }
    if (same->quantity + kept->quantity > maxQuantity)
        return Error{ErrorCode::InvalidArgument, u"a line has at most %1 portions"_s.arg(maxQuantity)};
    same->quantity += kept->quantity;
    return {};
}

Result<void> Cart::replace(qsizetype index, const CartItem &item, const Menu &menu)
{
    if (index < 0 || index >= m_items.size())
        return Error{ErrorCode::InvalidArgument, u"the basket has no line %1"_s.arg(index)};
    auto kept = accepted(item, menu);
    if (!kept)
        return kept.error();
    // Changed into what another line already is: the two become one, where the changed one stood.
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (i == index || !m_items[i].sameChoice(*kept))
            continue;
        if (m_items[i].quantity + kept->quantity > maxQuantity)
            return Error{ErrorCode::InvalidArgument, u"a line has at most %1 portions"_s.arg(maxQuantity)};
        kept->quantity += m_items[i].quantity;
        m_items[index] = *kept;
        m_items.removeAt(i);
        return {};
    }
    m_items[index] = *kept;
    return {};
}

void Cart::setQuantity(qsizetype index, int quantity)
{
    if (index < 0 || index >= m_items.size())
        return;
    if (quantity <= 0)
        m_items.removeAt(index);
    else
        m_items[index].quantity = std::min(quantity, maxQuantity);
}

void Cart::remove(qsizetype index)
{
    setQuantity(index, 0);
}

void Cart::clear()
{
    m_items.clear();
}

std::optional<ModifierGroupId> unmetGroup(const Product &product, const QList<ModifierId> &chosen, const Menu &menu)
{
    for (const auto id : product.groups) {
        const auto *group = menu.group(id);
        if (!group)
            continue;
        const auto count = chosenIn(*group, chosen);
        if (count < group->min || count > group->max)
            return id;
    }
    return std::nullopt;
}

QList<ModifierId> defaultModifiers(const Product &product, const Menu &menu)
{
    QList<ModifierId> chosen;
    for (const auto id : product.groups) {
        const auto *group = menu.group(id);
        if (!group)
            continue;
        QList<ModifierId> available, marked;
        for (const auto &modifier : group->modifiers) {
            if (!modifier.available)
                continue;
            available.append(modifier.id);
            if (modifier.isDefault && marked.size() < group->max)
                marked.append(modifier.id);
        }
        // Where a guest must take all that there is, there is nothing to ask.
        chosen += available.size() == group->min ? available : marked;
    }
    return chosen;
}

QList<ModifierId> toggled(const Product &product, const QList<ModifierId> &chosen, ModifierId modifier, const Menu &menu)
{
    const auto choice = findChoice(product, modifier, menu);
    if (!choice)
        return chosen;
    auto result = chosen;
    const auto count = chosenIn(*choice.group, chosen);
    if (chosen.contains(modifier)) {
        // In a full group of several there is no other way to change one's mind than to give one back first.
        const bool fullOfSeveral = choice.group->max > 1 && count >= choice.group->max;
        if (count > choice.group->min || fullOfSeveral || !choice.modifier->available)
            result.removeAll(modifier);
        return result;
    }
    if (!choice.modifier->available)
        return result;
    if (choice.group->max > 1 && count >= choice.group->max)
        return result;
    if (choice.group->max == 1) {
        for (const auto &other : choice.group->modifiers)
            result.removeAll(other.id);
    }
    result.append(modifier);
    return result;
}

} // namespace saji
