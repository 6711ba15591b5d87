// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace saji::gallery {

QStringList pageNames()
{
    return {u"controls"_s, u"service"_s, u"menu"_s, u"offline"_s, u"seated"_s, u"landscape"_s, u"product"_s, u"basket"_s,
            u"payment"_s, u"number"_s, u"idle"_s, u"rest"_s, u"admin"_s, u"problems"_s};
}

QWidget *makePage(const QString &name, Theme &theme, QWidget *window)
{
    if (name == u"controls")
        return controlsPage(theme, window);
    if (name == u"service")
        return servicePage(theme, window);
    if (name == u"menu" || name == u"offline")
        return menuPage(theme, window, name == u"offline");
    if (name == u"seated")
        return seatedPage(theme, window);
    if (name == u"landscape")
        return landscapePage(theme, window);
    if (name == u"product")
        return productPage(theme, window);
    if (name == u"basket")
        return basketPage(theme, window);
    if (name == u"payment")
        return paymentPage(theme, window);
    if (name == u"number")
        return numberPage(theme, window);
    if (name == u"idle")
        return idlePage(theme, window);
    if (name == u"rest")
        return restPage(theme, window);
    if (name == u"admin" || name == u"problems")
        return adminPage(theme, window, name == u"problems");
    return nullptr;
}

} // namespace saji::gallery
