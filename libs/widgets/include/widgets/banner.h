// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! One plain sentence about a fault and a second about what still works, under the header; pushes the content down, never covers it.
//!
//! One banner at a time: the owner decides by gravity what it says. Empty = hidden.
class Banner : public Control
{
    Q_OBJECT
public:
    //! Hint: turmeric (offline but safe). Bad: cabai tint (something is lost or refused). Silence: full red with a hatched end (kitchen). Good: leaf tint.
    enum class Kind { Hint, Bad, Silence, Good };

    explicit Banner(QWidget *parent = nullptr);

    void say(Kind kind, const QString &icon, const QString &sentence, const QString &detail = {});
    void clear();
    //! A button at the right end ("Senyapkan"); empty = none.
    void setAction(const QString &text, const QString &icon = {});
    QString sentence() const { return m_sentence; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    int targetCount() const override { return m_action.isEmpty() ? 0 : 1; }
    Target target(int index) const override;
    void press(int index = 0) override;

signals:
    void actionClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Layout;
    Layout layoutFor(int width) const;
    qreal at(qreal reference) const;
    QFont sentenceFont() const;
    QFont detailFont() const;
    QFont actionFont() const;

    Kind m_kind = Kind::Hint;
    QString m_icon, m_sentence, m_detail, m_action, m_actionIcon;
};

//! A short notice inside a page: rounded, tinted, with an icon ("PIN salah, sisa 3 kali").
class Notice : public Themed
{
    Q_OBJECT
public:
    explicit Notice(Banner::Kind kind = Banner::Kind::Bad, QWidget *parent = nullptr);

    void say(const QString &icon, const QString &text);
    void setKind(Banner::Kind kind);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Banner::Kind m_kind;
    QString m_icon, m_text;
};

} // namespace saji
