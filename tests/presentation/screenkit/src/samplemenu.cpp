// SPDX-License-Identifier: GPL-3.0-or-later
#include <screenkit/samplemenu.h>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

Outlet outlet(qint64 id, const QString &name, const QString &monogram, quint32 rgb, int taxBasisPoints)
{
    Outlet outlet;
    outlet.id = OutletId(id);
    outlet.name = name;
    outlet.monogram = monogram;
    outlet.hue = rgb;
    outlet.tenant = name;
    outlet.taxName = taxBasisPoints ? u"PB1"_s : QString();
    outlet.taxBasisPoints = taxBasisPoints;
    outlet.sort = int(id);
    outlet.pickup = {u"Ambil di gerai %1"_s.arg(id), u"Collect at outlet %1"_s.arg(id)};
    return outlet;
}

Product product(ProductId id, qint64 outlet, qint64 category, const LocalText &name, qint64 rupiah, const QString &art)
{
    Product product;
    product.id = id;
    product.outlet = OutletId(outlet);
    product.category = CategoryId(category);
    product.name = name;
    product.price = Money(rupiah * 100);
    product.art = art;
    product.minutes = 6;
    product.halal = Halal::Yes;
    return product;
}

Modifier modifier(ModifierId id, const LocalText &name, qint64 rupiah = 0, bool isDefault = false)
{
    return {id, name, Money(rupiah * 100), ModifierKind::Plain, isDefault, true};
}

} // namespace

Menu::Parts SampleMenu::parts()
{
    Menu::Parts parts;
    parts.version = 1;
    parts.epoch = u"epoch-1"_s;
    parts.store.code = u"pasar-saji"_s;
    parts.store.name = {u"Pasar Saji"_s, {}};
    parts.store.place = {u"Lantai 2"_s, u"Floor 2"_s};
    parts.outlets = {outlet(1, u"Soto Bu Tini"_s, u"BT"_s, 0x8A5A00, 1000), outlet(2, u"Sate Pak Kumis"_s, u"PK"_s, 0xA3281B, 1000),
                     outlet(3, u"Es Kampung"_s, u"EK"_s, 0x5B3A8C, 0)};
    parts.outlets[0].tableService = true;
    parts.outlets[1].serviceChargeBasisPoints = 500;
    parts.categories = {{CategoryId(1), {u"Nasi"_s, u"Rice"_s}, u"nasi"_s, 1},
                        {CategoryId(2), {u"Soto"_s, u"Soups"_s}, u"soto"_s, 2},
                        {CategoryId(3), {u"Es"_s, u"Drinks"_s}, u"es_teh"_s, 3}};
    parts.groups = {{spice, {u"Tingkat pedas"_s, u"Spice"_s}, 1, 1, GroupStyle::Spice,
                     {modifier(mild, {u"Sedikit"_s, u"Mild"_s}), modifier(hot, {u"Pedas"_s, u"Hot"_s})}},
                    {extras, {u"Tambahan"_s, u"Extras"_s}, 0, 2, GroupStyle::Choice,
                     {modifier(egg, {u"Telur rebus"_s, u"Boiled egg"_s}, 4000), modifier(koya, {u"Ekstra koya"_s, u"Extra koya"_s}, 2000),
                      modifier(offal, {u"Sate usus"_s, u"Offal skewer"_s}, 7000)}}};
    parts.products = {product(soto, 1, 2, {u"Soto ayam Lamongan"_s, u"Lamongan chicken soup"_s}, 28000, u"soto"_s),
                      product(nasi, 1, 1, {u"Nasi putih"_s, u"Steamed rice"_s}, 6000, u"nasi"_s),
                      product(sate, 2, 1, {u"Sate ayam Madura"_s, u"Madura chicken satay"_s}, 38000, u"sate"_s),
                      product(esTeh, 3, 3, {u"Es teh manis"_s, u"Sweet iced tea"_s}, 8000, u"es_teh"_s)};
    parts.products[0].groups = {spice, extras};
    parts.products[0].allergens = Allergen::Eggs | Allergen::Celery;
    parts.products[0].description = {u"Kuah kuning kunyit, suwiran ayam kampung, telur rebus, soun, dan bubuk koya gurih."_s,
                                     u"Turmeric broth, shredded free-range chicken, boiled egg, glass noodles and koya."_s};
    parts.products[2].bestSeller = true;
    parts.products[2].minutes = 9;
    parts.products[3].bestSeller = true;
    return parts;
}

std::shared_ptr<const Menu> SampleMenu::make(qint64 version)
{
    Menu::Parts all = parts();
    all.version = version;
    return std::make_shared<const Menu>(std::move(all));
}

std::shared_ptr<const Menu> SampleMenu::ofSize(int count)
{
    Menu::Parts all = parts();
    static const QStringList art{u"soto"_s, u"sate"_s, u"nasi_goreng"_s, u"bakso"_s, u"gado_gado"_s, u"rendang"_s, u"mie_ayam"_s, u"es_cendol"_s};
    if (count < all.products.size())
        all.products.resize(count);
    while (all.products.size() < count) {
        const int n = int(all.products.size());
        Product next = product(ProductId(1000 + n), 1 + n % 3, 1 + (n / 3) % 3,
                               {u"Hidangan nomor %1"_s.arg(n), u"Dish number %1"_s.arg(n)}, 10000 + (n % 40) * 1000, art.at(n % art.size()));
        next.sort = n;
        next.bestSeller = n % 17 == 0;
        next.spice = quint8(n % 4);
        next.vegetarian = n % 5 == 0;
        all.products << next;
    }
    return std::make_shared<const Menu>(std::move(all));
}

std::shared_ptr<const Menu> SampleMenu::without(ProductId product)
{
    Menu::Parts all = parts();
    all.products.removeIf([product](const Product &one) { return one.id == product; });
    all.version = 2;
    return std::make_shared<const Menu>(std::move(all));
}

} // namespace saji
