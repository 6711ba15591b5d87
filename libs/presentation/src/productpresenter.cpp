// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/productpresenter.h>

#include <domain/pricing.h>
#include <presentation/menuwords.h>

using namespace Qt::StringLiterals;

namespace saji {

ProductPresenter::ProductPresenter(LanguageSwitch &language, QObject *parent) : QObject(parent), m_language(language)
{
    m_state.menu = std::make_shared<const Menu>();
    connect(&language, &LanguageSwitch::changed, this, &ProductPresenter::refresh);
}

void ProductPresenter::setMenuState(const MenuState &state)
{
    Q_ASSERT(state.menu);
    m_state = state;
    if (isOpen())
        refresh();
}

Result<void> ProductPresenter::open(ProductId id)
{
    const Product *product = menu().product(id);
    if (!product)
        return Error{ErrorCode::NotFound, u"no product %1 in the menu"_s.arg(id.value())};
    m_item = {};
    m_item.product = id;
    m_item.modifiers = defaultModifiers(*product, menu());
    m_row = -1;
    refresh();
    return {};
}

Result<void> ProductPresenter::change(int row, const CartItem &item)
{
    if (!menu().product(item.product))
        return Error{ErrorCode::NotFound, u"no product %1 in the menu"_s.arg(item.product.value())};
    m_item = item;
    m_row = row;
    refresh();
    return {};
}

void ProductPresenter::close()
{
    m_item = {};
    m_row = -1;
    m_groups.clear();
}

const Product *ProductPresenter::product() const
{
    return menu().product(m_item.product);
}

QString ProductPresenter::title() const
{
    return product() ? product()->name.in(m_language.language()) : QString();
}

QString ProductPresenter::description() const
{
    return product() ? product()->description.in(m_language.language()) : QString();
}

QString ProductPresenter::outletName() const
{
    const Outlet *outlet = product() ? menu().outlet(product()->outlet) : nullptr;
    return outlet ? outlet->name : QString();
}

QString ProductPresenter::price() const
{
    return product() ? displayMoney(product()->price, m_language.language()) : QString();
}

QString ProductPresenter::total() const
{
    if (!product())
        return {};
    return displayMoney(unitPrice(*product(), m_item.modifiers, menu()) * m_item.quantity, m_language.language());
}

QString ProductPresenter::containsAllergens() const
{
    const QString words = product() ? MenuWords::allergens(product()->allergens) : QString();
    return words.isEmpty() ? words : tr("Contains %1").arg(words);
}

QString ProductPresenter::cookingTime() const
{
    return product() && product()->minutes > 0 ? tr("About %n minute(s)", nullptr, product()->minutes) : QString();
}

bool ProductPresenter::isSold() const
{
    return m_state.sells(m_item.product);
}

std::optional<ModifierGroupId> ProductPresenter::missing() const
{
    return product() ? unmetGroup(*product(), m_item.modifiers, menu()) : std::nullopt;
}

QString ProductPresenter::missingWords() const
{
    const auto unmet = missing();
    const ModifierGroup *group = unmet ? menu().group(*unmet) : nullptr;
    return group ? tr("Choose: %1").arg(group->name.in(m_language.language())) : QString();
}

QString ProductPresenter::noteSummary() const
{
    QStringList parts;
    if (m_item.allergyNote)
        parts << tr("Allergy: %1").arg(MenuWords::allergens(m_item.allergyNote));
    if (!m_item.note.isEmpty())
        parts << m_item.note;
    return parts.join(u" · "_s);
}

void ProductPresenter::toggle(ModifierId modifier)
{
    if (!product())
        return;
    m_item.modifiers = toggled(*product(), m_item.modifiers, modifier, menu());
    refresh();
}

void ProductPresenter::setQuantity(int quantity)
{
    m_item.quantity = std::clamp(quantity, 1, Cart::maxQuantity);
    refresh();
}

void ProductPresenter::setNote(const QString &note)
{
    m_item.note = note.simplified().left(longestNote);
    refresh();
}

void ProductPresenter::toggleAllergy(Allergen allergen)
{
    m_item.allergyNote ^= allergen;
    refresh();
}

void ProductPresenter::refresh()
{
    m_groups.clear();
    if (const Product *known = product()) {
        for (const ModifierGroupId id : known->groups) {
            if (const ModifierGroup *group = menu().group(id))
                m_groups << view(*group);
        }
    }
    emit changed();
}

OptionGroupView ProductPresenter::view(const ModifierGroup &group) const
{
    OptionGroupView result;
    result.id = group.id;
    result.name = group.name.in(m_language.language());
    result.rule = rule(group);
    result.single = group.max == 1;
    result.spice = group.style == GroupStyle::Spice && result.single;
    for (const Modifier &modifier : group.modifiers) {
        result.options << OptionView{modifier.id, modifier.name.in(m_language.language()),
                                     modifier.priceAdjustment.isZero() ? QString() : displayAdjustment(modifier.priceAdjustment, m_language.language()),
                                     m_item.modifiers.contains(modifier.id), modifier.available};
    }
    return result;
}

QString ProductPresenter::rule(const ModifierGroup &group) const
{
    if (group.max == 1)
        return group.isRequired() ? tr("Choose one") : tr("Optional");
    if (group.min > 0 && group.min == group.max)
        return tr("Choose %1").arg(group.min);
    if (group.min > 0)
        return tr("Choose %1 to %2").arg(group.min).arg(group.max);
    return group.max >= group.modifiers.size() ? tr("As many as you like") : tr("Up to %1").arg(group.max);
}

} // namespace saji
