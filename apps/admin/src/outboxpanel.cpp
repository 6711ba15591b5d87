// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxpanel.h"

#include "steplist.h"

#include <widgets/label.h>
#include <widgets/touchbutton.h>

#include <QHBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace saji {

namespace {
// Where look.md gives pixels of the 24" screen and a control takes those of the 21.5" one.
constexpr qreal per24 = Metrics::landscape24 / Metrics::portrait215;
}

OutboxPanel::OutboxPanel(QWidget *parent)
    : Card(parent), m_number(new Label(Type::AdminFigure)), m_detail(new Label(Type::AdminText)), m_trouble(new Label(Type::AdminText)),
      m_flagBox(new QWidget), m_steps(new StepList), m_retry(new TouchButton({}, TouchButton::Kind::Turmeric)),
      m_settle(new TouchButton({}, TouchButton::Kind::Ink)), m_export(new TouchButton({}, TouchButton::Kind::Quiet))
{
    setObjectName(u"outboxPanel"_s);
    setRadius(24 * per24);
    setPadding(28 * per24, 24 * per24, 28 * per24, 24 * per24);
    m_number->setFigures(true);
    m_number->setSize(44, QFont::ExtraBold, true);
    m_detail->setColor(&Palette::ink2);
    m_detail->setMaxLines(2);
    m_trouble->setColor(&Palette::amber);
    m_trouble->setWeight(QFont::Bold);
    m_trouble->setMaxLines(4);
    m_retry->setObjectName(u"retry"_s);
    m_settle->setObjectName(u"settle"_s);
    m_export->setObjectName(u"export"_s);
    auto *column = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{m_number, m_detail, m_trouble, m_flagBox, m_steps})
        column->addWidget(part);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_retry, 1);
    row->addWidget(m_settle, 1);
    column->addLayout(row);
    column->addWidget(m_export);
    for (TouchButton *button : {m_retry, m_settle, m_export})
        button->setSize(TouchButton::Size::Small);
    new QVBoxLayout(m_flagBox);
    m_flagBox->layout()->setContentsMargins({});
    connect(m_retry, &TouchButton::clicked, this, [this] { emit retryWanted(m_sheet.order); });
    connect(m_settle, &TouchButton::clicked, this, [this] { emit settleWanted(m_sheet.order); });
    connect(m_export, &TouchButton::clicked, this, [this] { emit exportWanted(m_sheet.order); });
}

void OutboxPanel::show(const OutboxSheet &sheet)
{
    m_sheet = sheet;
    setVisible(!sheet.number.isEmpty());
    m_number->setText(sheet.number);
    m_detail->setText(sheet.detail);
    m_trouble->setText(sheet.trouble);
    m_trouble->setVisible(!sheet.trouble.isEmpty());
    while (m_flags.size() < sheet.flags.size()) {
        const std::array labels{new Label(Type::AdminHead), new Label(Type::AdminText), new Label(Type::AdminSmall)};
        labels[0]->setColor(&Palette::bad);
        for (Label *label : labels) {
            label->setMaxLines(6);
            label->setLineFactor(textLine);
            m_flagBox->layout()->addWidget(label);
        }
        labels[2]->setColor(&Palette::ink2);
        m_flags << labels;
    }
    for (int i = 0; i < m_flags.size(); ++i) {
        for (Label *label : m_flags.at(i))
            label->setVisible(i < sheet.flags.size());
        if (i >= sheet.flags.size())
            continue;
        m_flags.at(i)[0]->setText(sheet.flags.at(i).reason);
        m_flags.at(i)[1]->setText(sheet.flags.at(i).advice);
        m_flags.at(i)[2]->setText(sheet.flags.at(i).detail);
        m_flags.at(i)[2]->setVisible(!sheet.flags.at(i).detail.isEmpty());
    }
    m_flagBox->setVisible(!sheet.flags.isEmpty());
    m_steps->setSteps(sheet.steps);
    m_steps->setBrief(!sheet.flags.isEmpty());
    m_retry->setText(tr("Check again"));
    m_retry->setVisible(sheet.canSettle);
    m_retry->setEnabled(sheet.canRetry);
    m_settle->setText(tr("Settle by hand"));
    m_settle->setVisible(sheet.canSettle);
    m_export->setText(tr("Export"));
}

void OutboxPanel::themeChanged()
{
    Card::themeChanged();
    layout()->setSpacing(metrics().at24(12));
    m_flagBox->layout()->setSpacing(metrics().at24(4));
}

} // namespace saji
