// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicecard.h"

#include "logging.h"
#include "storefiles.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

QByteArray contentsOf(const DataFolder &folder)
{
    QFile file(folder.deviceCard());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The epoch is not in it: whoever needs this card goes on under a new one.
QByteArray cardOf(const Identity &identity)
{
    return u"device=%1\nkind=%2\nstore=%3\nname=%4\n"_s
        .arg(identity.origin.device.toString(), nodeKindWord(identity.kind), identity.store, identity.name.simplified())
        .toUtf8();
}

} // namespace

void keepDeviceCard(const DataFolder &folder, const Identity &identity)
{
    const auto card = cardOf(identity);
    if (contentsOf(folder) == card)
        return;
    if (const auto written = writeWhole(folder.deviceCard(), card); !written)
        qCWarning(lcStore).noquote() << identity.name << "noting who this is:" << written.error().detail;
}

std::optional<Identity> readDeviceCard(const DataFolder &folder)
{
    QHash<QString, QString> fields;
    for (const auto &line : QString::fromUtf8(contentsOf(folder)).split(u'\n'))
        fields.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    const auto device = DeviceId::fromString(fields.value(u"device"_s));
    const auto kind = nodeKindFromWord(fields.value(u"kind"_s));
    if (!device || device->isNull() || !kind)
        return std::nullopt;
    return Identity{{*device, 0}, *kind, fields.value(u"name"_s), fields.value(u"store"_s)};
}

} // namespace saji
