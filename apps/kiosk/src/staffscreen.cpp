// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffscreen.h"

#include <presentation/outboxwords.h>
#include <widgets/card.h>
#include <widgets/emptystate.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/pager.h>
#include <widgets/recordlist.h>
#include <widgets/segmentrow.h>
#include <widgets/synclamp.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr int waitingList = 0, quarantineList = 1;

} // namespace

//! A caption, a figure and what it rests on.
class StaffScreen::Figure : public Card
{
public:
    explicit Figure(QWidget *parent)
        : Card(parent), m_caption(new Label(Type::Caption)), m_figure(new Label(Type::Title)), m_evidence(new Label(Type::Small))
    {
        setRadius(32);
        setPadding(26, 18, 26, 18);
        m_caption->setColor(&Palette::ink2);
        m_figure->setSize(50, QFont::ExtraBold);
        m_evidence->setColor(&Palette::ink2);
        auto *column = new QVBoxLayout(this);
        column->setSpacing(0);
        column->addWidget(m_caption);
        column->addWidget(m_figure);
        column->addWidget(m_evidence);
    }

    void say(const OutboxFigure &figure)
    {
        m_caption->setText(figure.caption);
        m_figure->setText(figure.figure);
        m_evidence->setText(figure.evidence);
        m_figure->setColor(figure.plain ? &Palette::ink : figure.mood == HealthMood::Bad ? &Palette::cabai : &Palette::onKunyitTint2);
    }

private:
    Label *m_caption;
    Label *m_figure;
    Label *m_evidence;
};

StaffScreen::StaffScreen(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Page, parent), m_back(new IconButton(u"back"_s, {}, IconButton::Kind::Surface, this)),
      m_title(new Label(Type::Title, {}, this)), m_device(new Label(Type::Caption, {}, this)), m_lamp(new SyncLamp(this)),
      m_language(new TouchButton({}, TouchButton::Kind::Surface, this)), m_storage(new Banner(this)), m_healed(new Banner(this)),
      m_told(new Notice(Banner::Kind::Good, this)), m_reasons(new Label(Type::Caption, {}, this)),
      m_sync(new TouchButton({}, TouchButton::Kind::Primary, this)), m_clear(new TouchButton({}, TouchButton::Kind::Surface, this)), m_lists(new SegmentRow(this)), m_pager(new Pager(this)),
      m_orders(new RecordList(this)), m_empty(new EmptyState(this)), m_more(new Label(Type::Caption, {}, this))
{
    setObjectName(u"staff"_s);
    furnish();
    auto &outbox = journey.outbox();
    connect(m_back, &IconButton::clicked, &journey.flow(), &ScreenFlow::back);
    connect(m_language, &TouchButton::clicked, &journey.language(), &LanguageSwitch::toggle);
    connect(m_sync, &TouchButton::clicked, &outbox, &OutboxPresenter::syncNow);
    connect(m_clear, &TouchButton::clicked, this, [this] {
        this->journey().sync().clearPictures();
        tell(tr("The pictures are fetched again, as soon as there is a connection."), true);
    });
    connect(m_healed, &Banner::actionClicked, &journey, &Journey::acknowledgeHealing);
    connect(m_lists, &SegmentRow::chosen, this, [this](int list) {
        m_lists->setCurrent(list);
        showList();
        arrange();
    });
    connect(m_orders, &RecordList::activated, this, [this](const QModelIndex &row) {
        if (const auto order = OrderId::fromString(row.data(OutboxModel::IdRole).toString()))
            this->journey().openStaffOrder(*order);
    });
    connect(m_orders, &RecordList::pageChanged, m_pager, &Pager::setPage);
    connect(m_pager, &Pager::next, m_orders, &RecordList::nextPage);
    connect(m_pager, &Pager::previous, m_orders, &RecordList::previousPage);
    connect(&outbox, &OutboxPresenter::told, this, &StaffScreen::tell);
    const auto facts = [this] {
        if (isVisible())
            refreshFacts();
    };
    connect(&outbox, &OutboxPresenter::changed, this, facts);
    connect(&journey.sync(), &SyncPresenter::changed, this, facts);
}

StaffScreen::~StaffScreen() = default;

