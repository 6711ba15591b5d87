// SPDX-License-Identifier: GPL-3.0-or-later
#include "attractscreen.h"

#include "table.h"

#include <widgets/brandmark.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/segmentrow.h>
#include <widgets/touchbutton.h>

#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Back to front, in pixels of the 1080 x 1920 drawing.
const QList<Table::Dish> &dishes()
{
    static const QList<Table::Dish> table{
        {u"gado_gado"_s, {885, 940}, 576, false}, {u"nasi_goreng"_s, {190, 1014}, 610, false}, {u"sate"_s, {556, 1200}, 672, false},
        {u"es_teh"_s, {918, 1132}, 368, false},   {u"rendang"_s, {884, 1412}, 480, false},     {u"soto"_s, {212, 1308}, 500, true},
        {u"sambal"_s, {522, 1404}, 268, false}};
    return table;
}

// The two lines stand closer than their letters reach down.
constexpr int descenders = 22;

constexpr QRectF portraitScene(0, 660, 1080, 980);
constexpr QRectF landscapeScene(-40, 700, 1140, 940);

} // namespace

AttractScreen::AttractScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Leaf, parent), m_table(new Table(this)), m_brand(new BrandMark({}, {}, this)), m_language(new SegmentRow(this)),
      m_hungry(new Label(Type::Attract, {}, this)), m_order(new Label(Type::Attract, {}, this)), m_sentence(new Label(Type::Text, {}, this)),
      m_start(new TouchButton({}, TouchButton::Kind::Turmeric, this)), m_accessIcon(new IconView(u"access"_s, this)),
      m_accessNote(new Label(Type::Caption, {}, this)), m_staff(new TouchButton({}, TouchButton::Kind::Glass, this))
{
    setObjectName(u"attract"_s);
    m_brand->setOnLeaf(true);
    m_brand->setSide(92);
    m_language->setObjectName(u"language"_s);
    m_language->setTall(false);
    m_language->setGlass(true);
    m_hungry->setColor(&Palette::onLeaf);
    m_order->setColor(&Palette::kunyit);
    m_sentence->setSize(36, QFont::DemiBold);
    m_sentence->setColor(&Palette::onDeep2);
    m_sentence->setMaxLines(3);
    m_sentence->setLineFactor(textLine);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_start->setObjectName(u"start"_s);
    m_start->setSize(TouchButton::Size::Hero);
    m_start->setIcon(u"hand"_s);
    m_accessIcon->setSides(30);
    m_accessIcon->setColor(&Palette::onDeep2);
    m_accessNote->setColor(&Palette::onDeep2);
    m_accessNote->setMaxLines(2);

    m_staff->setObjectName(u"staff"_s);
    m_staff->setSize(TouchButton::Size::Compact);
    m_staff->setIcon(u"lock"_s);
    connect(m_staff, &TouchButton::clicked, this, [this] { this->journey().flow().open(ScreenFlow::Overlay::Pin); });
    connect(&journey.sync(), &SyncPresenter::changed, this, &AttractScreen::showStaff);
    connect(&journey.outbox(), &OutboxPresenter::changed, this, &AttractScreen::showStaff);
    connect(m_start, &TouchButton::clicked, &journey.flow(), &ScreenFlow::begin);
    connect(m_language, &SegmentRow::chosen, this,
            [this](int index) { this->journey().language().setLanguage(LanguageSwitch::languages().at(index)); });
    connect(&journey.menu(), &MenuPresenter::stateChanged, this, &Screen::refresh);
}

AttractScreen::~AttractScreen() = default;

void AttractScreen::speak()
{
    const QString name = journey().menu().storeName();
    m_brand->set(name.isEmpty() ? u"Saji"_s : name, tr("%n outlet(s), one order", nullptr, int(journey().menu().menu().outlets().size())));
    QList<SegmentRow::Segment> languages;
    for (const QString &language : LanguageSwitch::languages())
        languages << SegmentRow::Segment{LanguageSwitch::shortNameOf(language), {}, 0, true};
    m_language->setSegments(languages);
    m_language->setCurrent(int(LanguageSwitch::languages().indexOf(journey().language().language())));
    m_hungry->setText(tr("Hungry?"));
    m_order->setText(tr("Order here."));
    m_sentence->setText(tr("Choose from every outlet, pay once, and wait for your number to be called."));
    m_start->setText(tr("Touch to start"));
    showStaff();
    m_accessNote->setText(tr("Seated mode, large text and high contrast are on the next screen"));
}

