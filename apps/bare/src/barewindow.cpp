// SPDX-License-Identifier: GPL-3.0-or-later
#include <bare/barewindow.h>

#include <widgets/ground.h>
#include <widgets/touchbutton.h>

#include <QCloseEvent>

using namespace Qt::StringLiterals;

namespace saji {

BareWindow::BareWindow(const QString &name, int edge, LanguageSwitch &language, Theme &theme, QWidget *parent)
    : QWidget(parent), m_edge(edge), m_language(language), m_theme(theme)
{
    setObjectName(name);
    m_theme.attach(this);
    m_ground = new Ground(m_theme.palette().dark ? Ground::Kind::Page : Ground::Kind::Rest, this);
    m_languageButton = new TouchButton({}, TouchButton::Kind::Surface, m_ground);
    m_languageButton->setObjectName(u"language"_s);
    m_languageButton->setSize(TouchButton::Size::Compact);
    m_languageButton->setIcon(u"globe"_s);
    connect(m_languageButton, &TouchButton::clicked, &m_language, &LanguageSwitch::toggle);
    connect(&m_language, &LanguageSwitch::changed, this, &BareWindow::speak);
}

Label *BareWindow::addLabel(Type type, int maxLines, ColorRole color)
{
    auto *label = new Label(type, {}, m_ground);
    label->setAlignment(Qt::AlignCenter);
    label->setMaxLines(maxLines);
    label->setColor(color);
    return label;
}

void BareWindow::speak()
{
    m_languageButton->setText(LanguageSwitch::shortNameOf(m_language.other()));
    say();
    place();
}

void BareWindow::place()
{
    m_ground->setGeometry(rect());
    const QSize language = m_languageButton->sizeHint();
    m_languageButton->setGeometry(width() - edge() - language.width(), edge(), language.width(), metrics().at215(76));
    arrange();
}

void BareWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        speak();
    QWidget::changeEvent(event);
}

void BareWindow::resizeEvent(QResizeEvent *)
{
    place();
}

void BareWindow::closeEvent(QCloseEvent *event)
{
    emit dismissed();
    event->accept();
}

} // namespace saji