void StaffScreen::furnish()
{
    m_back->setObjectName(u"back"_s);
    m_title->setSize(46, QFont::ExtraBold);
    m_device->setColor(&Palette::ink2);
    m_language->setObjectName(u"language"_s);
    m_language->setSize(TouchButton::Size::Compact);
    m_language->setIcon(u"globe"_s);
    m_storage->setObjectName(u"storage"_s);
    m_healed->setObjectName(u"healed"_s);
    m_told->setObjectName(u"told"_s);
    m_told->hide();
    for (int i = 0; i < 4; ++i)
        m_figures << new Figure(this);
    m_reasons->setColor(&Palette::ink2);
    m_reasons->setMaxLines(9);
    m_sync->setObjectName(u"syncNow"_s);
    m_sync->setSize(TouchButton::Size::Big);
    m_sync->setIcon(u"recall"_s);
    m_clear->setObjectName(u"clearPictures"_s);
    m_clear->setSize(TouchButton::Size::Compact);
    m_lists->setObjectName(u"lists"_s);
    m_lists->setTall(false);
    m_pager->setObjectName(u"pager"_s);
    m_orders->setObjectName(u"orders"_s);
    m_orders->setRoles({.title = OutboxModel::TitleRole, .detail = OutboxModel::DetailRole, .state = OutboxModel::StateRole,
                        .lamp = OutboxModel::LampRole, .age = OutboxModel::AgeRole, .steps = OutboxModel::StepsRole});
    m_empty->setArtSize(220);
    m_more->setColor(&Palette::ink2);
    m_more->setAlignment(Qt::AlignCenter);
}

void StaffScreen::begin()
{
    m_told->hide();
    // What needs a person comes first.
    m_lists->setCurrent(journey().outbox().state().flaggedCount > 0 && journey().outbox().state().overdueCount == 0 ? quarantineList : waitingList);
    m_orders->setPage(0);
    refresh();
}

void StaffScreen::speak()
{
    m_back->setName(tr("Leave the staff area"));
    m_title->setText(tr("Staff area"));
    m_device->setText(journey().settings().deviceName);
    m_language->setText(LanguageSwitch::shortNameOf(journey().language().other()));
    m_sync->setText(tr("Sync now"));
    m_clear->setText(tr("Clear pictures"));
    refreshFacts();
}

void StaffScreen::refreshFacts()
{
    auto &outbox = journey().outbox();
    auto &sync = journey().sync();
    const auto lamp = sync.lamp() == SyncPresenter::Lamp::Connected ? Lamp::Ok
        : sync.lamp() == SyncPresenter::Lamp::Polling               ? Lamp::Polling
                                                                    : Lamp::Offline;
    m_lamp->set(lamp, sync.lampWord());
    const QList<OutboxFigure> figures = outbox.figures();
    for (int i = 0; i < m_figures.size(); ++i)
        m_figures.at(i)->say(figures.at(i));
    QStringList lines = sync.reasons();
    if (const QStringList kitchens = sync.kitchens(); !kitchens.isEmpty())
        lines << kitchens.join(u"  ·  "_s);
    for (const QString &line : {outbox.way(), sync.menuAge(), sync.menuFaults(), sync.pictures()}) {
        if (!line.isEmpty())
            lines << line;
    }
    m_reasons->setText(lines.join(u'\n'));
    m_clear->setVisible(!sync.pictures().isEmpty());
    const QLocale locale = journey().language().locale();
    m_lists->setSegments({{tr("Waiting (%1)").arg(locale.toString(outbox.state().waitingCount))},
                          {tr("Quarantine (%1)").arg(locale.toString(outbox.state().flaggedCount))}});
    showBanners();
    showList();
    arrange();
}

void StaffScreen::showBanners()
{
    const StorageNotice disk = journey().sync().storage();
    if (disk.mood == HealthMood::Good)
        m_storage->clear();
    else
        m_storage->say(disk.mood == HealthMood::Bad ? Banner::Kind::Bad : Banner::Kind::Hint, disk.icon, disk.sentence, disk.detail);
    const StorageNotice healed = journey().sync().healed();
    if (!journey().tellsHealing()) {
        m_healed->clear();
        return;
    }
    m_healed->say(Banner::Kind::Hint, healed.icon, healed.sentence, healed.detail);
    m_healed->setAction(tr("Understood"));
}

