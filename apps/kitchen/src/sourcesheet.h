// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <presentation/peerpresenter.h>
#include <widgets/sheet.h>
#include <widgets/themed.h>

namespace saji {

class Label;
class TouchButton;

//! Where tickets come from, source by source, in whole sentences: since when, why not, how old the menu is. Opened by the lamps.
class SourceSheet : public Sheet
{
    Q_OBJECT

public:
    SourceSheet(PeerPresenter &peers, QWidget *host);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();

    PeerPresenter &m_peers;
    Label *m_title;
    Label *m_menu;
    TouchButton *m_done;
};

//! The sources as lines: lamp, name, sentence.
class SourceList : public Themed
{
    Q_OBJECT

public:
    explicit SourceList(PeerPresenter &peers, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PeerPresenter &m_peers;
    qsizetype m_count = 0;
};

} // namespace saji
