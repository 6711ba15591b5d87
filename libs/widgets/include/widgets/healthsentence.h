// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

namespace saji {

class TouchButton;

//! How the restaurant is, in one sentence, one line of evidence and at most one action.
class HealthSentence : public Themed
{
    Q_OBJECT
public:
    enum class Mood { Good, Look, Bad };

    explicit HealthSentence(QWidget *parent = nullptr);

    void say(Mood mood, const QString &sentence, const QString &evidence, const QString &icon = {});
    //! Empty = no button.
    void setAction(const QString &text, const QString &icon = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void actionClicked();

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    Mood m_mood = Mood::Look;
    QString m_sentence, m_evidence, m_icon;
    TouchButton *m_action;
};

//! Something a person should do: severity bar, cause, effect, and up to two buttons.
class AdviceCard : public Themed
{
    Q_OBJECT
public:
    explicit AdviceCard(QWidget *parent = nullptr);

    void say(HealthSentence::Mood mood, const QString &icon, const QString &cause, const QString &effect);
    void setActions(const QString &first, const QString &second = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void firstClicked();
    void secondClicked();

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    HealthSentence::Mood m_mood = HealthSentence::Mood::Look;
    QString m_icon, m_cause, m_effect;
    TouchButton *m_first;
    TouchButton *m_second;
};

} // namespace saji
