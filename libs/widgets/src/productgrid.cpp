// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/productgrid.h>

#include <widgets/motion.h>

#include "tuning.h"

#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace saji {

namespace {

// Pixels at the 21.5" reference.
constexpr qreal gap215 = 22, inset215 = 22, turnShift215 = 24;
constexpr qreal wideTileMm = 62; // a row of its own needs less height
constexpr int fewerColumnsFrom = 150; // per cent of text scale

qreal gap(const Metrics &m)
{
    return m.at215(gap215);
}

} // namespace

ProductGrid::ProductGrid(QWidget *parent) : Control(parent), m_tiles(tuning::tileBytes)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_turning = new Tween(this, [this](qreal milliseconds) {
        m_turn = milliseconds;
        update();
    });
    connect(m_turning, &Tween::finished, this, [this] { m_oldPage = -1; });
    m_popping = new Tween(this, [this](qreal scale) {
        m_pop = scale;
        update(tileRect(m_poppedRow));
    });
}

ProductGrid::~ProductGrid() = default;

QAbstractItemModel *ProductGrid::model() const
{
    return m_model;
}

void ProductGrid::setModel(QAbstractItemModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_page = 0;
    connectModel();
    forgetTiles();
    recount();
}

void ProductGrid::connectModel()
{
    if (!m_model)
        return;
    const auto changed = [this] {
        forgetTiles();
        recount();
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, [this, changed] {
        m_page = 0;
        changed();
    });
    connect(m_model, &QAbstractItemModel::layoutChanged, this, changed);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, changed);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
        dataChanged(first.row(), last.row(), roles);
    });
}

void ProductGrid::dataChanged(int first, int last, const QList<int> &roles)
{
    const int from = std::max(first, rowAt(0));
    const int to = std::min(last, rowAt(perPage()) - 1);
    const bool onlyCount = roles.size() == 1 && roles.first() == m_roles.count;
    if (!onlyCount) {
        const auto known = m_tiles.keys();
        for (const int row : known) {
            if (row >= first && row <= last)
                m_tiles.remove(row);
        }
    }
    for (int row = from; row <= to; ++row)
        update(tileRect(row));
    if (onlyCount && from == to && isVisible()) {
        m_poppedRow = from;
        m_popping->start(1.18, 1, theme().duration(motion::countIn), motion::outBack());
    }
}

void ProductGrid::setRoles(const TileRoles &roles)
{
    m_roles = roles;
    forgetTiles();
}

void ProductGrid::setMinimumTileHeight(qreal mm)
{
    m_tileHeightMm = mm;
    forgetTiles();
    recount();
}

void ProductGrid::setMinimumTileWidth(qreal mm)
{
    m_tileWidthMm = mm;
    forgetTiles();
    recount();
}

int ProductGrid::inset() const
{
    return metrics().at215(inset215);
}

int ProductGrid::rowCount() const
{
    return m_model ? m_model->rowCount() : 0;
}

int ProductGrid::columns() const
{
    const Metrics &m = metrics();
    const qreal room = width() - 2 * inset();
    const int fitting = int((room + gap(m)) / (m.px(m_tileWidthMm) + gap(m)));
    const bool fewer = m.textScale >= fewerColumnsFrom || colors().flat;
    return std::max(1, fewer ? fitting - 1 : fitting);
}

int ProductGrid::rows() const
{
    const Metrics &m = metrics();
    const qreal room = height() - 2 * inset();
    const qreal least = (wide() ? std::min(wideTileMm, m_tileHeightMm) : m_tileHeightMm) * (100 + (m.textScale - 100) / 2) / 100;
    return std::max(1, int((room + gap(m)) / (m.px(least) + gap(m))));
}

int ProductGrid::pageCount() const
{
    const int size = perPage();
    return std::max(1, (rowCount() + size - 1) / size);
}

QSizeF ProductGrid::tileSize() const
{
    const qreal g = gap(metrics());
    const qreal w = (width() - 2 * inset() - g * (columns() - 1)) / columns();
    const qreal h = (height() - 2 * inset() - g * (rows() - 1)) / rows();
    return {std::floor(std::max(1.0, w)), std::floor(std::max(1.0, h))};
}

