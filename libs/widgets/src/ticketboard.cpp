// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/ticketboard.h>

#include <widgets/motion.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace saji {

namespace {

constexpr int pulses = 3;

bool sameButAge(const TicketCell &a, const TicketCell &b)
{
    TicketFace face = a.face;
    face.age = b.face.age;
    return a.box == b.box && a.part == b.part && face == b.face;
}

} // namespace

TicketBoard::TicketBoard(QWidget *parent) : Control(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_slide = new Tween(this, [this](qreal) { stepSlides(); });
    connect(m_slide, &Tween::finished, this, [this] {
        m_slides.clear();
        update();
    });
    m_pulse = new Tween(this, [this](qreal) { pulse(); });
}

QString TicketBoard::keyOf(const TicketCell &cell)
{
    return u"%1/%2"_s.arg(cell.face.id).arg(cell.index);
}

const TicketCell *TicketBoard::cellOf(const QString &key) const
{
    const auto found = std::find_if(m_cells.begin(), m_cells.end(), [&](const TicketCell &cell) { return keyOf(cell) == key; });
    return found == m_cells.end() ? nullptr : &*found;
}

void TicketBoard::setCells(const QList<TicketCell> &cells, bool compact, bool slides)
{
    const QList<TicketCell> before = m_cells;
    const bool sameScale = compact == m_compact;
    if (slides && sameScale)
        startSlides(cells);
    else
        m_slides.clear();
    m_cells = cells;
    m_compact = compact;
    const auto isFresh = [](const TicketCell &cell) { return cell.face.fresh; };
    const auto wasFresh = [&](const TicketCell &cell) {
        return std::any_of(before.begin(), before.end(), [&](const TicketCell &old) { return old.face.id == cell.face.id && old.face.fresh; });
    };
    QSet<QString> here;
    for (const TicketCell &cell : m_cells)
        here << cell.face.id;
    m_reported.intersect(here);
    const auto comes = [&](const TicketCell &cell) { return cell.face.fresh && !wasFresh(cell); };
    if (std::any_of(m_cells.begin(), m_cells.end(), comes))
        m_pulse->start(0, pulses, theme().duration(pulses * motion::ringPulse), QEasingCurve::Linear);
    else if (std::none_of(m_cells.begin(), m_cells.end(), isFresh))
        m_pulse->stop();
    if (!sameScale)
        update();
    repaintDifferences(before);
    if (before.size() != m_cells.size())
        targetsChanged();
}

void TicketBoard::repaintDifferences(const QList<TicketCell> &before)
{
    const TicketPainter painter(theme(), m_compact);
    for (const TicketCell &old : before) {
        if (!cellOf(keyOf(old)))
            update(ringBox(old.box));
    }
    for (const TicketCell &cell : m_cells) {
        const QString key = keyOf(cell);
        const auto old = std::find_if(before.begin(), before.end(), [&](const TicketCell &one) { return keyOf(one) == key; });
        if (old == before.end()) {
            update(ringBox(cell.box));
        } else if (!sameButAge(*old, cell)) {
            update(ringBox(old->box));
            update(ringBox(cell.box));
        } else if (old->face.age != cell.face.age) {
            update(painter.ageBox(cell.box).toAlignedRect());
        }
    }
}

void TicketBoard::startSlides(const QList<TicketCell> &cells)
{
    const int duration = theme().duration(motion::cardSlide);
    if (duration == 0)
        return;
    const TicketPainter painter(theme(), m_compact);
    QHash<QString, Slide> slides;
    for (const TicketCell &cell : cells) {
        const TicketCell *old = cellOf(keyOf(cell));
        if (!old || old->box.width() != cell.box.width())
            continue;
        // One that is still on its way goes on from where it is.
        if (old->box.topLeft() == cell.box.topLeft() && slideBox(*old).topLeft() == cell.box.topLeft())
            continue;
        // One picture per card moves; the card itself is painted again when it has arrived.
        Slide slide;
        slide.from = slideBox(*old).topLeft();
        slide.picture = QPixmap(cell.box.size() * devicePixelRatioF());
        slide.picture.setDevicePixelRatio(devicePixelRatioF());
        slide.picture.fill(Qt::transparent);
        QPainter into(&slide.picture);
        painter.paint(into, QRectF(QPointF(0, 0), cell.box.size()), cell.face, cell.part);
        slides.insert(keyOf(cell), slide);
    }
    for (auto old = m_slides.cbegin(); old != m_slides.cend(); ++old)
        update(QRect(old->from.toPoint(), old->picture.deviceIndependentSize().toSize()));
    m_slides = slides;
    if (!m_slides.isEmpty())
        m_slide->start(0, 1, duration, QEasingCurve::OutCubic);
}

