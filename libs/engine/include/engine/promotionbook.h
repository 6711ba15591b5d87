// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/factreader.h>

#include <store/projectionstore.h>

#include <QHash>
#include <QObject>

namespace saji {

//! How many orders are known to have used each limited promotion, whoever took them. Kept on disk. Lives on the thread of the log.
//!
//! A device that is cut off counts what it has heard of: a limit may be exceeded by what the others sold meanwhile. Nobody who was
//! shown a price pays another for that; the server flags such an order.
class PromotionBook : public QObject, public FactReader
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<PromotionBook>> open(Database &database);
    ~PromotionBook() override;

    QHash<PromotionId, int> uses() const;
    //! The place of an order among those that used a promotion, by the stamps of their facts: 1 = the first; 0 = it did not.
    int placeOf(const OrderId &order, PromotionId promotion) const;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

signals:
    void changed();

private:
    PromotionBook();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
