// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/random.h>
#include <domain/order.h>

namespace saji::foodcourt {
using namespace Qt::StringLiterals;

constexpr OutletId soto{1};
constexpr OutletId sate{2};
constexpr CategoryId meals{1};
constexpr CategoryId drinks{2};
constexpr ProductId sotoAyam{11};
constexpr ProductId perkedel{12};
constexpr ProductId esTeh{13};
constexpr ProductId sateAyam{21};
constexpr ModifierGroupId spice{1};
constexpr ModifierGroupId side{2};
constexpr ModifierGroupId extras{3};
constexpr ModifierId mild{100}, medium{101}, hot{102};
constexpr ModifierId rice{110}, lontong{111}, noRice{112};
constexpr ModifierId egg{120}, tripe{121}, koya{122};

inline Money rupiah(qint64 amount)
{
    return Money(amount * 100);
}

inline Modifier modifier(ModifierId id, const QString &name, qint64 adjustment = 0)
{
    Modifier m;
    m.id = id;
    m.name = {name, {}};
    m.priceAdjustment = rupiah(adjustment);
    return m;
}

inline Product product(ProductId id, OutletId outlet, const QString &name, qint64 price, const QList<ModifierGroupId> &groups = {})
{
    Product p;
    p.id = id;
    p.outlet = outlet;
    p.category = meals;
    p.name = {name, {}};
    p.price = rupiah(price);
    p.art = u"soto"_s;
    p.groups = groups;
    return p;
}

//! Two outlets of the story in the look's mockups: soto with choices, sate without.
inline Menu::Parts parts()
{
    Menu::Parts parts;
    parts.store.code = u"pasar-saji"_s;
    parts.store.name = {u"Pasar Saji"_s, {}};
    parts.version = 42;
    parts.epoch = u"e1"_s;
    Outlet bt;
    bt.id = soto;
    bt.name = u"Soto Bu Tini"_s;
    bt.monogram = u"BT"_s;
    bt.hue = 0x8A5A00;
    bt.taxName = u"PB1"_s;
    bt.taxBasisPoints = 1000;
    Outlet pk = bt;
    pk.id = sate;
    pk.name = u"Sate Pak Kumis"_s;
    pk.monogram = u"PK"_s;
    parts.outlets = {bt, pk};
    parts.stations = {{u"soto.kuah"_s, soto, {u"Kuah"_s, {}}}, {u"sate.bakar"_s, sate, {u"Bakar"_s, {}}}};
    parts.categories = {{meals, {u"Makanan"_s, u"Meals"_s}, u"soto"_s, 0}, {drinks, {u"Minuman"_s, u"Drinks"_s}, u"es_teh"_s, 1}};
    ModifierGroup level{spice, {u"Tingkat pedas"_s, u"Spice"_s}, 1, 1, GroupStyle::Spice, {}};
    level.modifiers = {modifier(mild, u"Sedikit"_s), modifier(medium, u"Sedang"_s), modifier(hot, u"Pedas"_s)};
    level.modifiers[1].isDefault = true;
    ModifierGroup with{side, {u"Disajikan dengan"_s, u"Served with"_s}, 1, 1, GroupStyle::Choice, {}};
    with.modifiers = {modifier(rice, u"Nasi putih"_s, 6000), modifier(lontong, u"Lontong"_s, 5000), modifier(noRice, u"Tanpa nasi"_s)};
    with.modifiers[2].kind = ModifierKind::Without;
    ModifierGroup more{extras, {u"Tambahan"_s, u"Extras"_s}, 0, 2, GroupStyle::Choice, {}};
    more.modifiers = {modifier(egg, u"Telur rebus"_s, 4000), modifier(tripe, u"Sate usus"_s, 7000), modifier(koya, u"Ekstra koya"_s, 2000)};
    parts.groups = {level, with, more};
    parts.products = {product(sotoAyam, soto, u"Soto ayam Lamongan"_s, 28000, {spice, side, extras}),
                      product(perkedel, soto, u"Perkedel kentang"_s, 9000), product(esTeh, soto, u"Es teh manis"_s, 8000),
                      product(sateAyam, sate, u"Sate ayam Madura"_s, 38000)};
    parts.products[0].station = u"soto.kuah"_s;
    parts.products[0].minutes = 6;
    parts.products[2].category = drinks;
    parts.products[3].station = u"sate.bakar"_s;
    parts.products[3].minutes = 9;
    return parts;
}

inline CartItem item(ProductId id, int quantity = 1, const QList<ModifierId> &modifiers = {})
{
    CartItem line;
    line.product = id;
    line.quantity = quantity;
    line.modifiers = modifiers;
    return line;
}

//! The basket of the story: six portions, subtotal Rp 139.000.
inline Cart story(const Menu &menu)
{
    Cart cart(BasketId(QUuid(u"01890000-0000-7000-8000-000000000001"_s)));
    cart.table = u"12"_s;
    cart.customerName = u"Dewi"_s;
    CartItem satay = item(sateAyam);
    satay.allergyNote = Allergen::Crustaceans;
    for (const auto &line : {item(sotoAyam, 2, {medium, rice, egg}), item(perkedel), item(esTeh, 2), satay}) {
        const auto added = cart.add(line, menu);
        Q_ASSERT(added);
    }
    return cart;
}

inline PlacedOrder placed(const Cart &cart, const Menu &menu, int counter = 42)
{
    return *placeOrder(OrderId(cart.id().uuid()), cart, menu, {u"A"_s, counter}, QDate(2025, 6, 15));
}

} // namespace saji::foodcourt
