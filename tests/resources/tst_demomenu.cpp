// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/resources.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

using Fields = QSet<QString>;

QString placeOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact).left(120));
}

bool isMoney(const QJsonValue &value, bool signAllowed)
{
    static const QRegularExpression plain(u"^\\d{1,12}\\.\\d\\d$"_s);
    const QString text = value.toString();
    return plain.match(signAllowed && text.startsWith(u'-') ? text.sliced(1) : text).hasMatch();
}

bool isInBothLanguages(const QJsonValue &text, int atMost)
{
    const QJsonObject words = text.toObject();
    const auto good = [&](const QString &language) {
        const QString word = words[language].toString();
        return !word.trimmed().isEmpty() && word == word.trimmed() && word.size() <= atMost;
    };
    return words.size() == 2 && good(u"id"_s) && good(u"en"_s);
}

const Fields Allergens{u"gluten"_s, u"crustaceans"_s, u"eggs"_s, u"fish"_s, u"peanuts"_s, u"soya"_s, u"milk"_s,
                       u"nuts"_s, u"celery"_s, u"mustard"_s, u"sesame"_s, u"sulphites"_s, u"lupin"_s, u"molluscs"_s};

} // namespace

#define VERIFY_AT(condition, object) QVERIFY2(condition, qPrintable(placeOf(object)))

class tst_DemoMenu : public QObject
{
    Q_OBJECT

    QJsonObject m_menu;

    QList<QJsonObject> all(const QString &list) const
    {
        QList<QJsonObject> objects;
        const QJsonArray array = m_menu[list].toArray();
        for (const QJsonValue &value : array)
            objects.append(value.toObject());
        return objects;
    }

    QHash<int, QJsonObject> byId(const QString &list) const
    {
        QHash<int, QJsonObject> objects;
        const QList<QJsonObject> found = all(list);
        for (const QJsonObject &object : found)
            objects.insert(object[u"id"].toInt(), object);
        return objects;
    }

    const QJsonObject product(const QString &name) const
    {
        const QList<QJsonObject> products = all(u"products"_s);
        for (const QJsonObject &candidate : products) {
            if (candidate[u"name"][u"id"].toString() == name)
                return candidate;
        }
        return {};
    }

