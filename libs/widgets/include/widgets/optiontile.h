// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! One choice of a modifier group: a round mark (one of them) or a square mark (many), a label and its price.
class OptionTile : public Control
{
    Q_OBJECT
public:
    enum class Mark { Radio, Check };

    OptionTile(Mark mark, const QString &text, const QString &price = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    void setPrice(const QString &price);
    void setMark(Mark mark);
    void setChecked(bool checked);
    bool checked() const { return m_checked; }
    //! Filled leaf with white words when chosen, as the language choice.
    void setStrong(bool strong);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Target target(int index) const override;
    //! Tells what was wanted; the owner of the group decides and calls setChecked().
    void press(int index = 0) override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF textBox(qreal width) const;

    Mark m_mark;
    QString m_text, m_price;
    bool m_checked = false;
    bool m_strong = false;
};

//! The head of a modifier group: its name and its rule ("Pilih satu"); an unmet rule turns it red with a warning sign.
class GroupHead : public Themed
{
    Q_OBJECT
public:
    explicit GroupHead(const QString &title, const QString &rule = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setRule(const QString &rule);
    void setUnmet(bool unmet);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title, m_rule;
    bool m_unmet = false;
};

//! Paints the mark of a choice, for whoever lists choices by itself.
void drawMark(QPainter &painter, const QRectF &box, OptionTile::Mark mark, bool checked, bool enabled, Theme &theme);

} // namespace saji