QRectF ProductGrid::tileBox(int place) const
{
    const QSizeF size = tileSize();
    const qreal g = gap(metrics());
    const int column = place % columns();
    const int row = place / columns();
    return {QPointF(inset() + column * (size.width() + g), inset() + row * (size.height() + g)), size};
}

QRect ProductGrid::tileRect(int row) const
{
    const int place = row - rowAt(0);
    if (place < 0 || place >= targetCount())
        return {};
    return tileBox(place).toAlignedRect().adjusted(-1, -producttile::overhang(metrics()), 1, 1);
}

void ProductGrid::setPage(int page, bool animated)
{
    page = std::clamp(page, 0, pageCount() - 1);
    if (page == m_page)
        return;
    m_oldPage = m_page;
    m_page = page;
    const int whole = motion::pageOut + motion::pageIn;
    m_turning->start(0, whole, animated && isVisible() ? theme().duration(whole) : 0, QEasingCurve::Linear);
    prefetch();
    targetsChanged();
    emit pageChanged(m_page, pageCount());
}

void ProductGrid::reveal(int row)
{
    setPage(row / perPage());
}

void ProductGrid::nextPage()
{
    setPage(m_page + 1);
}

void ProductGrid::previousPage()
{
    setPage(m_page - 1);
}

void ProductGrid::recount()
{
    m_oldPage = -1;
    m_page = std::clamp(m_page, 0, pageCount() - 1);
    targetsChanged();
    emit pageChanged(m_page, pageCount());
}

void ProductGrid::forgetTiles()
{
    m_tiles.clear();
    update();
}

void ProductGrid::prefetch()
{
    if (!m_model)
        return;
    const QSize art = producttile::artSize(tileSize(), wide(), metrics());
    const int end = std::min(rowCount(), rowAt(2 * perPage()));
    for (int row = rowAt(perPage()); row < end; ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const auto tone = index.data(m_roles.soldOut).toBool() ? ArtCache::Tone::Grey : ArtCache::Tone::Full;
        theme().art().prefetch(index.data(m_roles.art).toString(), art, devicePixelRatioF(), tone);
    }
}

void ProductGrid::artReady(const QString &name)
{
    const auto known = m_tiles.keys();
    for (const int row : known) {
        const Tile *tile = m_tiles.object(row);
        if (tile && !tile->complete && tile->content.art == name) {
            m_tiles.remove(row);
            update(tileRect(row));
        }
    }
}

ProductGrid::Tile *ProductGrid::tile(int row)
{
    const QSizeF size = tileSize();
    const qreal ratio = devicePixelRatioF();
    const int over = producttile::overhang(metrics());
    const QSize pixels = (QSizeF(size.width(), size.height() + over) * ratio).toSize();
    Tile *known = m_tiles.object(row);
    if (known && known->pixmap.size() == pixels)
        return known;
    auto *tile = new Tile;
    tile->content = TileContent::read(m_model->index(row, 0), m_roles);
    tile->pixmap = QPixmap(pixels);
    tile->pixmap.setDevicePixelRatio(ratio);
    tile->pixmap.fill(Qt::transparent);
    QPainter painter(&tile->pixmap);
    painter.translate(0, over);
    tile->complete = producttile::paint(painter, size, wide(), tile->content, theme(), ratio);
    painter.end();
    m_tiles.insert(row, tile, std::min<qsizetype>(tuning::tileBytes / 2, qsizetype(pixels.width()) * pixels.height() * 4));
    return tile;
}

void ProductGrid::paintTile(QPainter &painter, int row, const QRectF &box, int place)
{
    const Tile *shown = tile(row);
    painter.drawPixmap(box.topLeft() - QPointF(0, producttile::overhang(metrics())), shown->pixmap);
    TileContent content = shown->content;
    content.count = m_model->index(row, 0).data(m_roles.count).toInt();
    painter.save();
    painter.translate(box.topLeft());
    producttile::paintAdd(painter, box.size(), wide(), content, theme(), row == m_poppedRow ? m_pop : 1);
    producttile::paintPressed(painter, box.size(), theme(), place >= 0 ? pressed(place) : 0);
    painter.restore();
}

