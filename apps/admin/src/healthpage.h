// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/ground.h>

namespace saji {

class AdviceCard;
class DeviceCard;
class HealthSentence;
class JournalCard;
class Label;
class ScrollArea;
class StatCard;

//! How the restaurant is: the sentence, four figures, and below either all devices as cards, or what a person should do.
class HealthPage : public Ground
{
    Q_OBJECT

public:
    HealthPage(HealthPresenter &health, LanguageSwitch &language, QWidget *parent = nullptr);
    ~HealthPage() override;

    void refresh();

private:
    void furnish();
    void refreshCards();
    void refreshAdvice();

    HealthPresenter &m_presenter;
    LanguageSwitch &m_language;
    HealthSentence *m_sentence = nullptr;
    QList<StatCard *> m_figures;
    Label *m_head = nullptr;
    Label *m_count = nullptr;
    ScrollArea *m_body = nullptr;
    JournalCard *m_journal = nullptr;
    QList<DeviceCard *> m_cards;
    QList<AdviceCard *> m_advice;
};

} // namespace saji
