// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/themed.h>

#include <QPixmap>

namespace saji {

class Label;
class TouchButton;

//! One picture of the art cache, drawn when it is there.
class ArtView : public Themed
{
    Q_OBJECT
public:
    explicit ArtView(const QString &name = {}, QWidget *parent = nullptr);

    void setArt(const QString &name);
    void setGrey(bool grey);
    //! The side in pixels at the 21.5" reference.
    void setSide(qreal reference215);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    qreal m_side = 128;
    bool m_grey = false;
    QMetaObject::Connection m_ready;
};

//! Says what would be here, why it is not, and one thing to do, under the food cover.
class EmptyState : public Themed
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);

    void say(const QString &title, const QString &sentence);
    //! Empty = no button.
    void setAction(const QString &text);
    //! Default `tudung`; empty = no picture.
    void setArt(const QString &name);
    //! The picture's side in pixels at the 21.5" reference; default 320.
    void setArtSize(qreal reference215);
    //! Larger type, for a screen of its own.
    void setLarge(bool large);

signals:
    void actionClicked();

protected:
    void themeChanged() override;

private:
    ArtView *m_picture;
    Label *m_title;
    Label *m_sentence;
    TouchButton *m_action;
};

} // namespace saji
