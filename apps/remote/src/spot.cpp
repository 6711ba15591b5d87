// SPDX-License-Identifier: GPL-3.0-or-later
#include "spot.h"

#include <widgets/control.h>

#include <QJsonObject>
#include <QMetaMethod>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

QList<QWidget *> namedWithin(QWidget *root, const QString &objectName)
{
    QList<QWidget *> found;
    for (QWidget *widget : root->findChildren<QWidget *>(objectName)) {
        if (widget->isVisible())
            found << widget;
    }
    return found;
}

//! Asks widgets that know places by names of their own.
QRect askedFor(QWidget *widget, const QString &name)
{
    if (widget->metaObject()->indexOfMethod("targetRect(QString)") < 0)
        return {};
    QRect rect;
    QMetaObject::invokeMethod(widget, "targetRect", Qt::DirectConnection, Q_RETURN_ARG(QRect, rect), Q_ARG(QString, name));
    return rect;
}

int targetByWords(const Control &control, const QString &words)
{
    int beginsWith = -1;
    for (int i = 0; i < control.targetCount(); ++i) {
        const QString name = control.targetName(i);
        if (name == words)
            return i;
        if (beginsWith < 0 && name.startsWith(words, Qt::CaseInsensitive))
            beginsWith = i;
    }
    return beginsWith;
}

//! Where on this widget `name` is; an empty name is the widget itself. nullopt = not here.
std::optional<QRectF> placeOn(QWidget *widget, const QString &name, QString *says)
{
    if (const QRect rect = askedFor(widget, name); !rect.isEmpty()) {
        *says = name;
        return rect;
    }
    const auto *control = qobject_cast<Control *>(widget);
    if (name.isEmpty()) {
        if (control && control->targetCount() > 0) {
            *says = control->targetName(0);
            return control->target(0).box;
        }
        *says = widget->accessibleName();
        return QRectF(widget->rect());
    }
    if (!control)
        return std::nullopt;
    int index = -1;
    if (name.startsWith(u'#'))
        index = name.mid(1).toInt();
    else
        index = targetByWords(*control, name);
    if (index < 0 || index >= control->targetCount())
        return std::nullopt;
    *says = control->targetName(index);
    return control->target(index).box;
}

Result<Spot> pressable(QWidget &window, QWidget *widget, const QRectF &place, const QString &says)
{
    const QPointF spot = widget->mapTo(&window, place.center());
    if (!widget->isEnabled())
        return Error{ErrorCode::Conflict, u"\"%1\" is disabled"_s.arg(says)};
    if (!window.rect().contains(spot.toPoint()))
        return Error{ErrorCode::Conflict, u"\"%1\" is outside the window"_s.arg(says)};
    QWidget *hit = window.childAt(spot.toPoint());
    if (hit != widget && !(hit && widget->isAncestorOf(hit))) {
        return Error{ErrorCode::Conflict, u"\"%1\" is covered by %2 %3"_s.arg(says,
                         QString::fromLatin1(hit ? hit->metaObject()->className() : "nothing"), hit ? hit->objectName() : QString())};
    }
    return Spot{widget, spot, says};
}

} // namespace

Result<Spot> findSpot(QWidget &window, const QString &name)
{
    QList<QWidget *> roots{&window};
    QStringList path = name.split(u'/', Qt::SkipEmptyParts);
    while (!path.isEmpty()) {
        QList<QWidget *> inner;
        for (QWidget *root : roots)
            inner << namedWithin(root, path.first());
        if (inner.isEmpty())
            break;
        roots = inner;
        path.removeFirst();
    }
    // What is left are words for a place on a widget; without an object name before them, any control may know them.
    const QString words = path.join(u'/');
    if (roots.size() == 1 && roots.first() == &window) {
        for (Control *control : window.findChildren<Control *>()) {
            if (control->isVisible())
                roots << control;
        }
    }
    Error trouble{ErrorCode::NotFound, u"nothing here is called \"%1\""_s.arg(name)};
    for (QWidget *root : roots) {
        QString says;
        const auto place = placeOn(root, words, &says);
        if (!place || (root == &window && words.isEmpty()))
            continue;
        auto spot = pressable(window, root, *place, says.isEmpty() ? name : says);
        if (spot)
            return spot;
        trouble = spot.error();
    }
    return trouble;
}

QJsonArray allSpots(QWidget &window)
{
    QJsonArray spots;
    for (Control *control : window.findChildren<Control *>()) {
        if (!control->isVisible())
            continue;
        for (int i = 0; i < control->targetCount(); ++i) {
            const Control::Target target = control->target(i);
            if (!target.enabled)
                continue;
            const QString says = control->targetName(i);
            const auto spot = pressable(window, control, target.box, says);
            if (!spot)
                continue;
            spots.append(QJsonObject{{u"name"_s, u"%1/#%2"_s.arg(control->objectName()).arg(i)}, {u"says"_s, says},
                                     {u"x"_s, spot->inWindow.x()}, {u"y"_s, spot->inWindow.y()}});
        }
    }
    return spots;
}

} // namespace saji
