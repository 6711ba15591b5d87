// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxpage.h"

#include "outboxpanel.h"
#include "outboxtable.h"

#include <widgets/banner.h>
#include <widgets/emptystate.h>
#include <widgets/label.h>
#include <widgets/segmentrow.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7).
constexpr int margin = 32, gap = 16, headHeight = 64, panelWidth = 480, listsWidth = 560;

HealthSentence::Mood moodOf(HealthMood mood)
{
    switch (mood) {
    case HealthMood::Good: return HealthSentence::Mood::Good;
    case HealthMood::Look: return HealthSentence::Mood::Look;
    case HealthMood::Bad: return HealthSentence::Mood::Bad;
    }
    return HealthSentence::Mood::Look;
}

StatCard::Tone toneOf(const OutboxFigure &figure)
{
    if (figure.plain)
        return StatCard::Tone::Normal;
    return figure.mood == HealthMood::Bad ? StatCard::Tone::Bad : StatCard::Tone::Warning;
}

} // namespace

OutboxPage::OutboxPage(OutboxPresenter &outbox, QWidget *parent)
    : Ground(Kind::Page, parent)
    , m_outbox(outbox)
    , m_sentence(new HealthSentence(this))
    , m_lists(new SegmentRow(this))
    , m_way(new Label(Type::AdminText, {}, this))
    , m_told(new Notice(Banner::Kind::Good, this))
    , m_waiting(new OutboxTable(outbox.waiting(), OutboxTable::Kind::Waiting, this))
    , m_flagged(new OutboxTable(outbox.flagged(), OutboxTable::Kind::Quarantine, this))
    , m_empty(new EmptyState(this))
    , m_more(new Label(Type::AdminSmall, {}, this))
    , m_panel(new OutboxPanel(this))
{
    setObjectName(u"outbox"_s);
    for (int i = 0; i < 4; ++i)
        m_figures << new StatCard({}, this);
    m_lists->setObjectName(u"lists"_s);
    m_lists->setTall(false);
    m_lists->setCurrent(Waiting);
    m_way->setColor(&Palette::ink2);
    m_way->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_told->setObjectName(u"told"_s);
    m_told->hide();
    m_empty->setArtSize(200);
    m_more->setColor(&Palette::ink2);
    connect(m_lists, &SegmentRow::chosen, this, [this](int list) { showList(List(list)); });
    connect(&m_outbox, &OutboxPresenter::changed, this, &OutboxPage::refresh);
    connect(&m_outbox, &OutboxPresenter::told, this, &OutboxPage::tell);
    connect(m_sentence, &HealthSentence::actionClicked, &m_outbox, &OutboxPresenter::syncNow);
    for (OutboxTable *table : {m_waiting, m_flagged})
        connect(table, &OutboxTable::chosen, this, &OutboxPage::refreshPanel);
    connect(m_panel, &OutboxPanel::retryWanted, &m_outbox, &OutboxPresenter::retry);
    connect(m_panel, &OutboxPanel::exportWanted, &m_outbox, &OutboxPresenter::exportOrder);
    connect(m_panel, &OutboxPanel::settleWanted, this, &OutboxPage::settleWanted);
    refresh();
}

OutboxPage::List OutboxPage::list() const
{
    return List(m_lists->current());
}

OutboxTable *OutboxPage::table() const
{
    return list() == Quarantine ? m_flagged : m_waiting;
}

void OutboxPage::showList(List list)
{
    m_lists->setCurrent(list);
    m_told->hide();
    refresh();
}

void OutboxPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Ground::changeEvent(event);
}

void OutboxPage::themeChanged()
{
    Ground::themeChanged();
    place();
}

void OutboxPage::resizeEvent(QResizeEvent *)
{
    place();
}

void OutboxPage::tell(const QString &words, bool worked)
{
    m_told->setKind(worked ? Banner::Kind::Good : Banner::Kind::Bad);
    m_told->say(worked ? u"check"_s : u"alert"_s, words);
    m_told->show();
    place();
}

