// SPDX-License-Identifier: GPL-3.0-or-later
#include "healthpage.h"

#include "devicetable.h"
#include "journallist.h"
#include "lamplegend.h"

#include <widgets/emptystate.h>
#include <widgets/label.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

// Pixels of the 24" screen (look.md section 7).
constexpr int margin = 32;
constexpr int gap = 16;
constexpr int headHeight = 44;
constexpr int cardHeight = 132;
constexpr int cardColumns = 3;
constexpr int adviceShare = 46; // per cent: a table with long names needs more than the cards beside it

HealthSentence::Mood moodOf(HealthMood mood)
{
    switch (mood) {
    case HealthMood::Good: return HealthSentence::Mood::Good;
    case HealthMood::Look: return HealthSentence::Mood::Look;
    case HealthMood::Bad: return HealthSentence::Mood::Bad;
    }
    return HealthSentence::Mood::Look;
}

StatCard::Tone toneOf(const HealthFigure &figure)
{
    if (figure.plain)
        return StatCard::Tone::Normal;
    switch (figure.mood) {
    case HealthMood::Good: return StatCard::Tone::Good;
    case HealthMood::Look: return StatCard::Tone::Warning;
    case HealthMood::Bad: return StatCard::Tone::Bad;
    }
    return StatCard::Tone::Normal;
}

} // namespace

HealthPage::HealthPage(HealthPresenter &health, QWidget *parent)
    : Ground(Kind::Page, parent)
    , m_health(health)
    , m_sentence(new HealthSentence(this))
    , m_devicesTitle(new Label(Type::AdminHead, {}, this))
    , m_devicesCount(new Label(Type::AdminText, {}, this))
    , m_legend(new LampLegend(this))
    , m_adviceTitle(new Label(Type::AdminHead, {}, this))
    , m_adviceMore(new Label(Type::AdminText, {}, this))
    , m_journal(new JournalList(health, this))
    , m_table(new DeviceTable(health.devices(), DeviceTable::Kind::Brief, this))
    , m_empty(new EmptyState(this))
{
    setObjectName(u"health"_s);
    for (int i = 0; i < 4; ++i)
        m_figures << new StatCard({}, this);
    m_devicesCount->setColor(&Palette::ink2);
    m_adviceMore->setColor(&Palette::ink2);
    connect(&m_health, &HealthPresenter::changed, this, &HealthPage::refresh);
    connect(m_sentence, &HealthSentence::actionClicked, &m_health, &HealthPresenter::retry);
    connect(m_table, &DeviceTable::chosen, this, &HealthPage::devicesWanted);
    refresh();
}

void HealthPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Ground::changeEvent(event);
}

void HealthPage::themeChanged()
{
    Ground::themeChanged();
    place();
}

void HealthPage::resizeEvent(QResizeEvent *)
{
    place();
}

void HealthPage::refresh()
{
    const HealthWords words = m_health.words();
    m_sentence->say(moodOf(words.mood), words.sentence, words.evidence, words.icon);
    m_sentence->setAction(words.canRetry ? tr("Try now") : QString(), words.canRetry ? u"recall"_s : QString());
    m_devicesTitle->setText(tr("Devices"));
    const bool nobody = m_health.devices().rowCount() == 0;
    m_devicesCount->setText(nobody ? QString() : m_health.deviceCount());
    m_empty->say(tr("No device known yet"), tr("Kiosks, kitchens, hub and server appear here as soon as this panel hears of them."));
    m_empty->setArtSize(200);
    m_adviceTitle->setText(tr("What to do"));
    m_problems = m_health.hasProblems();
    refreshFigures();
    refreshCards();
    refreshAdvice();
    place();
}

void HealthPage::refreshFigures()
{
    const QList<HealthFigure> figures = m_health.figures();
    for (qsizetype i = 0; i < m_figures.size() && i < figures.size(); ++i) {
        m_figures.at(i)->setCaption(figures.at(i).caption);
        m_figures.at(i)->setFigure(figures.at(i).figure, figures.at(i).evidence, toneOf(figures.at(i)));
        m_figures.at(i)->setTrend(figures.at(i).trend);
    }
}

void HealthPage::refreshCards()
{
    const QList<DeviceRow> &rows = m_health.devices().rows();
    while (m_cards.size() < rows.size()) {
        auto *card = new DeviceCard(this);
        connect(card, &DeviceCard::clicked, this, [this, card] {
            emit devicesWanted(m_health.devices().rows().value(m_cards.indexOf(card)).key());
        });
        m_cards << card;
    }
    while (m_cards.size() > rows.size())
        delete m_cards.takeLast();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const DeviceRow &row = rows.at(i);
        const auto text = [&](int column) { return m_health.devices().index(int(i), column).data().toString(); };
        m_cards.at(i)->set(row.icon(), row.name(), Lamp(DeviceModel::lampOf(row)), row.word());
        if (const QString removal = m_health.removalOf(row.peer); !removal.isEmpty()) {
            m_cards.at(i)->setFacts({removal});
            continue;
        }
        m_cards.at(i)->setFacts({tr("heard %1").arg(text(DeviceModel::HeardColumn)), text(DeviceModel::PathColumn),
                                 tr("queue %1").arg(text(DeviceModel::WaitingColumn))});
    }
}

