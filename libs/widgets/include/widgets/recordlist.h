// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/control.h>

#include <QPointer>
#include <QStringList>

class QAbstractItemModel;

namespace saji {

//! The numbers of the roles that a RecordList reads.
struct RecordRoles
{
    int title = 0;
    int detail = 0;
    int state = 0;
    int lamp = 0; //!< int, Lamp
    int age = 0;
    int steps = 0; //!< int, one bit a step
};

//! Pages through a model of records as rows for a finger: title and detail, a lamp with its word, a chain of steps and an age.
//!
//! Touches only the rows of the page on screen. Turned by a Pager or Page Up/Down; each row is a target: activated() opens it.
class RecordList : public Control
{
    Q_OBJECT
public:
    explicit RecordList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model);
    QAbstractItemModel *model() const;
    void setRoles(const RecordRoles &roles);
    //! The signs of the chain (see drawSteps); empty = no chain.
    void setSigns(const QStringList &signs);

    int perPage() const;
    int page() const { return m_page; }
    int pageCount() const;
    void setPage(int page);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int targetCount() const override;
    Target target(int index) const override;
    QString targetName(int index) const override;
    void press(int index) override;

public slots:
    void nextPage() { setPage(m_page + 1); }
    void previousPage() { setPage(m_page - 1); }

signals:
    void activated(const QModelIndex &index);
    void pageChanged(int page, int pageCount);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void themeChanged() override;

private:
    int rowCount() const;
    QModelIndex rowAt(int place) const;
    int rowHeight() const;
    QRectF rowBox(int place) const;
    void recount();
    void paintRow(QPainter &painter, int place);

    QPointer<QAbstractItemModel> m_model;
    RecordRoles m_roles;
    QStringList m_signs;
    int m_page = 0;
};

} // namespace saji
