// SPDX-License-Identifier: GPL-3.0-or-later
#include "healthpage.h"

#include "journalcard.h"

#include <widgets/devicecard.h>
#include <widgets/healthsentence.h>
#include <widgets/label.h>
#include <widgets/scrollarea.h>
#include <widgets/statcard.h>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace saji {
namespace {

constexpr int figureCount = 4;
constexpr qreal cardWidth24 = 386; // three beside the journal at 1920

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

Lamp lampOf(PeerLampKind kind)
{
    switch (kind) {
    case PeerLampKind::Ok: return Lamp::Ok;
    case PeerLampKind::Polling: return Lamp::Polling;
    case PeerLampKind::Offline: return Lamp::Offline;
    case PeerLampKind::Silent: return Lamp::Silent;
    }
    return Lamp::Silent;
}

} // namespace

HealthPage::HealthPage(HealthPresenter &health, LanguageSwitch &language, QWidget *parent)
    : Ground(Kind::Page, parent), m_presenter(health), m_language(language)
{
    setObjectName(QStringLiteral("health"));
    furnish();
}

HealthPage::~HealthPage() = default;

void HealthPage::furnish()
{
    const Metrics &m = metrics();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(m.at24(32), m.at24(32), m.at24(32), m.at24(24));
    column->setSpacing(m.at24(16));
    m_sentence = new HealthSentence;
    connect(m_sentence, &HealthSentence::actionClicked, &m_presenter, &HealthPresenter::retry);
    column->addWidget(m_sentence);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(m.at24(16));
    for (int i = 0; i < figureCount; ++i) {
        m_figures << new StatCard;
        figures->addWidget(m_figures.last());
    }
    column->addLayout(figures);

    auto *body = new QHBoxLayout;
    body->setSpacing(m.at24(16));
    auto *left = new QVBoxLayout;
    left->setSpacing(m.at24(12));
    auto *head = new QHBoxLayout;
    head->setSpacing(m.at24(14));
    m_head = new Label(Type::AdminHead);
    m_count = new Label(Type::AdminText);
    m_count->setColor(&Palette::ink2);
    head->addWidget(m_head);
    head->addWidget(m_count, 1);
    left->addSpacing(m.at24(12));
    left->addLayout(head);
    m_body = new ScrollArea;
    new QGridLayout(m_body->content());
    left->addWidget(m_body, 1);
    body->addLayout(left, 3);
    m_journal = new JournalCard(m_presenter);
    auto *right = new QVBoxLayout;
    right->addSpacing(m.at24(12));
    right->addWidget(m_journal, 1);
    body->addLayout(right, 1);
    column->addLayout(body, 1);
}

void HealthPage::refresh()
{
    const HealthWords words = m_presenter.words();
    m_sentence->say(moodOf(words.mood), words.sentence, words.evidence, words.icon);
    m_sentence->setAction(words.canRetry ? tr("Try now") : QString(), words.canRetry ? QStringLiteral("recall") : QString());
    const auto figures = m_presenter.figures();
    for (qsizetype i = 0; i < std::min(figures.size(), m_figures.size()); ++i) {
        m_figures[i]->setCaption(figures[i].caption);
        m_figures[i]->setFigure(figures[i].figure, figures[i].evidence, toneOf(figures[i]));
        m_figures[i]->setTrend(figures[i].trend);
    }
    const auto advice = m_presenter.advice();
    m_head->setText(advice.isEmpty() ? tr("Devices") : tr("What you should do"));
    m_count->setText(m_presenter.deviceCount());
    refreshAdvice();
    refreshCards();
    m_journal->refresh();
}

void HealthPage::refreshAdvice()
{
    const Metrics &m = metrics();
    auto *grid = static_cast<QGridLayout *>(m_body->content()->layout());
    grid->setContentsMargins(0, 0, 0, m.at24(12));
    grid->setSpacing(m.at24(16));
    const auto advice = m_presenter.advice();
    while (m_advice.size() > advice.size())
        delete m_advice.takeLast();
    const int columns = std::max(1, int(m_body->width() / std::max(1, m.at24(cardWidth24))));
    while (m_advice.size() < advice.size()) {
        auto *card = new AdviceCard;
        connect(card, &AdviceCard::firstClicked, &m_presenter, &HealthPresenter::retry);
        m_advice << card;
    }
    for (qsizetype i = 0; i < advice.size(); ++i) {
        m_advice[i]->say(moodOf(advice[i].mood), advice[i].icon, advice[i].cause, advice[i].effect);
        m_advice[i]->setActions(advice[i].canRetry ? tr("Try now") : QString());
        grid->addWidget(m_advice[i], int(i), 0, 1, columns);
    }
}

void HealthPage::refreshCards()
{
    const Metrics &m = metrics();
    auto *grid = static_cast<QGridLayout *>(m_body->content()->layout());
    const auto &rows = m_presenter.devices().rows();
    while (m_cards.size() > rows.size())
        delete m_cards.takeLast();
    while (m_cards.size() < rows.size())
        m_cards << new DeviceCard;
    const int columns = std::max(1, int(m_body->width() / std::max(1, m.at24(cardWidth24))));
    const QLocale locale = m_language.locale();
    const int first = int(m_advice.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const DeviceRow &row = rows[i];
        m_cards[i]->set(row.icon(), row.name(), lampOf(DeviceModel::lampOf(row)), row.word());
        m_cards[i]->setFacts({tr("heard %1").arg(row.heard(locale)), row.path(), tr("queue %1").arg(row.waiting())});
        grid->addWidget(m_cards[i], first + int(i) / columns, int(i) % columns);
    }
    for (int column = 0; column < grid->columnCount(); ++column)
        grid->setColumnStretch(column, column < columns ? 1 : 0);
    for (int row = 0; row < grid->rowCount(); ++row)
        grid->setRowStretch(row, 0);
    grid->setRowStretch(first + int(rows.size()), 1);
}

} // namespace saji
