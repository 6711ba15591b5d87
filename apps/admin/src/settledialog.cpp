// SPDX-License-Identifier: GPL-3.0-or-later
#include "settledialog.h"

#include <widgets/card.h>
#include <widgets/label.h>
#include <widgets/textfield.h>
#include <widgets/touchbutton.h>

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr int longestNote = 200;
}

SettleDialog::SettleDialog(QWidget *host)
    : Sheet(host, Place::Dialog), m_title(new Label(Type::AdminHead)), m_hint(new Label(Type::AdminText)), m_note(new TextField),
      m_yes(new TouchButton({}, TouchButton::Kind::Primary)), m_no(new TouchButton({}, TouchButton::Kind::Quiet))
{
    setObjectName(u"settleDialog"_s);
    setDialogWidth(840);
    panel()->setPadding(44, 40, 44, 36);
    panel()->setRadius(28);
    m_title->setMaxLines(2);
    m_hint->setColor(&Palette::ink2);
    m_hint->setMaxLines(4);
    m_hint->setLineFactor(textLine);
    m_note->setObjectName(u"note"_s);
    m_note->edit()->setMaxLength(longestNote);
    m_yes->setObjectName(u"settleYes"_s);
    m_yes->setSize(TouchButton::Size::Small);
    m_no->setObjectName(u"settleNo"_s);
    m_no->setSize(TouchButton::Size::Small);
    auto *column = new QVBoxLayout(panel());
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    row->addWidget(m_no);
    row->addWidget(m_yes, 1);
    column->addLayout(row);
    connect(m_note, &TextField::accepted, this, &SettleDialog::accept);
    connect(m_note, &TextField::textEdited, this, [this] { m_note->setError({}); });
    connect(m_yes, &TouchButton::clicked, this, &SettleDialog::accept);
    connect(m_no, &TouchButton::clicked, this, &Sheet::close);
    connect(this, &Sheet::dismissRequested, this, &Sheet::close);
}

void SettleDialog::ask(const OrderId &order, const QString &number)
{
    m_order = order;
    m_number = number;
    m_note->setText({});
    m_note->setError({});
    panel()->layout()->setSpacing(Theme::of(this).metrics().at24(18));
    speak();
    raise();
    open();
    m_note->edit()->setFocus();
}

void SettleDialog::accept()
{
    const QString note = m_note->text().simplified();
    if (note.isEmpty()) {
        m_note->setError(tr("Write what was done: whoever looks later will ask."));
        m_note->edit()->setFocus();
        return;
    }
    close();
    emit settled(m_order, note);
}

void SettleDialog::speak()
{
    m_title->setText(tr("Settle %1 by hand?").arg(m_number));
    m_hint->setText(tr("The order leaves the quarantine on every screen and stays in the books as it is. Your note stays with it."));
    m_note->setLabel(tr("What was done"));
    m_yes->setText(tr("Settle it"));
    m_no->setText(tr("Not now"));
}

void SettleDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        speak();
    Sheet::changeEvent(event);
}

} // namespace saji
