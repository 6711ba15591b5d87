// SPDX-License-Identifier: GPL-3.0-or-later
#include "menufields.h"

#include <QTimeZone>

#include <algorithm>

namespace saji::menufields {
using namespace Qt::StringLiterals;
namespace {

using Element = DocReader::Element;

constexpr qsizetype maxName = 120;
constexpr qsizetype maxDescription = 500;
constexpr qsizetype maxCode = 64;
constexpr qint64 maxSort = 1'000'000'000;
constexpr qint64 longestWaitSeconds = 24 * 3600;

bool isCode(QStringView text, QStringView punctuation)
{
    const auto plain = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); };
    return !text.isEmpty() && plain(text.front()) &&
           std::ranges::all_of(text, [&](QChar c) { return plain(c) || punctuation.contains(c); });
}

QString readArt(Element value, DocReader &reader)
{
    auto art = reader.repeatedText(value, maxCode);
    if (!isCode(art, u"_-"))
        reader.fail(u"a picture's name has lower-case letters, digits and _"_s);
    return art;
}

int readSort(Element value, DocReader &reader)
{
    return int(reader.integer(value, -maxSort, maxSort));
}

int readMinuteOfDay(Element value, DocReader &reader)
{
    const auto text = reader.text(value, 5);
    const auto time = QTime::fromString(text, u"HH:mm"_s);
    if (!time.isValid())
        reader.fail(u"\"%1\" is not a time such as \"04:00\""_s.arg(text));
    return time.hour() * 60 + time.minute();
}

QString readCurrency(Element value, DocReader &reader)
{
    auto text = reader.text(value, 3);
    if (!reader.failed() && !Money::fromDecimal(u"0", text))
        reader.fail(u"\"%1\" is not a currency such as \"IDR\""_s.arg(text));
    return text;
}

QByteArray readTimeZone(Element value, DocReader &reader)
{
    const auto zone = reader.text(value, maxCode).toLatin1();
    // A device may know fewer zones than the server; then its business day is off, but its menu is whole.
    if (reader.isStrict() && !reader.failed() && !QTimeZone::isTimeZoneIdAvailable(zone))
        reader.fail(u"there is no time zone \"%1\""_s.arg(QString::fromLatin1(zone)));
    return zone;
}

constexpr DocField<StoreInfo> storeFields[] = {
    {"code", true,
     [](StoreInfo &s, Element v, DocReader &r) {
         s.code = r.text(v, maxCode);
         if (!isCode(s.code, u"-"))
             r.fail(u"a store's code has lower-case letters, digits and -, such as \"pasar-saji\""_s);
     }},
    {"name", true, [](StoreInfo &s, Element v, DocReader &r) { s.name = r.localText(v, maxName); }},
    {"place", false, [](StoreInfo &s, Element v, DocReader &r) { s.place = r.localText(v, maxName); }},
    {"currency", true, [](StoreInfo &s, Element v, DocReader &r) { s.currency = readCurrency(v, r); }},
    {"time_zone", true, [](StoreInfo &s, Element v, DocReader &r) { s.timeZone = readTimeZone(v, r); }},
    {"business_day_starts", false, [](StoreInfo &s, Element v, DocReader &r) { s.businessDayStartsMinutes = readMinuteOfDay(v, r); }},
};

constexpr DocField<Outlet> taxFields[] = {
    {"name", true, [](Outlet &o, Element v, DocReader &r) { o.taxName = r.text(v, maxName); }},
    {"rate", true, [](Outlet &o, Element v, DocReader &r) { o.taxBasisPoints = r.basisPoints(v); }},
};

void readLateAfter(Outlet &outlet, Element value, DocReader &reader)
{
    QList<int> seconds;
    reader.list(value, 2, [&](Element v) { seconds.append(int(reader.integer(v, 1, longestWaitSeconds))); });
    if (reader.failed())
        return;
    if (seconds.size() != 2 || seconds[0] > seconds[1]) {
        reader.fail(u"two numbers of seconds: soon, then late"_s);
        return;
    }
    outlet.soonAfterSeconds = seconds[0];
    outlet.lateAfterSeconds = seconds[1];
}

