// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/emptystate.h>

#include <widgets/label.h>
#include <widgets/touchbutton.h>

#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace saji {

ArtView::ArtView(const QString &name, QWidget *parent) : Themed(parent), m_name(name)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ArtView::setArt(const QString &name)
{
    m_name = name;
    update();
}

void ArtView::setGrey(bool grey)
{
    m_grey = grey;
    update();
}

void ArtView::setSide(qreal reference215)
{
    m_side = reference215;
    themeChanged();
}

QSize ArtView::sizeHint() const
{
    const int side = metrics().at215(m_side);
    return {side, side};
}

void ArtView::themeChanged()
{
    disconnect(m_ready);
    m_ready = connect(&theme().art(), &ArtCache::ready, this, [this](const QString &name) {
        if (name == m_name)
            update();
    });
    Themed::themeChanged();
}

void ArtView::paintEvent(QPaintEvent *)
{
    if (!m_ready)
        themeChanged();
    const int side = std::min(width(), height());
    const QPixmap picture = theme().art().picture(m_name, QSize(side, side), devicePixelRatioF(), m_grey ? ArtCache::Tone::Grey : ArtCache::Tone::Full);
    QPainter painter(this);
    if (m_grey)
        painter.setOpacity(0.45);
    painter.drawPixmap(QPointF((width() - side) / 2, (height() - side) / 2), picture);
}

EmptyState::EmptyState(QWidget *parent)
    : Themed(parent), m_picture(new ArtView(u"tudung"_s)), m_title(new Label(Type::Section)), m_sentence(new Label(Type::Text)),
      m_action(new TouchButton({}, TouchButton::Kind::Outline))
{
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    m_picture->setSide(320);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    for (Label *label : {m_title, m_sentence}) {
        label->setMaxLines(3);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        column->addWidget(label);
    }
    m_sentence->setColor(&Palette::ink2);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    m_action->hide();
    connect(m_action, &TouchButton::clicked, this, &EmptyState::actionClicked);
    themeChanged();
}

void EmptyState::say(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::setArt(const QString &name)
{
    m_picture->setArt(name);
    m_picture->setVisible(!name.isEmpty());
}

void EmptyState::setArtSize(qreal reference215)
{
    m_picture->setSide(reference215);
}

void EmptyState::setLarge(bool large)
{
    m_title->setType(large ? Type::Display : Type::Section);
    if (large)
        m_sentence->setSize(36, QFont::DemiBold);
    else
        m_sentence->setType(Type::Text);
}

void EmptyState::themeChanged()
{
    layout()->setSpacing(metrics().listGap());
    layout()->setContentsMargins(metrics().margin(), 0, metrics().margin(), 0);
    Themed::themeChanged();
}

} // namespace saji
