// SPDX-License-Identifier: GPL-3.0-or-later
#include "shop.h"

#include <engine/menudocs.h>
#include <engine/menuimport.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(QJsonObject &)>;

//! Every field that there is, and a few things without any.
const QByteArray &validFile()
{
    static const QByteArray bytes = [] {
        QFile file(QFINDTESTDATA("validmenu.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    return bytes;
}

QJsonObject valid()
{
    return QJsonDocument::fromJson(validFile()).object();
}

QByteArray fileWith(const Change &change)
{
    auto root = valid();
    change(root);
    return QJsonDocument(root).toJson();
}

//! Changes `list[index]` of the file.
Change in(const QString &list, int index, const Change &change)
{
    return [=](QJsonObject &root) {
        auto array = root[list].toArray();
        auto object = array[index].toObject();
        change(object);
        array[index] = object;
        root[list] = array;
    };
}

Change set(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &object) { object[key] = value; };
}

Change drop(const QString &key)
{
    return [=](QJsonObject &object) { object.remove(key); };
}

Change inModifier(int group, int modifier, const Change &change)
{
    return in(u"modifier_groups"_s, group, [=](QJsonObject &object) {
        auto modifiers = object[u"modifiers"_s].toArray();
        auto one = modifiers[modifier].toObject();
        change(one);
        modifiers[modifier] = one;
        object[u"modifiers"_s] = modifiers;
    });
}

Change inStore(const Change &change)
{
    return [=](QJsonObject &root) {
        auto store = root[u"store"_s].toObject();
        change(store);
        root[u"store"_s] = store;
    };
}

Error refusal(const QByteArray &file)
{
    const auto rows = rowsFromMenuFile(file);
    return rows ? Error{ErrorCode::Internal, u"it was taken"_s} : rows.error();
}

} // namespace

class TestMenuImport : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryFieldAndEveryDefault()
    {
        Shop shop;
        const auto file = rowsFromMenuFile(validFile());
        QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
        QCOMPARE(file->store, u"pasar-saji"_s);
        QCOMPARE(file->rows.size(), 1 + 2 + 2 + 1 + 2 + 2);
        QVERIFY(shop.catalog->replaceAll(file->rows, shop.device.random));
        const auto menu = menuFromCatalog(*shop.catalog);
        QVERIFY(menu);
        QCOMPARE(menu->skipped(), 0);

        QCOMPARE(menu->store().businessDayStartsMinutes, 5 * 60 + 30);
        QCOMPARE(menu->store().place.en, u"2nd floor"_s);
        const auto &soto = *menu->outlet(OutletId(1));
        QCOMPARE(soto.tenant, u"CV Tini"_s);
        QCOMPARE(soto.hue, 0x8A5A00U);
        QCOMPARE(soto.taxName, u"PB1"_s);
        QCOMPARE(soto.taxBasisPoints, 1000);
        QCOMPARE(soto.serviceChargeBasisPoints, 550);
        QCOMPARE(soto.pickup.en, u"Counter 3"_s);
        QVERIFY(soto.tableService);
        QCOMPARE(soto.soonAfterSeconds, 240);
        QCOMPARE(soto.lateAfterSeconds, 400);
        const auto &sate = *menu->outlet(OutletId(2));
        QCOMPARE(sate.tenant, u"Sate Pak Kumis"_s);
        QCOMPARE(sate.taxBasisPoints, 0);
        QCOMPARE(sate.lateAfterSeconds, 480);
        QCOMPARE(menu->outlets().first().id, OutletId(2)); // sort 0 before 2

        const auto &extras = *menu->group(ModifierGroupId(4));
        QCOMPARE(extras.max, 2); // as many as there are
        QCOMPARE(extras.modifiers[0].kind, ModifierKind::Extra);
        QCOMPARE(extras.modifiers[1].priceAdjustment.minorUnits(), -50'000);
        QVERIFY(!extras.modifiers[1].available);
        QCOMPARE(menu->group(ModifierGroupId(3))->style, GroupStyle::Spice);
        QVERIFY(menu->group(ModifierGroupId(3))->modifiers[0].isDefault);

        const auto &product = *menu->product(ProductId(11));
        QCOMPARE(product.name.en, u"Chicken soto"_s);
        QCOMPARE(product.description.id, u"Kuah \"kuning\"\n\u0007"_s);
        QCOMPARE(product.price.minorUnits(), 2'800'000);
        QCOMPARE(product.groups, QList<ModifierGroupId>({ModifierGroupId(4), ModifierGroupId(3)}));
        QCOMPARE(product.allergens, Allergens(Allergen::Eggs) | Allergen::Celery);
        QCOMPARE(product.halal, Halal::Yes);
        QCOMPARE(product.spice, 2);
        QVERIFY(product.bestSeller && !product.vegetarian && !product.taxable && !product.available);
        QCOMPARE(product.minutes, 6);
        QCOMPARE(product.sort, -3);
        const auto &plain = *menu->product(ProductId(21));
        QVERIFY(plain.taxable && plain.available && plain.groups.isEmpty() && plain.halal == Halal::Unknown);
        QCOMPARE(plain.price.minorUnits(), 3'800'000);
    }

    void exportsWhatImportsToTheSameRows()
    {
        Shop shop;
        const auto first = rowsFromMenuFile(validFile());
        QVERIFY(shop.catalog->replaceAll(first->rows, shop.device.random));
        const auto version = shop.catalog->version();
        const auto file = menuFileFromCatalog(*shop.catalog);
        QVERIFY(file);
        const auto again = rowsFromMenuFile(*file);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(*shop.catalog->replaceAll(again->rows, shop.device.random), 0);
        QCOMPARE(shop.catalog->version(), version);
    }

    void aReformattedFileChangesNothing()
    {
        const auto a = rowsFromMenuFile(validFile());
        // Keys in another order, other white space, escapes instead of letters, defaults written out.
        const auto b = rowsFromMenuFile(fileWith(in(u"products"_s, 1, [](QJsonObject &p) {
            p[u"spice"_s] = 0;
            p[u"price"_s] = u"38000.00"_s;
            p[u"taxable"_s] = true;
            p[u"name"_s] = QJsonObject{{u"en"_s, u"Sate"_s}, {u"id"_s, u"Sate"_s}};
        })));
        QVERIFY(a && b);
        QCOMPARE(a->rows, b->rows);
    }

    void takesTheMarkThatSomeEditorsPutFirst() { QVERIFY(rowsFromMenuFile(QByteArray("\xef\xbb\xbf") + validFile())); }

    void takesTheDemoMenu()
    {
        QFile file(QFINDTESTDATA("../../resources/demo/pasar-saji.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the demo menu is not here");
        const auto rows = rowsFromMenuFile(file.readAll());
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
        QCOMPARE(rows->store, u"pasar-saji"_s);
        QVERIFY(rows->rows.size() > 80);
    }

    void namesLineAndColumnOfWhatIsNotJson_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing") << QByteArray() << u"line 1, column 1"_s;
        QTest::newRow("a missing comma") << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << u"line 3"_s;
        QTest::newRow("letters count, not bytes") << QByteArray("{\"é\": x}") << u"line 1, column 7"_s;
        QTest::newRow("cut off") << validFile().left(700) << u"line 10, column 74"_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << u"line 1"_s;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"line 1, column"_s;
    }
    void namesLineAndColumnOfWhatIsNotJson()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, place);
        const auto error = refusal(file);
        QCOMPARE(error.code, ErrorCode::Malformed);
        QVERIFY2(error.detail.startsWith(place), qPrintable(error.detail));
    }

    void namesThePlaceOfAMistake_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const Change &change, const QString &detail) { QTest::newRow(name) << change << detail; };
        const auto product = [](const QString &key, const QJsonValue &value) { return in(u"products"_s, 1, set(key, value)); };
        const auto outlet = [](const QString &key, const QJsonValue &value) { return in(u"outlets"_s, 0, set(key, value)); };
        const auto group = [](const QString &key, const QJsonValue &value) { return in(u"modifier_groups"_s, 1, set(key, value)); };

        row("no format", drop(u"format"_s), u"format: is missing"_s);
        row("another format", set(u"format"_s, u"saji-menu/2"_s), u"format: this program reads \"saji-menu/1\", not \"saji-menu/2\""_s);
        row("a misspelt list", set(u"product"_s, QJsonArray()), u"product: there is no such field"_s);
        row("no products", drop(u"products"_s), u"products: is missing"_s);
        row("products is no list", set(u"products"_s, QJsonObject()), u"products: not a list"_s);
        row("a product is no object", set(u"products"_s, QJsonArray{1}), u"products[0]: not an object"_s);

        row("store code", inStore(set(u"code"_s, u"Pasar Saji"_s)), u"store.code: a store's code has"_s);
        row("time zone", inStore(set(u"time_zone"_s, u"Asia/Atlantis"_s)), u"store.time_zone: there is no time zone \"Asia/Atlantis\""_s);
        row("currency", inStore(set(u"currency"_s, u"rp"_s)), u"store.currency: \"rp\" is not a currency"_s);
        row("start of day", inStore(set(u"business_day_starts"_s, u"4:00"_s)), u"store.business_day_starts: \"4:00\""_s);

        row("hue", outlet(u"hue"_s, u"brown"_s), u"outlets[0].hue: \"brown\" is not a colour"_s);
        row("hue in letters beyond f", outlet(u"hue"_s, u"#8A5A0g"_s), u"outlets[0].hue:"_s);
        row("rate", outlet(u"tax"_s, QJsonObject{{u"name"_s, u"PB1"_s}, {u"rate"_s, u"10.001"_s}}), u"outlets[0].tax.rate: \"10.001\""_s);
        row("rate above all", outlet(u"service_charge"_s, u"100.01"_s), u"outlets[0].service_charge:"_s);
        row("rate as number", outlet(u"service_charge"_s, 5), u"outlets[0].service_charge: a rate is written as a text"_s);
        row("tax without rate", outlet(u"tax"_s, QJsonObject{{u"name"_s, u"PB1"_s}}), u"outlets[0].tax.rate: is missing"_s);
        row("late before soon", outlet(u"late_after_s"_s, QJsonArray{400, 240}), u"outlets[0].late_after_s:"_s);
        row("one lateness", outlet(u"late_after_s"_s, QJsonArray{400}), u"outlets[0].late_after_s:"_s);
        row("three letters", outlet(u"monogram"_s, u"ABCD"_s), u"outlets[0].monogram: longer than 3"_s);
        row("outlet id twice", outlet(u"id"_s, 2), u"outlets[1].id: is used twice"_s);
        row("language", outlet(u"tagline"_s, QJsonObject{{u"id"_s, u"a"_s}, {u"fr"_s, u"b"_s}}), u"outlets[0].tagline.fr:"_s);
        row("no Indonesian", outlet(u"tagline"_s, QJsonObject{{u"en"_s, u"b"_s}}),
            u"outlets[0].tagline: the Indonesian text (id) is missing"_s);

        row("station of nobody", in(u"stations"_s, 1, set(u"outlet"_s, 9)), u"stations[1].outlet: there is no outlet 9"_s);
        row("station twice", in(u"stations"_s, 1, set(u"code"_s, u"soto.kuah"_s)), u"stations[1].code: is used twice"_s);
        row("category art", in(u"categories"_s, 0, set(u"art"_s, u"../soto"_s)), u"categories[0].art:"_s);

        row("more than there are", group(u"max"_s, 3), u"modifier_groups[1].max: 3 of 2 modifiers"_s);
        row("min above max", group(u"min"_s, 3), u"modifier_groups[1].min: 3 is more than max, 2"_s);
        row("no modifiers", group(u"modifiers"_s, QJsonArray()), u"modifier_groups[1].modifiers: there are none"_s);
        row(
            "too many defaults", [=](QJsonObject &root) { inModifier(0, 1, set(u"default"_s, true))(root); },
            u"modifier_groups[0].modifiers: 2 defaults"_s);
        row("style", group(u"style"_s, u"fancy"_s), u"modifier_groups[1].style: \"fancy\" is none of choice, spice"_s);
        row("modifier id twice in the file", inModifier(1, 0, set(u"id"_s, 30)), u"modifier_groups[1].modifiers[0].id: 30 is used twice"_s);
        row("kind", inModifier(1, 0, set(u"kind"_s, u"more"_s)), u"modifier_groups[1].modifiers[0].kind: \"more\" is none of plain"_s);
        row("default as text", inModifier(0, 0, set(u"default"_s, u"yes"_s)), u"modifier_groups[0].modifiers[0].default: neither true"_s);

        row("unknown field", product(u"prise"_s, u"1.00"_s), u"products[1].prise: there is no such field"_s);
        row("no category", product(u"category"_s, 99), u"products[1].category: there is no category 99"_s);
        row("no outlet", product(u"outlet"_s, 99), u"products[1].outlet: there is no outlet 99"_s);
        row("station left out", in(u"products"_s, 1, drop(u"station"_s)), u"products[1].station: is missing"_s);
        row("no station", product(u"station"_s, u"x"_s), u"products[1].station: there is no station \"x\""_s);
        row("another's station", product(u"station"_s, u"soto.kuah"_s), u"products[1].station: \"soto.kuah\" belongs to outlet 1"_s);
        row("no group", product(u"modifier_groups"_s, QJsonArray{9}), u"products[1].modifier_groups: there is no modifier group 9"_s);
        row("group twice", product(u"modifier_groups"_s, QJsonArray{3, 3}),
            u"products[1].modifier_groups[1]: modifier group 3 is listed twice"_s);
        row("price as number", product(u"price"_s, 28000), u"products[1].price: money is written as a text"_s);
        row("negative price", product(u"price"_s, u"-1.00"_s), u"products[1].price: \"-1.00\""_s);
        row("price with a sign", product(u"price"_s, u"+1.00"_s), u"products[1].price: \"+1.00\""_s);
        row("price too fine", product(u"price"_s, u"1.000"_s), u"products[1].price:"_s);
        row("price too high", product(u"price"_s, u"99999999999.00"_s), u"products[1].price:"_s);
        row("allergen", product(u"allergens"_s, QJsonArray{u"milk"_s, u"dust"_s}),
            u"products[1].allergens[1]: there is no allergen \"dust\""_s);
        row("halal", product(u"halal"_s, true), u"products[1].halal: not a text"_s);
        row("spice", product(u"spice"_s, 4), u"products[1].spice: 4 is not within 0 and 3"_s);
        row("id 0", product(u"id"_s, 0), u"products[1].id: 0 is not within 1"_s);
        row("id as fraction", product(u"id"_s, 1.5), u"products[1].id: not a whole number"_s);
        row("id twice", product(u"id"_s, 11), u"products[1].id: is used twice"_s);
        row("no name", in(u"products"_s, 0, drop(u"name"_s)), u"products[0].name: is missing"_s);
        row("empty name", product(u"name"_s, u" "_s), u"products[1].name: empty"_s);
        row("endless name", product(u"name"_s, QString(121, u'x')), u"products[1].name: longer than 120"_s);
        row("endless description", product(u"description"_s, QJsonObject{{u"id"_s, QString(501, u'x')}}),
            u"products[1].description.id: longer than 500"_s);
    }
    void namesThePlaceOfAMistake()
    {
        QFETCH(Change, change);
        QFETCH(QString, detail);
        const auto error = refusal(fileWith(change));
        QCOMPARE(error.code, ErrorCode::Malformed);
        QVERIFY2(error.detail.startsWith(detail), qPrintable(error.detail));
    }

    void refusesAFieldThatStandsTwice()
    {
        auto file = validFile();
        file.replace("\"minutes\": 6", "\"minutes\": 6, \"minutes\": 7");
        QVERIFY2(refusal(file).detail.startsWith(u"products[0].minutes: stands here twice"_s), qPrintable(refusal(file).detail));
    }

    void refusesTooMuch()
    {
        QCOMPARE(refusal(QByteArray(MenuFile::maxBytes + 1, ' ')).code, ErrorCode::TooLarge);
        auto root = valid();
        QJsonArray products;
        auto product = root[u"products"_s].toArray()[1].toObject();
        for (int i = 1; i <= 20'001; ++i) {
            product[u"id"_s] = i;
            products.append(product);
        }
        root[u"products"_s] = products;
        const auto error = refusal(QJsonDocument(root).toJson(QJsonDocument::Compact));
        QCOMPARE(error.detail, u"products[20000]: more than 20000 of them"_s);
    }

    void survivesAnyByteChanged()
    {
        SeededRandom random(3);
        int taken = 0;
        for (int i = 0; i < 1500; ++i) {
            auto file = validFile();
            file[qsizetype(random.below(quint64(file.size())))] = char(random.next());
            taken += rowsFromMenuFile(file).has_value();
        }
        QVERIFY(taken > 0 && taken < 1500); // a changed name is still a name; a changed bracket is not a bracket
    }
};

QTEST_GUILESS_MAIN(TestMenuImport)
#include "tst_menuimport.moc"