constexpr DocField<Outlet> outletFields[] = {
    {"id", true, [](Outlet &o, Element v, DocReader &r) { o.id = r.number<OutletId>(v); }},
    {"name", true, [](Outlet &o, Element v, DocReader &r) { o.name = r.text(v, maxName); }},
    {"monogram", true, [](Outlet &o, Element v, DocReader &r) { o.monogram = r.text(v, 3); }},
    {"hue", true, [](Outlet &o, Element v, DocReader &r) { o.hue = r.colour(v); }},
    {"tenant", false, [](Outlet &o, Element v, DocReader &r) { o.tenant = r.text(v, maxName); }},
    {"tagline", false, [](Outlet &o, Element v, DocReader &r) { o.tagline = r.localText(v, maxName); }},
    {"tax", false, [](Outlet &o, Element v, DocReader &r) { readObject<Outlet>(o, v, taxFields, r); }},
    {"service_charge", false, [](Outlet &o, Element v, DocReader &r) { o.serviceChargeBasisPoints = r.basisPoints(v); }},
    {"pickup", false, [](Outlet &o, Element v, DocReader &r) { o.pickup = r.localText(v, maxName); }},
    {"table_service", false, [](Outlet &o, Element v, DocReader &r) { o.tableService = r.boolean(v); }},
    {"late_after_s", false, readLateAfter},
    {"sort", false, [](Outlet &o, Element v, DocReader &r) { o.sort = readSort(v, r); }},
};

constexpr DocField<Station> stationFields[] = {
    {"code", true,
     [](Station &s, Element v, DocReader &r) {
         s.code = r.text(v, maxCode);
         if (!isCode(s.code, u"._-"))
             r.fail(u"a station's code has lower-case letters, digits and . _ -, such as \"soto.kuah\""_s);
     }},
    {"outlet", true, [](Station &s, Element v, DocReader &r) { s.outlet = r.number<OutletId>(v); }},
    {"name", true, [](Station &s, Element v, DocReader &r) { s.name = r.localText(v, maxName); }},
};

constexpr DocField<Category> categoryFields[] = {
    {"id", true, [](Category &c, Element v, DocReader &r) { c.id = r.number<CategoryId>(v); }},
    {"name", true, [](Category &c, Element v, DocReader &r) { c.name = r.localText(v, maxName); }},
    {"art", true, [](Category &c, Element v, DocReader &r) { c.art = readArt(v, r); }},
    {"sort", false, [](Category &c, Element v, DocReader &r) { c.sort = readSort(v, r); }},
};

constexpr DocField<Modifier> modifierFields[] = {
    {"id", true, [](Modifier &m, Element v, DocReader &r) { m.id = r.number<ModifierId>(v); }},
    {"name", true, [](Modifier &m, Element v, DocReader &r) { m.name = r.localText(v, maxName); }},
    {"price_adjustment", false, [](Modifier &m, Element v, DocReader &r) { m.priceAdjustment = r.money(v, true); }},
    {"kind", false, [](Modifier &m, Element v, DocReader &r) { m.kind = r.choice<ModifierKind>(v, modifierKinds); }},
    {"default", false, [](Modifier &m, Element v, DocReader &r) { m.isDefault = r.boolean(v); }},
    {"available", false, [](Modifier &m, Element v, DocReader &r) { m.available = r.boolean(v); }},
};

constexpr DocField<ModifierGroup> groupFields[] = {
    {"id", true, [](ModifierGroup &g, Element v, DocReader &r) { g.id = r.number<ModifierGroupId>(v); }},
    {"name", true, [](ModifierGroup &g, Element v, DocReader &r) { g.name = r.localText(v, maxName); }},
    {"min", false, [](ModifierGroup &g, Element v, DocReader &r) { g.min = int(r.integer(v, 0, maxModifiers)); }},
    {"max", false, [](ModifierGroup &g, Element v, DocReader &r) { g.max = int(r.integer(v, 0, maxModifiers)); }},
    {"style", false, [](ModifierGroup &g, Element v, DocReader &r) { g.style = r.choice<GroupStyle>(v, groupStyles); }},
    {"modifiers", true,
     [](ModifierGroup &g, Element v, DocReader &r) {
         r.list(v, maxModifiers, [&](Element element) {
             Modifier modifier;
             readObject<Modifier>(modifier, element, modifierFields, r);
             g.modifiers.append(modifier);
         });
     }},
};

void checkGroup(ModifierGroup &group, DocReader &reader)
{
    if (group.max == 0)
        group.max = int(group.modifiers.size());
    const auto defaults = std::ranges::count(group.modifiers, true, &Modifier::isDefault);
    const auto failAt = [&reader](std::string_view key, const QString &what) {
        const DocReader::Step step(reader, key);
        reader.fail(what);
    };
    if (group.modifiers.isEmpty())
        failAt("modifiers", u"there are none"_s);
    else if (group.max > group.modifiers.size())
        failAt("max", u"%1 of %2 modifiers"_s.arg(group.max).arg(group.modifiers.size()));
    else if (group.min > group.max)
        failAt("min", u"%1 is more than max, %2"_s.arg(group.min).arg(group.max));
    else if (defaults > group.max)
        failAt("modifiers", u"%1 defaults, but at most %2 may be chosen"_s.arg(defaults).arg(group.max));
}

