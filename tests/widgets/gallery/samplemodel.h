// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/roles.h>

#include <QAbstractListModel>
#include <QColor>

namespace saji::gallery {

//! Something to sell, for grids, rails and chips that need rows.
struct Sample
{
    QString title{}, art{}, price{}, monogram{}, outlet{};
    QRgb hue = 0;
    QString badge{};
    Badge badgeKind = Badge::None;
    int count = 0;
    bool soldOut = false;
    QString icon{};
};

class SampleModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit SampleModel(QList<Sample> samples, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void addOne(int row);

private:
    QList<Sample> m_samples;
};

//! A food court's dishes, over and over until there are `count`.
QList<Sample> dishes(int count);
QList<Sample> categories();
QList<Sample> outlets();

} // namespace saji::gallery
