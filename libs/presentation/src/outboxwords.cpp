// SPDX-License-Identifier: GPL-3.0-or-later
#include <presentation/outboxwords.h>

using namespace Qt::StringLiterals;

namespace saji {

QString OutboxWords::number(const OutboxOrder &order)
{
    return order.number.counter > 0 ? order.number.toString() : tr("Unreadable");
}

bool OutboxWords::has(const OutboxOrder &order, OutboxStep step)
{
    switch (step) {
    case OutboxStep::Here: return true;
    case OutboxStep::Second: return order.reach != OrderReach::ThisDevice;
    // What is at the server may have gone there directly: nobody says.
    case OutboxStep::Hub: return order.reach == OrderReach::Hub;
    case OutboxStep::Server: return order.reach == OrderReach::Server;
    case OutboxStep::Kitchen: return order.seenByKitchen;
    }
    return false;
}

int OutboxWords::steps(const OutboxOrder &order)
{
    int steps = 0;
    for (int i = 0; i < outboxSteps; ++i)
        steps |= has(order, OutboxStep(i)) ? 1 << i : 0;
    return steps;
}

QString OutboxWords::sign(OutboxStep step)
{
    switch (step) {
    case OutboxStep::Here: return u"kiosk"_s;
    case OutboxStep::Second: return u"2"_s;
    case OutboxStep::Hub: return u"hub"_s;
    case OutboxStep::Server: return u"server"_s;
    case OutboxStep::Kitchen: return u"screen"_s;
    }
    return {};
}

QStringList OutboxWords::signsOfAll()
{
    QStringList signs;
    for (int i = 0; i < outboxSteps; ++i)
        signs << sign(OutboxStep(i));
    return signs;
}

QString OutboxWords::state(const OutboxOrder &order)
{
    if (!order.flags.isEmpty())
        return order.isRetrying ? tr("The server is looking again") : reason(order.flags.first().reason);
    switch (order.reach) {
    case OrderReach::ThisDevice: return order.seenByKitchen ? tr("On one device, seen by the kitchen") : tr("On one device only");
    case OrderReach::SecondDevice: return order.reachName.isEmpty() ? tr("On two devices, not at the server yet")
                                                                    : tr("Also on %1, not at the server yet").arg(order.reachName);
    case OrderReach::Hub: return tr("At the hub, not at the server yet");
    case OrderReach::Server: return tr("At the server");
    }
    return {};
}

QString OutboxWords::step(const OutboxOrder &order, OutboxStep step)
{
    switch (step) {
    case OutboxStep::Here: return order.deviceName.isEmpty() ? tr("Saved where it was ordered") : tr("Saved on %1").arg(order.deviceName);
    case OutboxStep::Second:
        return order.reach == OrderReach::SecondDevice && !order.reachName.isEmpty() ? tr("Second copy on %1").arg(order.reachName) : tr("Second copy on another device");
    case OutboxStep::Hub: return tr("At the hub of the house");
    case OutboxStep::Server: return tr("At the central server");
    case OutboxStep::Kitchen: return tr("Seen by the kitchen");
    }
    return {};
}

QString OutboxWords::reason(FlagReason reason)
{
    switch (reason) {
    case FlagReason::DuplicateNumber: return tr("Number used twice");
    case FlagReason::PriceDiffers: return tr("Price differs");
    case FlagReason::UnknownProduct: return tr("Unknown dish");
    case FlagReason::UnknownOutlet: return tr("Unknown outlet");
    case FlagReason::UnknownCatalog: return tr("Unknown menu version");
    case FlagReason::Unreadable: return tr("Cannot be read");
    case FlagReason::Refused: return tr("Not recorded by the server");
    case FlagReason::Other: return tr("Needs a look");
    }
    return {};
}

QString OutboxWords::advice(FlagReason reason)
{
    switch (reason) {
    case FlagReason::DuplicateNumber:
        return tr("Another order of today has the same number. Call both guests by name, then settle it here. Two kiosks may share a letter.");
    case FlagReason::PriceDiffers:
        return tr("The guest was shown another price than the server has. The shown price stands. Settle it once you have looked.");
    case FlagReason::UnknownProduct:
        return tr("A dish in it is not in the server's menu. It was cooked as ordered. Add the dish and check again, or settle it by hand.");
    case FlagReason::UnknownOutlet:
        return tr("It belongs to an outlet that the server does not know. Add the outlet and check again, or settle it by hand.");
    case FlagReason::UnknownCatalog:
        return tr("It was priced with a menu that the server does not have. Compare the sum with the receipt, then settle it.");
    case FlagReason::Unreadable: return tr("The server keeps it as it came but cannot read it. Export it for the technician before you settle it.");
    case FlagReason::Refused: return tr("The server could not record it. Check again later; if that does not help, export it and settle it by hand.");
    case FlagReason::Other: return tr("A newer server has a remark on it. Update this device, or look at the order on the server.");
    }
    return {};
}

QString OutboxWords::refusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Conflict: return tr("Somebody has dealt with it already.");
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::Corrupt:
    case ErrorCode::Io: return tr("This device cannot write its disk, so nothing was changed.");
    default: return tr("That did not work, and nothing was changed. Please try again.");
    }
}

} // namespace saji
