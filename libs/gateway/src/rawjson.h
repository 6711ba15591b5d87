// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

// Pieces of JSON text as they were written: what others said is passed on in their own words, keys in their order, numbers in their form.
// For text that QJsonDocument has accepted; of anything else they take whatever lies there, without looking beyond its end.
namespace saji::rawjson {

//! The value of a member of an object; empty when there is none. Of members that stand there twice, the last.
[[nodiscard]] QByteArray member(const QByteArray &object, QByteArrayView name);
//! The elements of an array.
[[nodiscard]] QByteArrayList elements(const QByteArray &array);
//! An object with one more member in front.
[[nodiscard]] QByteArray withMember(const QByteArray &object, QByteArrayView name, const QByteArray &value);
//! The same value without raw control characters: QJsonDocument lets them pass within texts, but a record separator there would be the
//! end of an Engine.IO packet, and every other parser refuses them.
[[nodiscard]] QByteArray withoutControls(const QByteArray &value);
[[nodiscard]] QByteArray quoted(const QString &text);

} // namespace saji::rawjson
