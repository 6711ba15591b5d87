// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/factreader.h>

#include <domain/orderfold.h>
#include <store/projectionstore.h>

#include <QObject>

namespace saji {

//! The orders that the server has flagged and nobody has settled: readable ones, and those that only their identity is known of.
//! Kept on disk. Lives on the thread of the log.
class QuarantineBook : public QObject, public FactReader
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<QuarantineBook>> open(Database &database);
    ~QuarantineBook() override;

    //! Flagged last first.
    [[nodiscard]] QList<OrderId> flagged(qsizetype limit) const;
    qsizetype count() const;
    //! What the server says; nothing flagged in it when it has no quarrel with the order.
    [[nodiscard]] OrderReview review(const OrderId &order) const;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

signals:
    void changed();

private:
    QuarantineBook();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