    // The price of a product with the modifiers chosen, in whole rupiah; -1 when one of them is not offered for it.
    int priceOf(const QString &name, const QStringList &chosen) const
    {
        const QJsonObject dish = product(name);
        int price = int(dish[u"price"].toString().toDouble());
        const QHash<int, QJsonObject> groups = byId(u"modifier_groups"_s);
        const QJsonArray offered = dish[u"modifier_groups"].toArray();
        for (const QString &choice : chosen) {
            bool found = false;
            for (const QJsonValue &id : offered) {
                const QJsonArray modifiers = groups[id.toInt()][u"modifiers"].toArray();
                for (const QJsonValue &modifier : modifiers) {
                    if (modifier[u"name"][u"id"].toString() != choice || found)
                        continue;
                    found = true;
                    price += int(modifier[u"price_adjustment"].toString(u"0.00"_s).toDouble());
                }
            }
            if (!found)
                return -1;
        }
        return price;
    }

private slots:
    void initTestCase()
    {
        saji::initResources();
        QFile file(QStringLiteral(RESOURCES_DIR) + u"/demo/pasar-saji.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.size() < 16 * 1024 * 1024);
        QJsonParseError error;
        m_menu = QJsonDocument::fromJson(file.readAll(), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(m_menu[u"format"].toString(), u"saji-menu/1"_s);
    }

    void theFoodCourtIsBigEnoughToShowEverything()
    {
        QVERIFY(m_menu[u"outlets"].toArray().size() >= 7);
        QVERIFY(m_menu[u"categories"].toArray().size() >= 8);
        QVERIFY(m_menu[u"products"].toArray().size() >= 88);
    }

    void noFieldIsMisspelt_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<Fields>("required");
        QTest::addColumn<Fields>("optional");
        QTest::newRow("outlets") << u"outlets"_s << Fields{u"id"_s, u"name"_s, u"monogram"_s, u"hue"_s}
                                 << Fields{u"tenant"_s, u"tagline"_s, u"tax"_s, u"service_charge"_s, u"pickup"_s, u"table_service"_s,
                                           u"late_after_s"_s, u"sort"_s};
        QTest::newRow("stations") << u"stations"_s << Fields{u"code"_s, u"outlet"_s, u"name"_s} << Fields{};
        QTest::newRow("categories") << u"categories"_s << Fields{u"id"_s, u"name"_s, u"art"_s} << Fields{u"sort"_s};
        QTest::newRow("groups") << u"modifier_groups"_s << Fields{u"id"_s, u"name"_s, u"modifiers"_s}
                                << Fields{u"min"_s, u"max"_s, u"style"_s};
        QTest::newRow("products") << u"products"_s
                                  << Fields{u"id"_s, u"outlet"_s, u"category"_s, u"name"_s, u"price"_s, u"art"_s, u"station"_s}
                                  << Fields{u"description"_s, u"modifier_groups"_s, u"allergens"_s, u"halal"_s, u"spice"_s,
                                            u"vegetarian"_s, u"best_seller"_s, u"minutes"_s, u"taxable"_s, u"available"_s, u"sort"_s};
    }

    void noFieldIsMisspelt()
    {
        QFETCH(QString, list);
        QFETCH(Fields, required);
        QFETCH(Fields, optional);
        QSet<QString> ids;
        const QList<QJsonObject> objects = all(list);
        for (const QJsonObject &object : objects) {
            const QStringList keys = object.keys();
            const Fields written(keys.begin(), keys.end());
            VERIFY_AT(written.contains(required), object);
            VERIFY_AT((required | optional).contains(written), object);
            const QString id = object.contains(u"id") ? QString::number(object[u"id"].toInt()) : object[u"code"].toString();
            VERIFY_AT(id != u"0"_s && !id.isEmpty() && !ids.contains(id), object);
            ids.insert(id);
        }
    }

    void everyOutletHasItsOwnColourTaxAndStations()
    {
        static const QRegularExpression colour(u"^#[0-9A-F]{6}$"_s);
        QSet<QString> monograms;
        QSet<QString> hues;
        QHash<int, int> stations;
        const QList<QJsonObject> allStations = all(u"stations"_s);
        for (const QJsonObject &station : allStations) {
            ++stations[station[u"outlet"].toInt()];
            VERIFY_AT(isInBothLanguages(station[u"name"], 120), station);
        }
        const QList<QJsonObject> outlets = all(u"outlets"_s);
        for (const QJsonObject &outlet : outlets) {
            VERIFY_AT(outlet[u"monogram"].toString().size() == 2, outlet);
            VERIFY_AT(colour.match(outlet[u"hue"].toString()).hasMatch(), outlet);
            VERIFY_AT(outlet[u"tax"][u"rate"].toString() == u"10.00"_s && outlet[u"tax"][u"name"].toString() == u"PB1"_s, outlet);
            VERIFY_AT(isInBothLanguages(outlet[u"tagline"], 120) && isInBothLanguages(outlet[u"pickup"], 120), outlet);
            const QJsonArray late = outlet[u"late_after_s"].toArray();
            VERIFY_AT(late.size() == 2 && late[0].toInt() < late[1].toInt(), outlet);
            const int count = stations.value(outlet[u"id"].toInt());
            VERIFY_AT(count >= 1 && count <= 3, outlet);
            monograms.insert(outlet[u"monogram"].toString());
            hues.insert(outlet[u"hue"].toString());
        }
        QCOMPARE(monograms.size(), outlets.size());
        QCOMPARE(hues.size(), outlets.size());
    }

    void everyGroupCanBeAnswered()
    {
        QSet<int> ids;
        int requiredWithDefault = 0;
        int requiredWithout = 0;
        const QList<QJsonObject> groups = all(u"modifier_groups"_s);
        for (const QJsonObject &group : groups) {
            VERIFY_AT(isInBothLanguages(group[u"name"], 120), group);
            const QJsonArray modifiers = group[u"modifiers"].toArray();
            const int count = int(modifiers.size());
            const int most = group[u"max"].toInt(1) == 0 ? count : group[u"max"].toInt(1);
            const int least = group[u"min"].toInt(0);
            VERIFY_AT(count > 0 && least <= most && most <= count, group);
            VERIFY_AT((QStringList{u"choice"_s, u"spice"_s}).contains(group[u"style"].toString(u"choice"_s)), group);
            int defaults = 0;
            int available = 0;
            for (const QJsonValue &value : modifiers) {
                const QJsonObject modifier = value.toObject();
                VERIFY_AT(!ids.contains(modifier[u"id"].toInt()) && modifier[u"id"].toInt() > 0, modifier);
                ids.insert(modifier[u"id"].toInt());
                VERIFY_AT(isInBothLanguages(modifier[u"name"], 120), modifier);
                VERIFY_AT(isMoney(modifier[u"price_adjustment"].toString(u"0.00"_s), true), modifier);
                VERIFY_AT((QStringList{u"plain"_s, u"without"_s, u"extra"_s}).contains(modifier[u"kind"].toString(u"plain"_s)), modifier);
                defaults += modifier[u"default"].toBool();
                available += modifier[u"available"].toBool(true);
            }
            VERIFY_AT(defaults <= most && available >= least, group);
            if (least > 0)
                ++(defaults >= least ? requiredWithDefault : requiredWithout);
        }
        QVERIFY(requiredWithDefault > 0); // both kinds are wanted: the screen treats them differently
        QVERIFY(requiredWithout > 0);
    }

    void everyReferenceOfAProductExists()
    {
        const QHash<int, QJsonObject> outlets = byId(u"outlets"_s);
        const QHash<int, QJsonObject> categories = byId(u"categories"_s);
        const QHash<int, QJsonObject> groups = byId(u"modifier_groups"_s);
        QHash<QString, int> stationOutlet;
        const QList<QJsonObject> stations = all(u"stations"_s);
        for (const QJsonObject &station : stations)
            stationOutlet.insert(station[u"code"].toString(), station[u"outlet"].toInt());
        QSet<int> usedGroups;
        QSet<QString> usedStations;
        const QList<QJsonObject> products = all(u"products"_s);
        for (const QJsonObject &dish : products) {
            VERIFY_AT(outlets.contains(dish[u"outlet"].toInt()), dish);
            VERIFY_AT(categories.contains(dish[u"category"].toInt()), dish);
            VERIFY_AT(stationOutlet.value(dish[u"station"].toString()) == dish[u"outlet"].toInt(), dish);
            usedStations.insert(dish[u"station"].toString());
            const QJsonArray ids = dish[u"modifier_groups"].toArray();
            QSet<int> own;
            for (const QJsonValue &id : ids) {
                VERIFY_AT(groups.contains(id.toInt()) && !own.contains(id.toInt()), dish);
                own.insert(id.toInt());
            }
            usedGroups |= own;
        }
        QCOMPARE(usedGroups.size(), groups.size());
        QCOMPARE(usedStations.size(), stationOutlet.size());
    }

    void everyProductIsNamedDescribedAndPriced()
    {
        QSet<QString> names;
        int bestSellers = 0;
        const QList<QJsonObject> products = all(u"products"_s);
        for (const QJsonObject &dish : products) {
            VERIFY_AT(isInBothLanguages(dish[u"name"], 120), dish);
            VERIFY_AT(isInBothLanguages(dish[u"description"], 500), dish);
            VERIFY_AT(!names.contains(dish[u"name"][u"id"].toString()), dish);
            names.insert(dish[u"name"][u"id"].toString());
            VERIFY_AT(isMoney(dish[u"price"], false), dish);
            VERIFY_AT(dish[u"price"].toString().toDouble() >= 1000, dish);
            VERIFY_AT((QStringList{u"yes"_s, u"no"_s, u"unknown"_s}).contains(dish[u"halal"].toString(u"unknown"_s)), dish);
            VERIFY_AT(dish[u"spice"].toInt() >= 0 && dish[u"spice"].toInt() <= 3, dish);
            VERIFY_AT(dish[u"minutes"].toInt() > 0, dish);
            const QJsonArray allergens = dish[u"allergens"].toArray();
            QSet<QString> codes;
            for (const QJsonValue &code : allergens)
                codes.insert(code.toString());
            VERIFY_AT(Allergens.contains(codes) && codes.size() == allergens.size(), dish);
            VERIFY_AT(!(dish[u"vegetarian"].toBool() && codes.intersects({u"fish"_s, u"crustaceans"_s, u"molluscs"_s})), dish);
            bestSellers += dish[u"best_seller"].toBool();
        }
        QVERIFY(bestSellers >= 8);
        QVERIFY(bestSellers <= 14);
    }

    void everyPictureExists()
    {
        const QList<QJsonObject> things = all(u"products"_s) + all(u"categories"_s);
        for (const QJsonObject &thing : things)
            VERIFY_AT(QFile::exists(u":/saji/art/"_s + thing[u"art"].toString() + u".svg"_s), thing);
    }

    void theLunchOfTheStoryCostsWhatTheScreensShow()
    {
        QCOMPARE(priceOf(u"Soto ayam Lamongan"_s, {u"Sedang"_s, u"Nasi putih"_s, u"Telur rebus"_s}), 38'000);
        QCOMPARE(priceOf(u"Perkedel kentang"_s, {u"Isi dua"_s}), 9'000);
        QCOMPARE(priceOf(u"Es teh manis"_s, {u"Sedikit gula"_s}), 8'000);
        QCOMPARE(priceOf(u"Sate ayam Madura"_s, {u"10 tusuk"_s, u"Lontong"_s}), 38'000);
        for (const QString &name : {u"Soto ayam Lamongan"_s, u"Perkedel kentang"_s, u"Es teh manis"_s})
            QCOMPARE(product(name)[u"outlet"].toInt(), 1);
        QCOMPARE(product(u"Sate ayam Madura"_s)[u"outlet"].toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(tst_DemoMenu)
#include "tst_demomenu.moc"
