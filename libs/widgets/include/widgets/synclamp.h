// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

class QPainter;

namespace saji {

//! How a source or link is, as shape and colour: disc, ring with a dot, diamond, square.
enum class Lamp { Ok, Polling, Offline, Silent };

void drawLamp(QPainter &painter, const QRectF &box, Lamp lamp, const Palette &palette);
QColor lampColor(Lamp lamp, const Palette &palette);

//! One lamp with its word and the age of the last sign of life ("Kios A 0,4 d"): shape, word and colour, in this order of trust.
class SyncLamp : public Themed
{
    Q_OBJECT
public:
    explicit SyncLamp(QWidget *parent = nullptr);

    void set(Lamp lamp, const QString &word, const QString &age = {});
    Lamp lamp() const { return m_lamp; }
    //! On a white pill of its own (components sheet); else bare, for headers.
    void setPill(bool pill);
    //! Pixels at the 24" reference instead of 21.5": kitchen and admin headers.
    void setWide(bool wide);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont() const;

    Lamp m_lamp = Lamp::Silent;
    QString m_word, m_age;
    bool m_pill = false;
    bool m_wide = false;
};

} // namespace saji
