// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/healthpresenter.h>
#include <widgets/themed.h>

namespace saji {

//! What the panel has witnessed, newest first, as many entries as fit.
class JournalList : public Themed
{
    Q_OBJECT

public:
    explicit JournalList(HealthPresenter &health, QWidget *parent = nullptr);

    Shadow shadow() const override { return Shadow::Card; }
    qreal shadowRadius() const override { return metrics().radiusAdmin(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal paintEntry(QPainter &painter, const QRectF &room, int row) const;

    HealthPresenter &m_health;
};

} // namespace saji