void AttractScreen::showStaff()
{
    const QStringList matters = journey().staffMatters();
    const bool wanted = !matters.isEmpty();
    const QString words = tr("Staff: %1").arg(matters.join(u" · "_s));
    if (wanted == !m_staff->isHidden() && (!wanted || m_staff->text() == words))
        return;
    m_staff->setText(words);
    m_staff->setVisible(wanted);
    if (isVisible())
        arrange();
}

void AttractScreen::arrange()
{
    if (isLandscape())
        arrangeLandscape();
    else
        arrangePortrait();
    m_table->lower();
    m_staff->raise();
}

void AttractScreen::arrangePortrait()
{
    const int descender = px(descenders);
    Space space(rect());
    space.inset(px(56), 0);
    space.top(px(56));
    Space head(space.top(px(92), px(96)));
    const int staff = std::min(head.rest().width(), m_staff->sizeHint().width());
    m_staff->setGeometry(head.rest().right() + 1 - staff, head.rest().bottom() + px(14), staff, px(76));
    m_language->setGeometry(centredIn(head.right(px(344), px(20)), px(80)));
    m_brand->setGeometry(head.rest());
    m_hungry->setGeometry(space.top(px(146)).adjusted(0, -descender, 0, descender));
    m_order->setGeometry(space.top(px(150), px(24)).adjusted(0, -descender, 0, descender));
    const QRect sentence = space.top(px(150));
    m_sentence->setGeometry(sentence.left(), sentence.top(), std::min(sentence.width(), px(700)), sentence.height());

    space.bottom(px(40));
    const QRect note = space.bottom(px(64), px(10));
    const int noteWidth = std::min(note.width() - px(48), m_accessNote->sizeHint().width());
    const int left = note.left() + (note.width() - noteWidth - px(48)) / 2;
    m_accessIcon->setGeometry(left, note.top(), px(30), note.height());
    m_accessNote->setGeometry(left + px(46), note.top(), noteWidth, note.height());
    m_start->setGeometry(space.bottom(px(176)));
    m_table->setGeometry(0, height() * 66 / 192, width(), height() * 98 / 192);
    m_table->lay(dishes(), portraitScene);
}

void AttractScreen::arrangeLandscape()
{
    const int descender = px(descenders);
    const int split = width() * 47 / 100;
    Space space(QRect(px(72), px(56), split - px(72), height() - px(56) - px(40)));
    m_brand->setGeometry(space.top(px(92), px(60)));
    m_language->setGeometry(width() - px(56) - px(344), px(62), px(344), px(80));
    const int staff = std::min(m_language->x() - split - px(24), m_staff->sizeHint().width());
    m_staff->setGeometry(m_language->x() - px(24) - staff, px(64), staff, px(76));
    m_hungry->setGeometry(space.top(px(146)).adjusted(0, -descender, 0, descender));
    m_order->setGeometry(space.top(px(150), px(24)).adjusted(0, -descender, 0, descender));
    m_sentence->setGeometry(space.top(px(150)));
    const QRect note = space.bottom(px(64), px(10));
    m_accessIcon->setGeometry(note.left(), note.top(), px(30), note.height());
    m_accessNote->setGeometry(note.left() + px(46), note.top(), note.width() - px(46), note.height());
    m_start->setGeometry(space.bottom(px(176)));
    m_table->setGeometry(split + px(24), px(120), width() - split - px(24), height() - px(120));
    m_table->lay(dishes(), landscapeScene);
}

void AttractScreen::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton;
}

void AttractScreen::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_pressed, false) && rect().contains(event->position().toPoint()))
        journey().flow().begin();
}

} // namespace saji
