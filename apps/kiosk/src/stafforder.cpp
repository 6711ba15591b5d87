// SPDX-License-Identifier: GPL-3.0-or-later
#include "stafforder.h"

#include <widgets/banner.h>
#include <widgets/card.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/tickrow.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
constexpr int buttonHigh = 116; // pixels of the 21.5" kiosk
}

StaffOrderForm::StaffOrderForm(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_title(new Label(Type::Title, {}, this)), m_detail(new Label(Type::Text, {}, this)),
      m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Quiet, this)), m_trouble(new Notice(Banner::Kind::Hint, this)),
      m_retry(new TouchButton({}, TouchButton::Kind::Primary, this)), m_export(new TouchButton({}, TouchButton::Kind::Outline, this)),
      m_settle(new TouchButton({}, TouchButton::Kind::Outline, this))
{
    setObjectName(u"staffOrder"_s);
    m_detail->setColor(&Palette::ink2);
    m_detail->setMaxLines(2);
    m_close->setObjectName(u"closeOrder"_s);
    m_retry->setObjectName(u"retry"_s);
    m_retry->setIcon(u"recall"_s);
    m_export->setObjectName(u"export"_s);
    m_settle->setObjectName(u"settle"_s);
    for (TouchButton *button : {m_retry, m_export, m_settle})
        button->setSize(TouchButton::Size::Big);
    auto &flow = journey.flow();
    connect(m_close, &IconButton::clicked, &flow, &ScreenFlow::closeOverlay);
    connect(m_retry, &TouchButton::clicked, this, [this] {
        auto &outbox = this->journey().outbox();
        const OutboxSheet sheet = outbox.sheet(this->journey().staffOrder());
        if (sheet.flags.isEmpty())
            outbox.syncNow();
        else
            outbox.retry(sheet.order);
        this->journey().flow().closeOverlay();
    });
    connect(m_export, &TouchButton::clicked, this, [this] {
        this->journey().outbox().exportOrder(this->journey().staffOrder());
        this->journey().flow().closeOverlay();
    });
    connect(m_settle, &TouchButton::clicked, this, [this] { this->journey().flow().open(ScreenFlow::Overlay::Settle); });
    connect(&journey.outbox(), &OutboxPresenter::changed, this, [this] {
        if (!isVisible())
            return;
        // Settled or arrived meanwhile: there is nothing more to do about it.
        if (this->journey().outbox().sheet(this->journey().staffOrder()).number.isEmpty())
            this->journey().flow().closeOverlay();
        else
            refresh();
    });
}

void StaffOrderForm::speak()
{
    m_close->setName(tr("Close"));
    m_export->setText(tr("Export"));
    m_settle->setText(tr("Settle by hand"));
    refreshFacts();
}

void StaffOrderForm::refreshFacts()
{
    const OutboxSheet sheet = journey().outbox().sheet(journey().staffOrder());
    m_title->setText(tr("Order %1").arg(sheet.number));
    m_detail->setText(sheet.detail);
    m_trouble->say(u"clock"_s, sheet.trouble);
    m_trouble->setVisible(!sheet.trouble.isEmpty());
    while (m_remarks.size() < sheet.flags.size()) {
        Remark remark{new Label(Type::Product, {}, this), new Label(Type::Text, {}, this)};
        remark.reason->setColor(&Palette::cabai);
        remark.reason->setMaxLines(2);
        remark.advice->setMaxLines(5);
        m_remarks << remark;
    }
    for (int i = 0; i < m_remarks.size(); ++i) {
        const bool said = i < sheet.flags.size();
        m_remarks.at(i).reason->setVisible(said);
        m_remarks.at(i).advice->setVisible(said);
        if (said) {
            m_remarks.at(i).reason->setText(sheet.flags.at(i).reason);
            m_remarks.at(i).advice->setText(sheet.flags.at(i).advice);
        }
    }
    while (m_steps.size() < sheet.steps.size())
        m_steps << new TickRow({}, this);
    for (int i = 0; i < m_steps.size(); ++i) {
        m_steps.at(i)->setVisible(i < sheet.steps.size());
        if (i >= sheet.steps.size())
            continue;
        m_steps.at(i)->setFact(sheet.steps.at(i).fact);
        if (sheet.steps.at(i).done)
            m_steps.at(i)->setDone(sheet.steps.at(i).evidence);
        else
            m_steps.at(i)->setPending(sheet.steps.at(i).evidence);
    }
    m_retry->setText(sheet.flags.isEmpty() ? tr("Sync now") : tr("Check again"));
    m_retry->setEnabled(sheet.flags.isEmpty() || sheet.canRetry);
    m_settle->setVisible(sheet.canSettle);
    updateGeometry();
}

QList<TouchButton *> StaffOrderForm::buttons() const
{
    QList<TouchButton *> all{m_export, m_retry};
    if (!m_settle->isHidden())
        all.insert(1, m_settle);
    return all;
}

int StaffOrderForm::heightForWidth(int width) const
{
    const int inner = width - px(96);
    int height = px(36) + highOf(m_title, inner, 76) + Space::heightOf(m_detail, inner) + px(20);
    if (!m_trouble->isHidden())
        height += Space::heightOf(m_trouble, inner) + px(16);
    for (const Remark &remark : m_remarks) {
        if (!remark.reason->isHidden())
            height += Space::heightOf(remark.reason, inner) + px(6) + Space::heightOf(remark.advice, inner) + px(20);
    }
    for (const TickRow *step : m_steps)
        height += step->isHidden() ? 0 : step->sizeHint().height();
    return height + px(24) + px(buttonHigh) + px(36);
}

QSize StaffOrderForm::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void StaffOrderForm::arrange()
{
    Space space(rect());
    space.inset(px(48), 0);
    space.top(px(36));
    Space head(space.top(highOf(m_title, space.rest().width(), 76)));
    m_close->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_title->setGeometry(head.rest());
    m_detail->setGeometry(space.top(m_detail, px(20)));
    space.bottom(px(36));
    Space foot(space.bottom(px(buttonHigh), px(24)));
    const QList<TouchButton *> row = buttons();
    const int room = foot.rest().width() - px(16) * int(row.size() - 1);
    const auto wanted = [&row](TouchButton::Size size) {
        int width = 0;
        for (TouchButton *button : row) {
            button->setSize(size);
            width += button->sizeHint().width();
        }
        return width;
    };
    // As wide as its words and a share of what is left: no word breaks while another button has room to spare.
    int words = wanted(TouchButton::Size::Big);
    if (words > room)
        words = wanted(TouchButton::Size::Normal);
    for (TouchButton *button : row) {
        const int spare = (room - words) / int(row.size());
        button->setGeometry(foot.left(words <= room ? button->sizeHint().width() + spare : room / int(row.size()), px(16)));
    }
    if (!m_trouble->isHidden())
        m_trouble->setGeometry(space.top(Space::heightOf(m_trouble, space.rest().width()), px(16)));
    for (const Remark &remark : m_remarks) {
        if (remark.reason->isHidden())
            continue;
        remark.reason->setGeometry(space.top(remark.reason, px(6)));
        remark.advice->setGeometry(space.top(remark.advice, px(20)));
    }
    for (TickRow *step : m_steps) {
        if (!step->isHidden())
            step->setGeometry(space.top(step->sizeHint().height()));
    }
}

StaffOrderSheet::StaffOrderSheet(Journey &journey, QWidget *host) : Sheet(host, Place::Bottom), m_form(new StaffOrderForm(journey, panel()))
{
    setObjectName(u"staffOrderSheet"_s);
    setFitted(true);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(m_form);
}

} // namespace saji