void HealthPage::refreshAdvice()
{
    const QList<HealthAdvice> advice = m_health.advice();
    while (m_advice.size() < advice.size()) {
        auto *card = new AdviceCard(this);
        connect(card, &AdviceCard::firstClicked, this, [this, card] { onAdvice(card); });
        m_advice << card;
    }
    while (m_advice.size() > advice.size())
        delete m_advice.takeLast();
    for (qsizetype i = 0; i < advice.size(); ++i) {
        m_advice.at(i)->say(moodOf(advice.at(i).mood), advice.at(i).icon, advice.at(i).cause, advice.at(i).effect);
        m_advice.at(i)->setActions(advice.at(i).canRetry       ? tr("Try now")
                                   : advice.at(i).outbox           ? tr("See these orders")
                                   : advice.at(i).device.isEmpty() ? tr("See all devices")
                                                                   : tr("See this device"));
    }
}

void HealthPage::onAdvice(AdviceCard *card)
{
    const HealthAdvice advice = m_health.advice().value(m_advice.indexOf(card));
    if (advice.canRetry)
        m_health.retry();
    else if (advice.outbox)
        emit outboxWanted();
    else
        emit devicesWanted(advice.device);
}

bool HealthPage::cardsFit() const
{
    // More than four rows of cards are harder to take in than a table.
    return m_cards.size() <= 4 * cardColumns;
}

void HealthPage::place()
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
        m_figures.at(i)->setGeometry(area.left() + i * (wide + between), area.top(), i == 3 ? area.right() + 1 - (area.left() + 3 * (wide + between)) : wide, figureHeight);
    area.setTop(area.top() + figureHeight + m.at24(28));
    m_problems ? placeProblems(area) : placeHealthy(area);
}

void HealthPage::placeHealthy(const QRect &area)
{
    const Metrics &m = metrics();
    const int between = m.at24(gap);
    const int wide = (area.width() - 3 * between) / 4;
    const int side = area.right() + 1 - wide;
    const bool cards = cardsFit();
    for (QWidget *hidden : std::initializer_list<QWidget *>{m_adviceTitle, m_adviceMore})
        hidden->hide();
    m_table->setVisible(!cards);
    m_legend->setVisible(!m_cards.isEmpty() && cards);
    m_empty->setVisible(m_cards.isEmpty());
    m_journal->show();
    m_journal->setGeometry(side, area.top(), wide, area.height());
    const int head = m.at24(headHeight);
    m_devicesTitle->setGeometry(area.left(), area.top(), m_devicesTitle->sizeHint().width(), head);
    const int legend = m_legend->sizeHint().width();
    m_legend->setGeometry(side - between - legend, area.top(), legend, head);
    const int countLeft = m_devicesTitle->geometry().right() + m.at24(16);
    m_devicesCount->setGeometry(countLeft, area.top(), std::max(0, m_legend->x() - countLeft - between), head);
    const int top = area.top() + head + m.at24(6);
    const int high = m.at24(cardHeight);
    for (int i = 0; i < m_cards.size(); ++i) {
        m_cards.at(i)->setVisible(cards);
        m_cards.at(i)->setGeometry(area.left() + (i % cardColumns) * (wide + between), top + (i / cardColumns) * (high + between), wide, high);
    }
    m_table->setGeometry(area.left(), top, side - between - area.left(), area.bottom() + 1 - top);
    m_empty->setGeometry(m_table->geometry());
}

void HealthPage::placeProblems(const QRect &area)
{
    const Metrics &m = metrics();
    const int between = m.at24(gap);
    const int half = (area.width() - between) * adviceShare / 100;
    const int head = m.at24(headHeight);
    for (DeviceCard *card : std::as_const(m_cards))
        card->hide();
    m_legend->hide();
    m_empty->hide();
    m_journal->hide();
    m_adviceTitle->show();
    m_table->show();
    m_adviceTitle->setGeometry(area.left(), area.top(), half, head);
    const int right = area.left() + half + between;
    m_devicesTitle->setGeometry(right, area.top(), m_devicesTitle->sizeHint().width(), head);
    const int countLeft = m_devicesTitle->geometry().right() + m.at24(16);
    m_devicesCount->setGeometry(countLeft, area.top(), area.right() + 1 - countLeft, head);
    int y = area.top() + head + m.at24(6);
    m_table->setGeometry(right, y, area.right() + 1 - right, area.bottom() + 1 - y);
    int hidden = 0;
    int wanted = 0;
    for (const AdviceCard *card : std::as_const(m_advice))
        wanted += card->sizeHint().height() + between;
    // When not all fit, the line that counts the rest needs its room, too.
    const int rest = m.at24(26) + between;
    const int end = area.bottom() + 1 - (wanted - between > area.bottom() + 1 - y ? rest : 0);
    for (AdviceCard *card : std::as_const(m_advice)) {
        const int high = card->sizeHint().height();
        const bool fits = hidden == 0 && y + high <= end;
        card->setVisible(fits);
        hidden += fits ? 0 : 1;
        if (!fits)
            continue;
        card->setGeometry(area.left(), y, half, high);
        y += high + between;
    }
    m_adviceMore->setVisible(hidden > 0);
    m_adviceMore->setText(tr("and %n more in the table", nullptr, hidden));
    m_adviceMore->setGeometry(area.left() + m.at24(24), y, half - m.at24(24), m.at24(26));
}

} // namespace saji
