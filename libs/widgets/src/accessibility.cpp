// SPDX-License-Identifier: GPL-3.0-or-later
#include "accessibility.h"

#include <widgets/control.h>
#include <widgets/label.h>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace saji {

namespace {

QAccessible::State stateOf(const Control &control, int index)
{
    const Control::Target target = control.target(index);
    QAccessible::State state;
    state.disabled = !target.enabled || !control.isEnabled();
    state.focusable = true;
    state.focused = control.hasFocus() && control.currentTarget() == index;
    state.invisible = !control.isVisible();
    state.checkable = target.role == QAccessible::RadioButton || target.role == QAccessible::CheckBox || target.role == QAccessible::PageTab;
    state.checked = target.checked;
    state.selected = target.checked;
    return state;
}

void pressFor(Control &control, int index, const QString &action)
{
    if (action == QAccessibleActionInterface::setFocusAction()) {
        control.setFocus(Qt::OtherFocusReason);
        control.setCurrentTarget(index);
    } else if (action == QAccessibleActionInterface::pressAction() && control.isEnabled() && control.target(index).enabled) {
        control.press(index);
    }
}

QStringList targetActions()
{
    return {QAccessibleActionInterface::pressAction(), QAccessibleActionInterface::setFocusAction()};
}

//! One target of a control that has several.
class TargetFace : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TargetFace(Control *control, int index) : m_control(control), m_index(index) {}

    bool isValid() const override { return m_control && m_index < m_control->targetCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_control); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override { return isValid() && kind == QAccessible::Name ? m_control->targetName(m_index) : QString(); }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return isValid() ? m_control->target(m_index).role : QAccessible::NoRole; }
    QAccessible::State state() const override { return isValid() ? stateOf(*m_control, m_index) : QAccessible::State(); }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_control->target(m_index).box.toAlignedRect();
        return {m_control->mapToGlobal(box.topLeft()), box.size()};
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return targetActions(); }
    void doAction(const QString &action) override
    {
        if (isValid())
            pressFor(*m_control, m_index, action);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<Control> m_control;
    int m_index;
};

//! A control: itself the button when it has one target, else a group of them.
class ControlFace : public QAccessibleWidget
{
public:
    explicit ControlFace(Control *control) : QAccessibleWidget(control, QAccessible::Grouping) {}
    ~ControlFace() override
    {
        for (const QAccessible::Id id : std::as_const(m_faces))
            QAccessible::deleteAccessibleInterface(id);
    }

    QAccessible::Role role() const override { return single() ? control().target(0).role : QAccessible::Grouping; }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name && single() && control().accessibleName().isEmpty())
            return control().targetName(0);
        return QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override { return single() ? stateOf(control(), 0) : QAccessibleWidget::state(); }
    int childCount() const override { return single() ? 0 : control().targetCount(); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto known = m_faces.constFind(index); known != m_faces.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *face = new TargetFace(&control(), index);
        m_faces.insert(index, QAccessible::registerAccessibleInterface(face));
        return face;
    }
    int indexOfChild(const QAccessibleInterface *face) const override
    {
        for (auto it = m_faces.cbegin(); it != m_faces.cend(); ++it) {
            if (QAccessible::accessibleInterface(*it) == face)
                return it.key();
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override { return child(control().targetAt(control().mapFromGlobal(QPoint(x, y)))); }
    QAccessibleInterface *focusChild() const override { return control().hasFocus() ? child(control().currentTarget()) : nullptr; }
    QStringList actionNames() const override { return single() ? targetActions() : QAccessibleWidget::actionNames(); }
    void doAction(const QString &action) override
    {
        if (single())
            pressFor(control(), 0, action);
        else
            QAccessibleWidget::doAction(action);
    }

private:
    Control &control() const { return *static_cast<Control *>(widget()); }
    bool single() const { return control().targetCount() == 1; }

    mutable QHash<int, QAccessible::Id> m_faces;
};

class LabelFace : public QAccessibleWidget
{
public:
    explicit LabelFace(Label *label) : QAccessibleWidget(label, QAccessible::StaticText) {}
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? static_cast<Label *>(widget())->text() : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *faceOf(const QString &, QObject *object)
{
    if (auto *control = qobject_cast<Control *>(object))
        return new ControlFace(control);
    if (auto *label = qobject_cast<Label *>(object))
        return new LabelFace(label);
    return nullptr;
}

} // namespace

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(faceOf);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace saji