void ProductGrid::paintPage(QPainter &painter, int page, const QRect &area)
{
    const int first = page * perPage();
    const int count = std::min(perPage(), rowCount() - first);
    const qreal radius = metrics().radiusTile();
    for (int place = 0; place < count; ++place) {
        const QRectF box = tileBox(place);
        if (area.intersects(box.marginsAdded(Shadows::reach(Shadow::Card, metrics())).toAlignedRect()))
            theme().shadows().draw(painter, box, radius, Shadow::Card, colors(), metrics());
    }
    for (int place = 0; place < count; ++place) {
        const QRectF box = tileBox(place);
        if (area.intersects(box.toAlignedRect().adjusted(0, -producttile::overhang(metrics()), 0, 0)))
            paintTile(painter, first + place, box, page == m_page ? place : -1);
    }
}

void ProductGrid::paintEvent(QPaintEvent *event)
{
    if (!m_model || rowCount() == 0)
        return;
    if (!m_artReady)
        m_artReady = connect(&theme().art(), &ArtCache::ready, this, &ProductGrid::artReady);
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_oldPage < 0) {
        paintPage(painter, m_page, event->rect());
        return;
    }
    const qreal way = metrics().at215(turnShift215) * (m_page > m_oldPage ? 1 : -1);
    const bool leaving = m_turn < motion::pageOut;
    const qreal part = leaving ? m_turn / motion::pageOut : (m_turn - motion::pageOut) / motion::pageIn;
    const qreal eased = QEasingCurve(QEasingCurve::OutQuad).valueForProgress(std::clamp(part, 0.0, 1.0));
    painter.setOpacity(leaving ? 1 - eased : eased);
    painter.translate(0, leaving ? -way * eased : way * (1 - eased));
    paintPage(painter, leaving ? m_oldPage : m_page, rect());
}

QSize ProductGrid::sizeHint() const
{
    return {metrics().px(200), metrics().px(200)};
}

QSize ProductGrid::minimumSizeHint() const
{
    return {metrics().px(m_tileWidthMm) + 2 * inset(), metrics().px(60)};
}

int ProductGrid::targetCount() const
{
    return std::clamp(rowCount() - rowAt(0), 0, perPage());
}

Control::Target ProductGrid::target(int index) const
{
    return {tileBox(index), qreal(metrics().radiusTile()), {}, QAccessible::Button, m_oldPage < 0, false};
}

QString ProductGrid::targetName(int index) const
{
    return m_model ? TileContent::read(m_model->index(rowAt(index), 0), m_roles).spoken() : QString();
}

void ProductGrid::press(int index)
{
    if (m_model && index >= 0 && index < targetCount())
        emit activated(m_model->index(rowAt(index), 0));
}

void ProductGrid::resizeEvent(QResizeEvent *event)
{
    Control::resizeEvent(event);
    forgetTiles();
    recount();
    prefetch();
}

void ProductGrid::themeChanged()
{
    disconnect(m_artReady);
    m_artReady = {};
    forgetTiles();
    recount();
    Control::themeChanged();
}

void ProductGrid::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool atEdge = (key == Qt::Key_Down || key == Qt::Key_Up) && neighbour(key) < 0;
    if (key == Qt::Key_PageDown || (atEdge && key == Qt::Key_Down && m_page + 1 < pageCount())) {
        nextPage();
        setCurrentTarget(0);
    } else if (key == Qt::Key_PageUp || (atEdge && key == Qt::Key_Up && m_page > 0)) {
        previousPage();
        setCurrentTarget(targetCount() - 1);
    } else {
        Control::keyPressEvent(event);
    }
}

void ProductGrid::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0 && m_oldPage < 0)
        setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

bool ProductGrid::dragStarted(const QPointF &from, const QPointF &)
{
    m_dragFrom = from;
    return pageCount() > 1;
}

void ProductGrid::dragMoved(const QPointF &)
{
}

void ProductGrid::dragEnded(const QPointF &to, const QPointF &)
{
    const QPointF way = to - m_dragFrom;
    const qreal along = std::fabs(way.y()) >= std::fabs(way.x()) ? way.y() : way.x();
    if (std::fabs(along) >= metrics().px(tuning::swipeMm))
        setPage(m_page + (along < 0 ? 1 : -1));
}

} // namespace saji