QRect TicketBoard::slideBox(const TicketCell &cell) const
{
    const auto slide = m_slides.constFind(keyOf(cell));
    if (slide == m_slides.constEnd())
        return cell.box;
    const QPointF to = cell.box.topLeft();
    return QRect((slide->from + (to - slide->from) * m_slide->value()).toPoint(), cell.box.size());
}

void TicketBoard::stepSlides()
{
    for (const TicketCell &cell : std::as_const(m_cells)) {
        const auto slide = m_slides.constFind(keyOf(cell));
        if (slide != m_slides.constEnd())
            update(QRect(slide->from.toPoint(), cell.box.size()).united(cell.box));
    }
}

void TicketBoard::pulse()
{
    const int inset = int(std::ceil(TicketPainter(theme()).ringWidth()));
    for (const TicketCell &cell : std::as_const(m_cells)) {
        if (cell.face.fresh)
            update(QRegion(ringBox(cell.box)).subtracted(cell.box.adjusted(inset, inset, -inset, -inset)));
    }
}

QRect TicketBoard::ringBox(const QRect &card) const
{
    const int out = int(std::ceil(TicketPainter(theme()).ringWidth()));
    return card.adjusted(-out, -out, out, out);
}

Control::Target TicketBoard::target(int index) const
{
    const TicketCell &cell = m_cells.at(index);
    return {QRectF(cell.box), qreal(metrics().radiusTicket()), cell.face.spoken, QAccessible::Button, true, false};
}

QRect TicketBoard::targetRect(const QString &number) const
{
    for (const TicketCell &cell : m_cells) {
        if (cell.face.number == number)
            return cell.box;
    }
    return {};
}

void TicketBoard::remember()
{
    const int index = currentTarget();
    m_underFinger = pressed(index) > 0 && index < m_cells.size() ? m_cells.at(index).face.id : QString();
}

void TicketBoard::mousePressEvent(QMouseEvent *event)
{
    Control::mousePressEvent(event);
    remember();
}

void TicketBoard::keyPressEvent(QKeyEvent *event)
{
    Control::keyPressEvent(event);
    remember();
}

bool TicketBoard::event(QEvent *event)
{
    const bool done = Control::event(event);
    if (event->type() == QEvent::TouchBegin)
        remember();
    return done;
}

void TicketBoard::press(int index)
{
    if (index < 0 || index >= m_cells.size())
        return;
    const QString id = m_cells.at(index).face.id;
    const QString meant = std::exchange(m_underFinger, {});
    if (meant.isEmpty() || meant == id)
        emit tapped(id);
}

void TicketBoard::themeChanged()
{
    m_slides.clear();
    Control::themeChanged();
}

void TicketBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setClipRegion(event->region());
    const TicketPainter cards(theme(), m_compact);
    const bool pulsing = m_pulse->running();
    QStringList whole;
    for (int index = 0; index < m_cells.size(); ++index) {
        const TicketCell &cell = m_cells.at(index);
        const QRect box = slideBox(cell);
        if (!event->region().intersects(ringBox(box)))
            continue;
        const auto slide = m_slides.constFind(keyOf(cell));
        if (slide != m_slides.constEnd())
            painter.drawPixmap(box.topLeft(), slide->picture);
        else
            cards.paint(painter, box, cell.face, cell.part, pressed(index));
        if (cell.face.fresh)
            cards.paintRing(painter, box, pulsing ? 0.55 - 0.45 * std::cos(m_pulse->value() * 2 * std::numbers::pi) : 1);
        const bool isWhole = QRegion(cell.box.intersected(rect())).subtracted(event->region()).isEmpty();
        if (cell.index == 0 && isWhole && !m_reported.contains(cell.face.id)) {
            m_reported << cell.face.id;
            whole << cell.face.id;
        }
    }
    if (!whole.isEmpty())
        report(whole);
}

void TicketBoard::report(const QStringList &ids)
{
    // After this paint has gone to the screen, not while it is being made.
    QMetaObject::invokeMethod(this, [this, ids] { emit painted(ids); }, Qt::QueuedConnection);
}

} // namespace saji
