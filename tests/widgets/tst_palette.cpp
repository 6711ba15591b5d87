// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/palette.h>

#include <QTest>

using namespace saji;

namespace {

struct Reading
{
    const char *what;
    QColor text;
    QColor ground;
    double least;
};

void read(const QList<Reading> &readings)
{
    for (const Reading &r : readings) {
        const double ratio = contrastRatio(r.text, r.ground);
        QVERIFY2(ratio >= r.least, qPrintable(QStringLiteral("%1: %2 is less than %3").arg(QLatin1StringView(r.what)).arg(ratio).arg(r.least)));
    }
}

// What the page of the look states, less the last digit's rounding.
constexpr double rounding = 0.05;

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(contrastRatio(Qt::white, Qt::black), contrastRatio(Qt::black, Qt::white));
    }

    void theLightLookReadsAsItsTableStates()
    {
        const Palette p = Palette::forLook(Look::Light);
        read({{"ink on ground", p.ink, p.ground, 15.1 - rounding}, {"ink on surface", p.ink, p.surface, 16.6 - rounding}, {"ink on sunken", p.ink, p.sunken, 13.7 - rounding},
              {"ink2 on ground", p.ink2, p.ground, 7.1 - rounding}, {"ink2 on surface", p.ink2, p.surface, 7.8 - rounding}, {"ink2 on sunken", p.ink2, p.sunken, 6.4 - rounding},
              {"edge on surface", p.edge, p.surface, 3.6 - rounding}, {"leaf on surface", p.leafText, p.surface, 8.0 - rounding}, {"leaf on tint", p.leafText, p.tint, 6.7 - rounding},
              {"white on leaf", p.onLeaf, p.leaf, 8.0 - rounding}, {"white on deep", p.onDeep, p.deep, 12.3 - rounding}, {"second on deep", p.onDeep2, p.deep, 9.3 - rounding},
              {"kunyit on deep", p.kunyit, p.deep, 7.1 - rounding}, {"text on tint", p.onTint, p.tint, 8.6 - rounding}, {"ink on kunyit", p.onKunyit, p.kunyit, 9.5 - rounding},
              {"text on kunyit tint", p.onKunyitTint, p.kunyitTint, 10.6 - rounding}, {"second on kunyit tint", p.onKunyitTint2, p.kunyitTint, 7.4 - rounding},
              {"cabai on surface", p.cabai, p.surface, 6.9 - rounding}, {"deep cabai on ground", p.cabaiDeep, p.ground, 8.6 - rounding},
              {"deep cabai on sunken", p.cabaiDeep, p.sunken, 7.8 - rounding}, {"text on cabai tint", p.onCabaiTint, p.cabaiTint, 7.8 - rounding},
              {"allergen", p.allergen, p.allergenTint, 9.4 - rounding}, {"focus on ground", p.focus, p.ground, 7.9 - rounding}});
    }

    void lampsStandOutInEveryLook()
    {
        const Palette light = Palette::forLook(Look::Light);
        read({{"ok", light.lampOk, light.surface, 5.4 - rounding}, {"polling", light.lampPolling, light.surface, 8.6 - rounding},
              {"offline", light.lampOffline, light.surface, 3.1 - rounding}, {"silent", light.lampSilent, light.surface, 6.9 - rounding}});
        for (const Look look : {Look::HighContrast, Look::Kitchen, Look::AdminDark}) {
            const Palette p = Palette::forLook(look);
            read({{"ok", p.lampOk, p.surface, 3}, {"polling", p.lampPolling, p.surface, 3}, {"offline", p.lampOffline, p.surface, 3}, {"silent", p.lampSilent, p.surface, 3}});
        }
    }

    void highContrastGivesAllTextSevenToOne()
    {
        const Palette p = Palette::forLook(Look::HighContrast);
        QVERIFY(p.flat);
        for (const ColorRole text : {&Palette::ink, &Palette::ink2, &Palette::leafText, &Palette::cabai, &Palette::cabaiDeep, &Palette::ok, &Palette::bad, &Palette::amber, &Palette::link,
                                     &Palette::disabled, &Palette::onTint, &Palette::onKunyitTint, &Palette::onKunyitTint2, &Palette::onCabaiTint, &Palette::allergen, &Palette::onDeep,
                                     &Palette::onDeep2, &Palette::onToast, &Palette::done, &Palette::voided}) {
            for (const ColorRole ground : {&Palette::ground, &Palette::surface, &Palette::sunken, &Palette::tint, &Palette::kunyitTint, &Palette::cabaiTint, &Palette::deep})
                QVERIFY(contrastRatio(p.*text, p.*ground) >= 7);
        }
        read({{"on primary", p.onLeaf, p.leaf, 16}, {"on pressed", p.onLeaf, p.leafPressed, 7}, {"on kunyit", p.onKunyit, p.kunyit, 16},
              {"on pressed kunyit", p.onKunyit, p.kunyitPressed, 7}, {"on selected", p.onSelected, p.selected, 16}, {"outline", p.outline, p.ground, 21}});
    }

    void theDarkLooksReadAsTheirTableStates()
    {
        const Palette k = Palette::forLook(Look::Kitchen);
        read({{"ink", k.ink, k.surface, 15.0 - rounding}, {"ink2", k.ink2, k.surface, 7.8 - rounding}, {"ink on raised", k.inkOnRaised, k.raised, 10.4 - rounding},
              {"amber", k.amber, k.surface, 10.1 - rounding}, {"ok", k.ok, k.surface, 9.2 - rounding}, {"bad", k.bad, k.surface, 5.9 - rounding}, {"link", k.link, k.surface, 6.1 - rounding},
              {"done", k.done, k.surface, 4.7 - rounding}, {"voided", k.voided, k.surface, 5.4}});
        const Palette a = Palette::forLook(Look::AdminDark);
        read({{"ink", a.ink, a.surface, 14}, {"ink2", a.ink2, a.surface, 8.0 - rounding}, {"ink2 on ground", a.ink2, a.ground, 7}, {"amber", a.amber, a.surface, 7}, {"ok", a.ok, a.surface, 7},
              {"bad", a.bad, a.surface, 5.5}});
        for (const Palette &p : {k, a}) {
            read({{"on leaf", p.onLeaf, p.leaf, 6}, {"on tint", p.onTint, p.tint, 7}, {"on kunyit tint", p.onKunyitTint, p.kunyitTint, 7}, {"second on kunyit tint", p.onKunyitTint2, p.kunyitTint, 7},
                  {"on cabai tint", p.onCabaiTint, p.cabaiTint, 7}, {"on selected", p.onSelected, p.selected, 7}, {"focus", p.focus, p.ground, 4.5}});
        }
    }

    void ticketStatesReadAsTheirTableStates()
    {
        const Palette p = Palette::forLook(Look::Kitchen);
        const auto pair = [](const ColorPair &c) { return contrastRatio(c.text, c.ground); };
        QVERIFY(pair(p.ticketNew) >= 8.6 - rounding);
        QVERIFY(pair(p.ticketCooking) >= 6.3 - rounding);
        QVERIFY(pair(p.ticketSoon) >= 10.2 - rounding);
        QVERIFY(pair(p.ticketLate) >= 7.3 - rounding);
        QVERIFY(pair(p.ticketWaiting) >= 10.4 - rounding);
        QVERIFY(pair(p.ticketReady) >= 9.0 - rounding);
        QVERIFY(pair(p.ticketRecalled) >= 7.9 - rounding);
        QVERIFY(pair(p.ticketCancelled) >= 10.5 - rounding);
        QVERIFY(pair(p.tagAllergy) >= 6.9 - rounding);
        QVERIFY(pair(p.tagWithout) >= 11.1 - rounding);
        QVERIFY(pair(p.tagExtra) >= 12.0 - rounding);
    }

    void whatIsPressedStillReads()
    {
        for (const Look look : {Look::Light, Look::HighContrast, Look::Kitchen, Look::AdminDark}) {
            const Palette p = Palette::forLook(look);
            read({{"pressed leaf", p.onLeaf, p.leafPressed, 4.5}, {"pressed kunyit", p.onKunyit, p.kunyitPressed, 4.5}, {"toast", p.onToast, p.toast, 7}});
        }
    }

    void everyHueOfAnOutletHoldsItsRatios()
    {
        const QColor ink = Palette::forLook(Look::Light).ink;
        for (int hue = 0; hue < 360; hue += 3) {
            const OutletColors outlet = outletColors(QColor::fromHsl(hue, 200, 110).rgb());
            QVERIFY2(contrastRatio(Qt::white, outlet.brand) >= 5.85, qPrintable(QString::number(hue)));
            QVERIFY2(contrastRatio(outlet.brand, outlet.tint) >= 5.15, qPrintable(QString::number(hue)));
            QVERIFY2(contrastRatio(ink, outlet.tint) >= 13.35, qPrintable(QString::number(hue)));
            QVERIFY2(contrastRatio(outlet.onBright, outlet.bright) >= 4.5, qPrintable(QString::number(hue)));
        }
    }

    void aColourOfTheTableKeepsItsHandPickedRow()
    {
        QCOMPARE(outletColors(0x8A5A00).tint, QColor(0xFF, 0xF0, 0xC9));
        QCOMPARE(outletColors(0x0D4F8B).bright, QColor(0x3E, 0x8F, 0xD6));
        QCOMPARE(outletColors(0x5B3A8C).brand, QColor(0x5B, 0x3A, 0x8C));
    }

    void anOutletKeepsItsHueWhateverItsLightness()
    {
        const QColor dark(0x00, 0x55, 0x66);
        const QColor pale(0x88, 0xD5, 0xE8);
        QVERIFY(qAbs(okHue(outletColors(dark.rgb()).brand) - okHue(dark)) < 6);
        QVERIFY(qAbs(okHue(outletColors(pale.rgb()).brand) - okHue(pale)) < 6);
    }
};

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
