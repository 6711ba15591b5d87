// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace saji {
class Theme;
}

namespace saji::gallery {

//! Every page of the gallery, in the order of the files.
QStringList pageNames();
//! Builds a page to be resized to the window. Null for an unknown name.
QWidget *makePage(const QString &name, Theme &theme, QWidget *window);

QWidget *controlsPage(Theme &theme, QWidget *window);
QWidget *menuPage(Theme &theme, QWidget *window, bool offline);
QWidget *landscapePage(Theme &theme, QWidget *window);
QWidget *seatedPage(Theme &theme, QWidget *window);
QWidget *productPage(Theme &theme, QWidget *window);
QWidget *basketPage(Theme &theme, QWidget *window);
QWidget *paymentPage(Theme &theme, QWidget *window);
QWidget *servicePage(Theme &theme, QWidget *window);
QWidget *numberPage(Theme &theme, QWidget *window);
QWidget *idlePage(Theme &theme, QWidget *window);
QWidget *restPage(Theme &theme, QWidget *window);
QWidget *adminPage(Theme &theme, QWidget *window, bool problems);

} // namespace saji::gallery
