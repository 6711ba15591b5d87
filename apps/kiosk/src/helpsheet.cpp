// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpsheet.h"

#include <widgets/card.h>
#include <widgets/iconbutton.h>
#include <widgets/label.h>
#include <widgets/monogram.h>
#include <widgets/synclamp.h>
#include <widgets/touchbutton.h>

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace saji {

HelpForm::HelpForm(Journey &journey, QWidget *parent)
    : Screen(journey, Ground::Kind::Clear, parent), m_title(new Label(Type::Title, {}, this)),
      m_close(new IconButton(u"close"_s, {}, IconButton::Kind::Quiet, this)), m_deviceHead(new Label(Type::Product, {}, this)), m_lamp(new SyncLamp(this)),
      m_connections(new Label(Type::Caption, {}, this)), m_staff(new TouchButton({}, TouchButton::Kind::Quiet, this)), m_done(new TouchButton({}, TouchButton::Kind::Primary, this))
{
    setObjectName(u"help"_s);
    m_close->setObjectName(u"closeHelp"_s);
    for (const QString &icon : {u"hand"_s, u"basket"_s, u"cash"_s, u"user"_s}) {
        Line line{new IconView(icon, this), new Label(Type::Text, {}, this)};
        line.icon->setSides(44, 84);
        line.icon->setTile(&Palette::tint);
        line.icon->setColor(&Palette::leaf);
        line.words->setMaxLines(4);
        m_lines << line;
    }
    m_connections->setMaxLines(8);
    m_connections->setColor(&Palette::ink2);
    m_staff->setObjectName(u"staff"_s);
    m_staff->setSize(TouchButton::Size::Compact);
    m_staff->setIcon(u"lock"_s);
    connect(m_staff, &TouchButton::clicked, this, [this] { this->journey().flow().open(ScreenFlow::Overlay::Pin); });
    m_done->setObjectName(u"helpDone"_s);
    m_done->setSize(TouchButton::Size::Big);
    connect(m_close, &IconButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(m_done, &TouchButton::clicked, &journey.flow(), &ScreenFlow::closeOverlay);
    connect(&journey.sync(), &SyncPresenter::changed, this, [this] {
        if (isVisible())
            showConnections();
    });
}

void HelpForm::speak()
{
    m_title->setText(tr("Help"));
    m_close->setName(tr("Close"));
    const QStringList words{tr("Touch a dish, choose what you like, and add it. From as many outlets as you wish."),
                            tr("Look through your order before you place it. You can change every line."),
                            tr("You get a number at once. Pay at the counter, then wait for your number."),
                            tr("Anything else? Our staff at the counter are glad to help.")};
    for (int i = 0; i < m_lines.size(); ++i)
        m_lines.at(i).words->setText(words.at(i));
    m_done->setText(tr("Understood"));
    m_staff->setText(tr("Staff"));
    showConnections();
}

void HelpForm::showConnections()
{
    const auto &sync = journey().sync();
    const QString device = journey().settings().deviceName;
    m_deviceHead->setText(device.isEmpty() ? tr("This kiosk") : device);
    const auto lamp = sync.lamp() == SyncPresenter::Lamp::Connected ? Lamp::Ok
        : sync.lamp() == SyncPresenter::Lamp::Polling               ? Lamp::Polling
                                                                    : Lamp::Offline;
    m_lamp->set(lamp, sync.lampWord(), sync.lampAge());
    QStringList lines = sync.reasons();
    for (const QString &line : {sync.menuAge(), sync.pending()}) {
        if (!line.isEmpty())
            lines << line;
    }
    m_connections->setText(lines.join(u'\n'));
}

int HelpForm::deviceHeight() const
{
    return std::max(m_lamp->sizeHint().height(), m_staff->sizeHint().height());
}

int HelpForm::lineHeight(const Line &line, int width) const
{
    return std::max(px(84), Space::heightOf(line.words, width - px(84) - px(28)));
}

int HelpForm::heightForWidth(int width) const
{
    const int inner = width - px(96);
    int height = px(36) + highOf(m_title, width, 76) + px(24);
    for (const Line &line : m_lines)
        height += lineHeight(line, inner) + px(20);
    height += px(14) + deviceHeight() + px(8) + Space::heightOf(m_connections, inner) + px(30);
    return height + m_done->sizeHint().height() + px(36);
}

QSize HelpForm::sizeHint() const
{
    return {width(), heightForWidth(width())};
}

void HelpForm::arrange()
{
    Space space(rect());
    space.inset(px(48), 0);
    space.top(px(36));
    Space head(space.top(highOf(m_title, width(), 76), px(24)));
    m_close->setGeometry(centredIn(head.right(px(76), px(20)), px(76)));
    m_title->setGeometry(head.rest());
    for (const Line &line : m_lines) {
        Space row(space.top(lineHeight(line, space.rest().width()), px(20)));
        line.icon->setGeometry(centredIn(row.left(px(84), px(28)), px(84)));
        line.words->setGeometry(row.rest());
    }
    space.bottom(px(36));
    m_done->setGeometry(space.bottom(m_done->sizeHint().height(), px(30)));
    space.top(px(14));
    Space device(space.top(deviceHeight(), px(8)));
    m_staff->setGeometry(device.right(m_staff->sizeHint().width(), px(20)));
    m_deviceHead->setGeometry(device.left(m_deviceHead->sizeHint().width(), px(24)));
    m_lamp->setGeometry(device.rest());
    m_connections->setGeometry(space.top(m_connections));
}

HelpSheet::HelpSheet(Journey &journey, QWidget *host) : Sheet(host, Place::Bottom)
{
    setObjectName(u"helpSheet"_s);
    setFitted(true);
    panel()->setPadding(0, 0, 0, 0);
    auto *layout = new QVBoxLayout(panel());
    layout->setContentsMargins({});
    layout->addWidget(new HelpForm(journey, panel()));
}

} // namespace saji
