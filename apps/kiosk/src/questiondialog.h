// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/sheet.h>

namespace saji {

class IconView;
class IdleRing;
class Label;
class TouchButton;

//! One question over everything, with one answer that goes on and perhaps one that gives up.
class QuestionDialog : public Sheet
{
    Q_OBJECT

public:
    //! Ring: seconds that are left; Sign: an icon.
    enum class Head { Ring, Sign };

    QuestionDialog(Head head, QWidget *host);

    void ask(const QString &title, const QString &sentence, const QString &yes, const QString &no);
    void setSign(const QString &icon);
    void setRemaining(int remaining, int total);

signals:
    void accepted();
    void declined();

private:
    IdleRing *m_ring = nullptr;
    IconView *m_sign = nullptr;
    Label *m_title;
    Label *m_sentence;
    TouchButton *m_yes;
    TouchButton *m_no;
};

} // namespace saji
