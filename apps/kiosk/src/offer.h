// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/card.h>

namespace saji {

class ArtView;
class Label;
class TouchButton;

//! The one offer on the way out: a dish, its price, and a button; never more than one, never a screen of its own.
class Offer : public Card
{
    Q_OBJECT

public:
    explicit Offer(QWidget *parent = nullptr);

    void say(const QString &art, const QString &question, const QString &detail, const QString &action);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void taken();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;

private:
    void place();
    int wordsWidth(int width) const;

    ArtView *m_art;
    Label *m_question;
    Label *m_detail;
    TouchButton *m_add;
};

} // namespace saji
