// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! The keys of the bump bar, as words and as targets; what was bumped last, the sound and the page.
//!
//! What each place does is the window's business. A key that leads nowhere now is dim. In a narrow window words go before keys do.
class KeyRow : public Control
{
    Q_OBJECT

public:
    enum Place { Bump, Recall, AllDay, SoldOut, Language, Last, Sound, Pages, PlaceCount };

    explicit KeyRow(QWidget *parent = nullptr);

    //! A key at the left: its cap and its word. `active`: its panel is open. Bump is a reminder, not a target.
    void setKey(Place place, const QString &cap, const QString &word, bool active = false, bool enabled = true);
    void setLast(const QString &words);
    //! Takes the place of the last bump until cleared: something was refused.
    void setRefusal(const QString &words);
    void setSound(bool on, const QString &words);
    //! `newcomer`: a number on another page that nobody has been told of; empty = none.
    void setPages(const QString &words, const QString &behind, const QString &newcomer);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    int targetCount() const override { return PlaceCount; }
    Target target(int index) const override;
    void press(int index) override;
    Q_INVOKABLE QRect targetRect(const QString &name) const;

signals:
    void chosen(saji::KeyRow::Place place);
    //! Left (-1) or right half of the page key.
    void paged(int by);
    //! The newcomer's number has gone to the screen.
    void newcomerPainted(const QString &number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void themeChanged() override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Key
    {
        QString cap, word;
        bool active = false;
        bool enabled = true;
        QRectF box;
    };

    void place();
    QFont foldedFont() const;
    qreal widthOf(int place, bool words) const;
    bool hasWord(int place) const;
    void paintKey(QPainter &painter, int place) const;
    void paintPages(QPainter &painter) const;
    void notePointer(const QPointF &position);

    Key m_keys[PlaceCount];
    QString m_refusal, m_behind, m_newcomer, m_paintedNewcomer;
    bool m_soundOn = true;
    bool m_words = true;
    bool m_folded = false; //!< the refusal stands in two lines, so that the keys keep their words
    qreal m_pointerX = 0;
};

} // namespace saji