//! Without making a string of each: ten thousand products have some.
std::optional<Allergen> allergenFrom(std::string_view word)
{
    for (int bit = 0; bit < 14; ++bit) {
        if (allergenWord(Allergen(1 << bit)) == QLatin1StringView(word.data(), qsizetype(word.size())))
            return Allergen(1 << bit);
    }
    return std::nullopt;
}

void readAllergens(Product &product, Element value, DocReader &reader)
{
    reader.list(value, 14, [&](Element v) {
        const auto word = reader.word(v);
        const auto allergen = allergenFrom(word);
        if (allergen)
            product.allergens |= *allergen;
        else if (reader.isStrict())
            reader.fail(u"there is no allergen \"%1\""_s.arg(QString::fromUtf8(word)));
    });
}

void readGroups(Product &product, Element value, DocReader &reader)
{
    reader.list(value, maxGroupsOfProduct, [&](Element v) {
        const auto id = reader.number<ModifierGroupId>(v);
        if (product.groups.contains(id))
            reader.fail(u"modifier group %1 is listed twice"_s.arg(id.value()));
        product.groups.append(id);
    });
}

constexpr DocField<Product> productFields[] = {
    {"id", true, [](Product &p, Element v, DocReader &r) { p.id = r.number<ProductId>(v); }},
    {"outlet", true, [](Product &p, Element v, DocReader &r) { p.outlet = r.number<OutletId>(v); }},
    {"category", true, [](Product &p, Element v, DocReader &r) { p.category = r.number<CategoryId>(v); }},
    {"name", true, [](Product &p, Element v, DocReader &r) { p.name = r.localText(v, maxName); }},
    {"description", false, [](Product &p, Element v, DocReader &r) { p.description = r.localText(v, maxDescription); }},
    {"price", true, [](Product &p, Element v, DocReader &r) { p.price = r.money(v, false); }},
    {"art", true, [](Product &p, Element v, DocReader &r) { p.art = readArt(v, r); }},
    // A file must say it; a row may not, and then the dish is on every screen of its outlet.
    {"station", false, [](Product &p, Element v, DocReader &r) { p.station = r.repeatedText(v, maxCode); }},
    {"modifier_groups", false, readGroups},
    {"allergens", false, readAllergens},
    {"halal", false, [](Product &p, Element v, DocReader &r) { p.halal = r.choice<Halal>(v, halalWords); }},
    {"spice", false, [](Product &p, Element v, DocReader &r) { p.spice = quint8(r.integer(v, 0, 3)); }},
    {"vegetarian", false, [](Product &p, Element v, DocReader &r) { p.vegetarian = r.boolean(v); }},
    {"best_seller", false, [](Product &p, Element v, DocReader &r) { p.bestSeller = r.boolean(v); }},
    {"minutes", false, [](Product &p, Element v, DocReader &r) { p.minutes = int(r.integer(v, 0, 24 * 60)); }},
    {"taxable", false, [](Product &p, Element v, DocReader &r) { p.taxable = r.boolean(v); }},
    {"available", false, [](Product &p, Element v, DocReader &r) { p.available = r.boolean(v); }},
    {"sort", false, [](Product &p, Element v, DocReader &r) { p.sort = readSort(v, r); }},
};

} // namespace

StoreInfo readStore(Element value, DocReader &reader)
{
    StoreInfo store;
    readObject<StoreInfo>(store, value, storeFields, reader);
    return store;
}

Outlet readOutlet(Element value, DocReader &reader)
{
    Outlet outlet;
    readObject<Outlet>(outlet, value, outletFields, reader);
    if (outlet.tenant.isEmpty())
        outlet.tenant = outlet.name;
    return outlet;
}

Station readStation(Element value, DocReader &reader)
{
    Station station;
    readObject<Station>(station, value, stationFields, reader);
    return station;
}

Category readCategory(Element value, DocReader &reader)
{
    Category category;
    readObject<Category>(category, value, categoryFields, reader);
    return category;
}

ModifierGroup readGroup(Element value, DocReader &reader)
{
    ModifierGroup group;
    readObject<ModifierGroup>(group, value, groupFields, reader);
    if (!reader.failed())
        checkGroup(group, reader);
    return group;
}

Product readProduct(Element value, DocReader &reader)
{
    Product product;
    readObject<Product>(product, value, productFields, reader);
    return product;
}

} // namespace saji::menufields
