// SPDX-License-Identifier: GPL-3.0-or-later
#include <pairkit/pairoption.h>

#include <appkit/logging.h>
#include <appkit/words.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Result<void> checkPairCode(const QString &text)
{
    const auto code = PairCode::fromText(text);
    if (!code)
        return code.error();
    return {};
}

} // namespace

void addPairOption(ProgramOptions &options, const QStringList &onlyFor)
{
    options.add({.name = u"pair"_s, .valueName = u"CODE"_s, .fallback = {},
                 .help = u"Pairs this device with the server by a code made there (saji-server pair-code create). A device that is paired ignores it."_s,
                 .check = checkPairCode, .onlyFor = onlyFor, .notInFiles = true});
    options.add({.name = u"unpaired"_s, .valueName = {}, .fallback = {},
                 .help = u"Works with other machines without being paired: nobody proves who they are. Only on a network of your own."_s,
                 .check = {}, .onlyFor = onlyFor});
}

std::optional<PairCode> pairCodeOf(const ProgramOptions &options)
{
    const auto code = PairCode::fromText(options.value(u"pair"_s));
    return code ? std::optional(*code) : std::nullopt;
}

std::optional<Error> pairBeforeStart(const ProgramOptions &options, const PairingOrder &order)
{
    const auto code = pairCodeOf(options);
    if (!code)
        return std::nullopt;
    if (isPaired(order.dataFolder)) {
        qCInfo(logApp).noquote() << order.name << "is paired already and passes --pair over; to pair it anew, empty its data folder";
        return std::nullopt;
    }
    std::optional<Error> failure = Error{ErrorCode::Cancelled, u"asked to end"_s}; // which ends the loop without a word
    QEventLoop loop;
    PairingStep step(order);
    QObject::connect(&step, &PairingStep::done, &loop, [&] {
        failure.reset();
        loop.quit();
    });
    QObject::connect(&step, &PairingStep::failed, &loop, [&](const Error &error) {
        failure = error;
        loop.quit();
    });
    step.begin(*code);
    loop.exec();
    if (failure)
        complain(options.program(), order.server.isEmpty() ? u"cannot be paired"_s : u"cannot pair with %1"_s.arg(order.server.toString()), *failure);
    else
        qCInfo(logApp).noquote() << order.name << "is paired with the store" << order.store;
    return failure;
}

} // namespace saji
