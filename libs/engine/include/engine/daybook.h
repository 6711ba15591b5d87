// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/factreader.h>

#include <store/projectionstore.h>

namespace saji {

//! Business days, and the numbers given out in them: who had how many orders, which order has which number, and where each device
//! code's series stands, whatever the clocks say. A projection of `order.placed`. Lives on the thread of the log.
class DayBook final : public FactReader
{
public:
    //! The newest order of a device code: where its series of numbers stands.
    struct LastNumber
    {
        QDate day;
        int counter = 0;
        Milliseconds bornAt{0}; //!< timeline
        Milliseconds wall{0};   //!< what the wall clock said then

        friend bool operator==(const LastNumber &, const LastNumber &) = default;
    };

    [[nodiscard]] static Result<std::unique_ptr<DayBook>> open(Database &database);
    ~DayBook() override;

    int orders(QDate day) const;
    int ordersBy(const DeviceId &device, QDate day) const;
    //! Every order that has this number on this day: one, unless two devices share a code. In the order of arrival.
    [[nodiscard]] QList<OrderId> ordersNumbered(QDate day, const OrderNumber &number) const;
    //! The highest number of a device code under a day; 0 = none.
    int highest(const QString &code, QDate day) const;
    //! Of the order of this code with the latest stamp.
    [[nodiscard]] std::optional<LastNumber> lastNumber(const QString &code) const;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

private:
    DayBook();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