void StaffScreen::showList()
{
    auto &outbox = journey().outbox();
    const bool quarantine = m_lists->current() == quarantineList;
    OutboxModel &model = quarantine ? outbox.flagged() : outbox.waiting();
    if (m_orders->model() != &model)
        m_orders->setModel(&model);
    // Of an order that is at the server its reason matters, not its way.
    m_orders->setSigns(quarantine ? QStringList() : OutboxWords::signsOfAll());
    const bool empty = model.rowCount() == 0;
    m_orders->setVisible(!empty);
    m_pager->setVisible(m_orders->pageCount() > 1);
    m_empty->setVisible(empty);
    if (quarantine)
        m_empty->say(tr("Nothing in quarantine"), tr("An order that the server has a remark on would be here, with its reason, until somebody has dealt with it."));
    else
        m_empty->say(tr("Nothing waits"), tr("Every order of this kiosk is at the server. One that is not would be here, however long it takes."));
    m_more->setText(quarantine ? outbox.moreFlagged() : outbox.moreWaiting());
}

void StaffScreen::tell(const QString &words, bool worked)
{
    m_told->setKind(worked ? Banner::Kind::Good : Banner::Kind::Bad);
    m_told->say(worked ? u"check"_s : u"alert"_s, words);
    m_told->show();
    if (isVisible())
        arrange();
}

void StaffScreen::arrange()
{
    Space space(rect());
    space.inset(px(40), 0);
    space.top(px(isLandscape() ? 36 : 48));
    space.bottom(px(30));
    arrangeHead(space);
    for (Banner *banner : {m_storage, m_healed}) {
        if (!banner->isHidden()) {
            const QRect strip = space.top(Space::heightOf(banner, width()));
            banner->setGeometry(0, strip.top(), width(), strip.height());
        }
    }
    if (!m_storage->isHidden() || !m_healed->isHidden())
        space.top(px(24));
    if (!isLandscape()) {
        arrangeState(space);
        arrangeList(space);
        return;
    }
    Space left(space.left(space.rest().width() * 38 / 100, px(36)));
    arrangeState(left);
    arrangeList(space);
}

void StaffScreen::arrangeHead(Space &space)
{
    Space head(space.top(px(90), px(24)));
    m_back->setGeometry(centredIn(head.left(px(76), px(24)), px(76)));
    m_language->setGeometry(centredIn(head.right(m_language->sizeHint().width(), px(16)), px(76)));
    m_title->setGeometry(head.top(px(54)));
    m_device->setGeometry(head.rest());
}

void StaffScreen::arrangeState(Space &space)
{
    const int high = metrics().rowAt215(178);
    const int gap = px(16);
    const int cell = (space.rest().width() - gap) / 2;
    for (int row = 0; row < 2; ++row) {
        Space line(space.top(high, gap));
        m_figures.at(2 * row)->setGeometry(line.left(cell, gap));
        m_figures.at(2 * row + 1)->setGeometry(line.rest());
    }
    space.top(px(8));
    m_sync->setGeometry(space.top(highOf(m_sync, space.rest().width(), 116), px(16)));
    m_lamp->setGeometry(space.top(m_lamp->sizeHint().height(), px(4)));
    m_reasons->setGeometry(space.top(m_reasons, px(isLandscape() ? 16 : 24)));
    if (!m_clear->isHidden()) {
        const QRect line = space.top(px(76), px(isLandscape() ? 16 : 24));
        m_clear->setGeometry(line.left(), line.top(), std::min(line.width(), m_clear->sizeHint().width()), line.height());
    }
}

void StaffScreen::arrangeList(Space &space)
{
    if (!m_told->isHidden())
        m_told->setGeometry(space.top(Space::heightOf(m_told, space.rest().width()), px(16)));
    Space head(space.top(px(76), px(18)));
    if (!m_pager->isHidden())
        m_pager->setGeometry(head.right(m_pager->sizeHint().width(), px(20)));
    m_lists->setGeometry(centredIn(head.rest(), px(76)));
    if (!m_more->text().isEmpty())
        m_more->setGeometry(space.bottom(m_more->sizeHint().height(), px(8)));
    m_more->setVisible(!m_more->text().isEmpty());
    m_orders->setGeometry(space.rest());
    m_empty->setGeometry(space.rest());
}

} // namespace saji
