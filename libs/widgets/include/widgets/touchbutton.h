// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

class QTimer;

namespace saji {

//! The button: one filled primary per screen, everything else quieter.
//!
//! Primary (leaf) commits, Turmeric moves on to the basket, Outline is the second choice beside a primary, Quiet is a utility on
//! sunken, Surface is a white one with a shadow, Glass lies on leaf grounds, Danger is red words without a ground, Plain leaf words.
class TouchButton : public Control
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    enum class Kind { Primary, Turmeric, Outline, Quiet, Surface, Glass, Danger, Plain, Ink };
    //! Heights at 21.5": Hero 176 (attract), Large 144 (the bar), Big 116, Normal 96, Compact 76 (the least); Small 56 for a mouse (admin).
    enum class Size { Hero, Large, Big, Normal, Compact, Small };

    explicit TouchButton(const QString &text = {}, Kind kind = Kind::Primary, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setSize(Size size);
    //! Icons by name, left of the text and right of it.
    void setIcon(const QString &left);
    void setTrailingIcon(const QString &right);
    //! A second line in the secondary colour.
    void setSubtitle(const QString &subtitle);
    //! A figure at the right end ("Tambah … Rp 76.000"); the text then stands left.
    void setFigure(const QString &figure);
    //! Red words and icon on the button's own ground ("Batal").
    void setWarning(bool warning);
    //! Shows that work goes on, after 400 ms with a turning ring; presses are ignored meanwhile.
    void setBusy(bool busy);
    bool busy() const { return m_busy; }
    void setAlignment(Qt::Alignment alignment);
    //! What assistive technology says when the text does not say enough.
    void setAccessibleLabel(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    Target target(int index) const override;
    void press(int index = 0) override;
    Shadow shadow() const override;
    qreal shadowRadius() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colors { QColor ground, pressed, text, edge; };
    Colors buttonColors() const;
    QFont textFont() const;
    QFont subtitleFont() const;
    int iconSize() const;
    qreal room(qreal width) const;
    bool stacked(qreal width) const;
    qreal radius() const;
    void paintContent(QPainter &painter, const QRectF &box, const QColor &color);
    void paintBusy(QPainter &painter, const QRectF &box, const QColor &color);

    QString m_text, m_icon, m_trailing, m_subtitle, m_figure, m_accessible;
    Kind m_kind;
    Size m_size = Size::Normal;
    Qt::Alignment m_alignment = Qt::AlignCenter;
    bool m_warning = false;
    bool m_busy = false;
    bool m_ring = false;
    QTimer *m_turn = nullptr;
    int m_angle = 0;
};

} // namespace saji
