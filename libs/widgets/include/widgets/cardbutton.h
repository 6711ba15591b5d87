// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

namespace saji {

//! A large choice: picture or icon tile, title, a sentence, an arrow or a word at the right ("QRIS", "Makan di sini", "Kios B, 4 m").
class CardButton : public Control
{
    Q_OBJECT
public:
    enum class Tint { Leaf, Kunyit, Blue, Plain };
    //! Row: icon tile left (payment, 248 high). Picture: wide card with art at the right on a tint (service choice, 440 high).
    //! Line: outlined one-line row with a word at the right (table, name, voucher; 96 high).
    enum class Shape { Row, Picture, Line };

    CardButton(Shape shape, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSentence(const QString &sentence);
    void setIcon(const QString &icon);
    void setArt(const QString &art);
    void setTint(Tint tint);
    //! A small turmeric tag beside the title ("Paling cepat").
    void setTag(const QString &tag);
    //! The word or figure at the right; with Line in leaf.
    void setTrailing(const QString &text);
    void setTrailingIcon(const QString &icon);
    void setDashed(bool dashed);
    //! Height in pixels at the 21.5" reference; 0 = the shape's own.
    void setHeight(qreal reference215);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    Target target(int index) const override;
    void press(int index = 0) override;
    Shadow shadow() const override;
    qreal shadowRadius() const override;

signals:
    void clicked();

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    ColorPair tintColors() const;
    qreal radius() const;
    qreal height215() const;
    void paintRow(QPainter &painter, const QRectF &box);
    void paintPicture(QPainter &painter, const QRectF &box);
    void paintLine(QPainter &painter, const QRectF &box);
    struct LineWords;
    LineWords lineWords(qreal width) const;

    Shape m_shape;
    Tint m_tint = Tint::Leaf;
    QString m_title, m_sentence, m_icon, m_art, m_tag, m_trailing, m_trailingIcon;
    bool m_dashed = false;
    qreal m_height = 0;
    QMetaObject::Connection m_ready;
};

} // namespace saji
