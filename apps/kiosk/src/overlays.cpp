// SPDX-License-Identifier: GPL-3.0-or-later
#include "overlays.h"

#include "accesssheet.h"
#include "entrysheet.h"
#include "helpsheet.h"
#include "pinsheet.h"
#include "productsheet.h"
#include "questiondialog.h"
#include "stafforder.h"

#include <presentation/menuwords.h>

using namespace Qt::StringLiterals;

namespace saji {

Overlays::Overlays(Journey &journey, QWidget *host) : m_journey(journey), m_host(host)
{
    connect(&journey.flow(), &ScreenFlow::overlayChanged, this, &Overlays::show);
    connect(&journey.flow(), &ScreenFlow::idleChanged, this, &Overlays::showIdle);
    connect(&journey.language(), &LanguageSwitch::changed, this, [this] {
        if (m_open == Overlay::Cancel || m_open == Overlay::Refusal)
            prepare(m_open);
    });
}

void Overlays::show()
{
    const Overlay wanted = m_journey.flow().overlay();
    if (wanted == m_open)
        return;
    if (m_open != Overlay::None)
        setMoving(m_sheets.value(m_open), true);
    if (m_open == Overlay::Product)
        static_cast<ProductSheet *>(m_sheets.value(m_open))->closeAll();
    else if (m_open != Overlay::None)
        m_sheets.value(m_open)->close();
    m_open = wanted;
    if (wanted == Overlay::None)
        return;
    Sheet *sheet = sheetFor(wanted);
    prepare(wanted);
    sheet->raise();
    setMoving(sheet, true);
    if (wanted == Overlay::Product)
        static_cast<ProductSheet *>(sheet)->openDish();
    else
        sheet->open();
    if (auto *entry = qobject_cast<EntrySheet *>(sheet))
        entry->begin();
}

void Overlays::setMoving(Sheet *sheet, bool moving)
{
    if (moving)
        m_movers.insert(sheet);
    else
        m_movers.remove(sheet);
    emit movingChanged();
}

void Overlays::rearrange()
{
    if (m_open == Overlay::Product)
        static_cast<ProductSheet *>(m_sheets.value(m_open))->fit();
}

Sheet *Overlays::sheetFor(Overlay overlay)
{
    Sheet *&sheet = m_sheets[overlay];
    if (!sheet) {
        sheet = make(overlay);
        connect(sheet, &Sheet::opened, this, [this, sheet] { setMoving(sheet, false); });
        connect(sheet, &Sheet::closed, this, [this, sheet] { setMoving(sheet, false); });
        connect(sheet, &Sheet::dismissRequested, this, [this, overlay] {
            if (m_open == overlay && overlay != Overlay::Refusal && overlay != Overlay::Cancel)
                m_journey.flow().closeOverlay();
        });
    }
    return sheet;
}

Sheet *Overlays::make(Overlay overlay)
{
    switch (overlay) {
    case Overlay::None: break;
    case Overlay::Product: return new ProductSheet(m_journey, m_host);
    case Overlay::Table: return new EntrySheet(m_journey, EntryForm::What::Table, m_host);
    case Overlay::Name: return new EntrySheet(m_journey, EntryForm::What::Name, m_host);
    case Overlay::Access: return new AccessSheet(m_journey, m_host);
    case Overlay::Help: return new HelpSheet(m_journey, m_host);
    case Overlay::Pin: return new PinSheet(m_journey, m_host);
    case Overlay::StaffOrder: return new StaffOrderSheet(m_journey, m_host);
    case Overlay::Settle: return new EntrySheet(m_journey, EntryForm::What::Settle, m_host);
    case Overlay::Cancel: {
        auto *dialog = new QuestionDialog(QuestionDialog::Head::Sign, m_host);
        dialog->setObjectName(u"cancelDialog"_s);
        connect(dialog, &QuestionDialog::accepted, &m_journey.flow(), &ScreenFlow::closeOverlay);
        connect(dialog, &QuestionDialog::declined, &m_journey.flow(), &ScreenFlow::leave);
        return dialog;
    }
    case Overlay::Refusal: {
        auto *dialog = new QuestionDialog(QuestionDialog::Head::Sign, m_host);
        dialog->setObjectName(u"refusalDialog"_s);
        connect(dialog, &QuestionDialog::accepted, &m_journey, &Journey::acceptRefusal);
        return dialog;
    }
    }
    return nullptr;
}

void Overlays::prepare(Overlay overlay)
{
    if (overlay == Overlay::Cancel)
        askCancel();
    else if (overlay == Overlay::Refusal)
        askRefusal();
    else if (overlay == Overlay::Pin)
        static_cast<PinSheet *>(m_sheets.value(overlay))->begin();
    else if (overlay == Overlay::StaffOrder)
        static_cast<StaffOrderSheet *>(m_sheets.value(overlay))->begin();
}

void Overlays::askCancel()
{
    auto *dialog = static_cast<QuestionDialog *>(m_sheets.value(Overlay::Cancel));
    dialog->setSign(u"trash"_s);
    dialog->ask(tr("Cancel this order?"), tr("Your order of %1 will be emptied.").arg(MenuWords::portions(m_journey.cart().cart().portions())),
                tr("Go on ordering"), tr("Cancel the order"));
}

void Overlays::askRefusal()
{
    auto *dialog = static_cast<QuestionDialog *>(m_sheets.value(Overlay::Refusal));
    const OrderRefusal &refusal = m_journey.order().refusal();
    dialog->setSign(refusal.basketAtFault ? u"soldout"_s : u"alert"_s);
    dialog->ask(refusal.title, refusal.sentence, refusal.basketAtFault ? tr("Look at my order") : tr("All right"), {});
}

void Overlays::showIdle()
{
    const auto left = m_journey.flow().warningLeft();
    if (!left) {
        if (m_idle && m_idle->isOpen())
            m_idle->close();
        return;
    }
    if (!m_idle) {
        m_idle = new QuestionDialog(QuestionDialog::Head::Ring, m_host);
        m_idle->setObjectName(u"idleDialog"_s);
        connect(m_idle, &QuestionDialog::accepted, &m_journey.flow(), &ScreenFlow::stay);
        connect(m_idle, &QuestionDialog::declined, &m_journey.flow(), &ScreenFlow::leave);
    }
    m_idle->setRemaining(int(left->count()), int(m_journey.flow().warningTotal().count()));
    if (m_idle->isOpen())
        return;
    const int portions = m_journey.cart().cart().portions();
    m_idle->ask(tr("Still here?"),
                portions > 0 ? tr("Your order of %1 will be emptied so that the next guest can order.").arg(MenuWords::portions(portions))
                             : tr("This screen will start over for the next guest."),
                tr("Yes, go on ordering"), portions > 0 ? tr("Cancel the order") : tr("Start over"));
    m_idle->raise();
    m_idle->open();
}

} // namespace saji