void OutboxPage::refresh()
{
    const OutboxSummary summary = m_outbox.summary();
    m_sentence->say(moodOf(summary.mood), summary.sentence, summary.evidence, summary.icon);
    m_sentence->setAction(m_outbox.state().waitingCount > 0 ? tr("Sync now") : QString(), u"recall"_s);
    const QList<OutboxFigure> figures = m_outbox.figures();
    for (int i = 0; i < m_figures.size(); ++i) {
        m_figures.at(i)->setCaption(figures.at(i).caption);
        m_figures.at(i)->setFigure(figures.at(i).figure, figures.at(i).evidence, toneOf(figures.at(i)));
    }
    const quint64 waiting = m_outbox.state().waitingCount, flagged = m_outbox.state().flaggedCount;
    m_lists->setSegments({{tr("Waiting (%1)").arg(waiting)}, {tr("Quarantine (%1)").arg(flagged)}});
    m_way->setText(m_outbox.way());
    const bool quarantine = list() == Quarantine;
    const bool empty = quarantine ? m_outbox.flagged().rowCount() == 0 : m_outbox.waiting().rowCount() == 0;
    m_waiting->setVisible(!quarantine && !empty);
    m_flagged->setVisible(quarantine && !empty);
    m_empty->setVisible(empty);
    if (quarantine)
        m_empty->say(tr("Nothing in quarantine"), tr("An order that the server has a remark on stays here with its reason, until somebody has dealt with it."));
    else
        m_empty->say(tr("Nothing waits"), tr("Every order that this panel has heard of is at the server. One that is not stays here, however long it takes."));
    m_more->setText(quarantine ? m_outbox.moreFlagged() : m_outbox.moreWaiting());
    refreshPanel();
    place();
}

void OutboxPage::refreshPanel()
{
    m_panel->show(m_outbox.sheet(table()->currentOrder()));
}

void OutboxPage::place()
{
    const Metrics &m = metrics();
    const int edge = m.at24(margin);
    const int between = m.at24(gap);
    QRect area = rect().adjusted(edge, edge, -edge, -edge);
    if (area.width() <= 0)
        return;
    m_sentence->setGeometry(area.left(), area.top(), area.width(), m_sentence->sizeHint().height());
    area.setTop(m_sentence->geometry().bottom() + 1 + between);
    const int figureHeight = m_figures.first()->sizeHint().height();
    const int wide = (area.width() - 3 * between) / 4;
    for (int i = 0; i < m_figures.size(); ++i)
        m_figures.at(i)->setGeometry(area.left() + i * (wide + between), area.top(), wide, figureHeight);
    area.setTop(area.top() + figureHeight + m.at24(22));
    const int head = m.at24(headHeight);
    const int lists = std::min(area.width() / 2, m.at24(listsWidth));
    m_lists->setGeometry(area.left(), area.top(), lists, head);
    // What has just been done stands where else the next try is told: the list and the order beside it keep their places.
    const QRect beside(area.left() + lists + between, area.top(), area.width() - lists - between, head);
    m_way->setGeometry(beside);
    m_way->setVisible(m_told->isHidden());
    m_told->setGeometry(beside);
    area.setTop(area.top() + head + between);
    const int panel = m_panel->isHidden() ? 0 : m.at24(panelWidth);
    m_panel->setGeometry(area.right() + 1 - m.at24(panelWidth), area.top(), m.at24(panelWidth), area.height());
    QRect left = area.adjusted(0, 0, panel > 0 ? -(panel + between) : 0, 0);
    m_empty->setGeometry(left);
    m_more->setVisible(!m_more->text().isEmpty());
    if (!m_more->isHidden()) {
        m_more->setGeometry(left.left() + m.at24(24), left.bottom() + 1 - m.at24(28), left.width(), m.at24(28));
        left.setBottom(left.bottom() - m.at24(34));
    }
    m_waiting->setGeometry(left);
    m_flagged->setGeometry(left);
}

} // namespace saji
