// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/card.h>

namespace saji {

class Label;
class Monogram;

//! Where one outlet hands its dishes over, in that outlet's tint.
class PickupCard : public Card
{
    Q_OBJECT

public:
    explicit PickupCard(QWidget *parent = nullptr);
    void set(const QString &monogram, const QString &outlet, QRgb hue, const QString &where, const QString &detail);

protected:
    void themeChanged() override;

private:
    void arrange();

    Monogram *m_monogram;
    Label *m_outlet;
    Label *m_where;
    Label *m_detail;
};

} // namespace saji
