// SPDX-License-Identifier: GPL-3.0-or-later
#include <testkit/switchboard.h>

#include "switchedlink.h"

#include <transport/sightings.h>

#include <QUrl>

#include <algorithm>
#include <list>
#include <map>
#include <set>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

//! As long as the real dialers wait for an answer.
constexpr Milliseconds answerTimeout{5000};

} // namespace

struct Switchboard::Line
{
    QString a, b;
    std::shared_ptr<Direction> aToB = std::make_shared<Direction>();
    std::shared_ptr<Direction> bToA = std::make_shared<Direction>();
    bool down = false;
    std::set<LinkKind> refused;
    std::map<std::pair<QString, LinkKind>, int> dials; //!< by who dialed
    std::vector<std::weak_ptr<SwitchedLink>> ends;

    const std::shared_ptr<Direction> &from(const QString &node) const { return node == a ? aToB : bToA; }
    bool isFrozen() const { return aToB->frozen || bToA->frozen || aToB->stopped || bToA->stopped; }

    //! A copy of what is alive: slots that run may dial, and so change the line.
    std::vector<std::shared_ptr<SwitchedLink>> openEnds()
    {
        std::erase_if(ends, [](const auto &end) { return end.expired(); });
        std::vector<std::shared_ptr<SwitchedLink>> open;
        for (const auto &weak : ends) {
            if (auto end = weak.lock(); end && end->isOpen())
                open.push_back(std::move(end));
        }
        return open;
    }

    void cut()
    {
        for (const auto &end : openEnds())
            end->breakOff();
    }

    void deliver()
    {
        for (const auto &end : openEnds())
            end->deliver();
    }
};

class Switchboard::LineDialer final : public Dialer
{
public:
    LineDialer(Switchboard &board, QString from, QString to, LinkKind kind)
        : m_board(board), m_from(std::move(from)), m_to(std::move(to)), m_kind(kind), m_timer(board.schedulerOf(m_from))
    {}

    LinkKind kind() const override { return m_kind; }

    void dial(Answer answer) override
    {
        auto &line = m_board.line(m_from, m_to);
        ++line.dials[{m_from, m_kind}];
        m_answer = std::move(answer);
        if (line.isFrozen()) {
            m_timer.start(answerTimeout, [this] { finish(Error{ErrorCode::TimedOut, u"%1 does not answer"_s.arg(m_to)}); });
            return;
        }
        m_timer.start(line.from(m_from)->delay + line.from(m_to)->delay, [this] { finish(m_board.join(m_from, m_to, m_kind)); });
    }

    void abort() override
    {
        m_timer.stop();
        m_answer = {};
    }

private:
    void finish(Result<std::shared_ptr<Link>> result)
    {
        // The one who dialed may destroy this dialer in the answer.
        if (const auto answer = std::exchange(m_answer, {}))
            answer(std::move(result));
    }

    Switchboard &m_board;
    QString m_from, m_to;
    LinkKind m_kind;
    Answer m_answer;
    Timer m_timer;
};

class Switchboard::LineClient final : public HttpClient
{
public:
    LineClient(Switchboard &board, QString from, QString to) : m_board(board), m_from(std::move(from)), m_to(std::move(to)) {}

    void get(const QString &pathAndQuery, const QHash<QByteArray, QByteArray> &headers, Answer answer) override
    {
        const QUrl url(pathAndQuery);
        HttpRequest request{"GET", url.path(), QUrlQuery(url), headers, {}, m_from};
        auto &line = m_board.line(m_from, m_to);
        const auto get = std::make_shared<Get>(m_board.schedulerOf(m_from), std::move(answer));
        m_gets.push_back(get);
        get->timeout.start(answerTimeout, [get] { get->finish(Error{ErrorCode::TimedOut, u"no answer within 5 s"_s}); });
        if (!line.isFrozen()) {
            get->travel.start(line.from(m_from)->delay + line.from(m_to)->delay,
                              [this, get, request = std::move(request)] { ask(get, request); });
        }
        m_gets.remove_if([](const auto &g) { return !g->answer; });
    }

    void abortAll() override
    {
        for (const auto &get : std::exchange(m_gets, {}))
            get->forget();
    }

    ~LineClient() override { abortAll(); }

private:
    struct Get
    {
        Get(Scheduler &scheduler, Answer a) : answer(std::move(a)), timeout(scheduler), travel(scheduler) {}

        Answer answer;
        Timer timeout;
        Timer travel;

        void forget()
        {
            answer = {};
            timeout.stop();
            travel.stop();
        }

        void finish(Result<HttpReply> reply)
        {
            if (const auto a = std::exchange(answer, {})) {
                forget();
                a(std::move(reply));
            }
        }
    };

    void ask(const std::shared_ptr<Get> &get, const HttpRequest &request)
    {
        const auto handler = m_board.m_handlers.value(m_to);
        if (m_board.isDown(m_from, m_to) || !handler) {
            get->finish(Error{ErrorCode::Unreachable, u"nobody at %1"_s.arg(m_to)});
            return;
        }
        handler(request, [get, board = &m_board, from = m_from, to = m_to](const HttpResponse &response) {
            if (!get->answer)
                return; // given up: the board may be gone as well
            if (board->isDown(from, to)) {
                get->finish(Error{ErrorCode::LinkClosed, u"the line broke before the answer"_s});
                return;
            }
            HttpReply reply{response.status, response.body, {{"content-type", response.contentType}}};
            for (const auto &[name, value] : response.headers)
                reply.headers.insert(name.toLower(), value);
            get->finish(std::move(reply));
        });
    }

    Switchboard &m_board;
    QString m_from, m_to;
    std::list<std::shared_ptr<Get>> m_gets;
};

class Switchboard::LineDiscovery final : public Discovery
{
public:
    LineDiscovery(Switchboard &board, QString node, quint64 run)
        : m_board(board), m_node(std::move(node)), m_timer(board.schedulerOf(m_node)), m_run(run)
    {}

    ~LineDiscovery() override
    {
        m_board.m_discoveries.erase(m_node);
        if (m_count > 0 && m_board.m_nodes.contains(m_node))
            m_board.broadcast(m_node, {m_self, m_run, ++m_count, true});
    }

    void announce(const Announcement &self) override
    {
        if (m_timer.isActive() && self == m_self)
            return;
        m_self = self;
        m_timer.start(Milliseconds(0), [this] { beat(); });
    }

    void hear(const Beacon &beacon, const QString &from)
    {
        const auto &id = beacon.device.device;
        if (m_count == 0 || beacon.device.store != m_self.store)
            return;
        if (beacon.isGoodbye) {
            if (m_sightings.forget(id))
                emit lost(id);
        } else if (m_sightings.hear(beacon, from, m_now) == Sightings::Verdict::News) {
            emit seen(*m_sightings.get(id));
        }
    }

private:
    void beat()
    {
        m_timer.start(every, [this] { beat(); });
        m_now += every;
        for (const auto &device : m_sightings.forgetSilent(m_now))
            emit lost(device);
        m_board.broadcast(m_node, {m_self, m_run, ++m_count, false});
    }

    static constexpr Milliseconds every{1000};

    Switchboard &m_board;
    QString m_node;
    Timer m_timer;
    quint64 m_run;
    quint32 m_count = 0;
    Milliseconds m_now{0}; //!< counted in beats
    Announcement m_self;
    Sightings m_sightings;
};

Switchboard::Switchboard(Scheduler &scheduler) : m_scheduler(scheduler) {}
Switchboard::~Switchboard() = default;

void Switchboard::plugIn(const QString &node, Answerer onLinked)
{
    m_nodes.insert(node, std::move(onLinked));
}

void Switchboard::unplug(const QString &node)
{
    m_nodes.remove(node);
    m_handlers.remove(node);
    cut(node);
}

void Switchboard::serve(const QString &node, HttpHandler handler)
{
    m_handlers.insert(node, std::move(handler));
}

std::unique_ptr<Dialer> Switchboard::dialer(const QString &from, const QString &to, LinkKind kind)
{
    return std::make_unique<LineDialer>(*this, from, to, kind);
}

std::unique_ptr<HttpClient> Switchboard::httpClient(const QString &from, const QString &to)
{
    return std::make_unique<LineClient>(*this, from, to);
}

std::unique_ptr<Discovery> Switchboard::discovery(const QString &node)
{
    auto made = std::make_unique<LineDiscovery>(*this, node, ++m_runs);
    m_discoveries.insert_or_assign(node, made.get());
    return made;
}

void Switchboard::broadcast(const QString &from, const Beacon &beacon)
{
    for (const auto &[to, discovery] : m_discoveries) {
        const auto *found = findLine(from, to);
        if (to == from || isDown(from, to) || (found && (found->from(from)->frozen || found->from(from)->stopped)))
            continue;
        (void)m_scheduler.after(found ? found->from(from)->delay : Milliseconds(0), [this, from, name = to, beacon] {
            if (const auto there = m_discoveries.find(name); there != m_discoveries.end())
                there->second->hear(beacon, from);
        });
    }
}

void Switchboard::refuse(const QString &a, const QString &b, LinkKind kind, bool refused)
{
    if (refused)
        line(a, b).refused.insert(kind);
    else
        line(a, b).refused.erase(kind);
}

void Switchboard::setDown(const QString &a, const QString &b, bool down)
{
    line(a, b).down = down;
    if (down)
        cut(a, b);
}

void Switchboard::cut(const QString &a, const QString &b)
{
    line(a, b).cut();
}

void Switchboard::freeze(const QString &a, const QString &b, bool frozen)
{
    freezeOneWay(a, b, frozen);
    freezeOneWay(b, a, frozen);
}

void Switchboard::freezeOneWay(const QString &from, const QString &to, bool frozen)
{
    line(from, to).from(from)->frozen = frozen;
    line(from, to).deliver();
}

void Switchboard::setDelay(const QString &a, const QString &b, Milliseconds delay)
{
    line(a, b).aToB->delay = delay;
    line(a, b).bToA->delay = delay;
}

void Switchboard::setDown(const QString &node, bool down)
{
    m_downNodes.insert(node, down);
    if (down)
        cut(node);
}

void Switchboard::cut(const QString &node)
{
    // By index: a slot that runs may dial a node for the first time, and so add a line.
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i]->a == node || m_lines[i]->b == node)
            m_lines[i]->cut();
    }
}

void Switchboard::setStopped(const QString &node, bool stopped)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        auto &line = *m_lines[i];
        if (line.a != node && line.b != node)
            continue;
        line.from(line.a == node ? line.b : line.a)->stopped = stopped;
        line.deliver();
    }
}

void Switchboard::resendNext(const QString &from, const QString &to)
{
    ++line(from, to).from(from)->resends;
}

void Switchboard::tearNext(const QString &from, const QString &to)
{
    ++line(from, to).from(from)->tears;
}

void Switchboard::holdNext(const QString &from, const QString &to)
{
    ++line(from, to).from(from)->holds;
}

void Switchboard::clearTricks(const QString &node)
{
    for (const auto &line : m_lines) {
        if (line->a != node && line->b != node)
            continue;
        for (auto *direction : {line->aToB.get(), line->bToA.get()}) {
            direction->resends = direction->tears = direction->holds = 0;
            direction->late.clear();
        }
    }
}

void Switchboard::useScheduler(const QString &node, Scheduler &scheduler)
{
    m_schedulers.insert(node, &scheduler);
}

qsizetype Switchboard::openLinks(const QString &a, const QString &b) const
{
    auto *found = findLine(a, b);
    return found ? qsizetype(found->openEnds().size() / 2) : 0;
}

int Switchboard::dials(const QString &from, const QString &to, LinkKind kind) const
{
    const auto *found = findLine(from, to);
    if (!found)
        return 0;
    const auto count = found->dials.find({from, kind});
    return count == found->dials.end() ? 0 : count->second;
}

int Switchboard::frames(const QString &from, const QString &to) const
{
    const auto *found = findLine(from, to);
    return found ? found->from(from)->frames : 0;
}

qint64 Switchboard::bytes() const
{
    qint64 sum = 0;
    for (const auto &line : m_lines)
        sum += line->aToB->bytes + line->bToA->bytes;
    return sum;
}

qsizetype Switchboard::openLinks() const
{
    qsizetype sum = 0;
    for (const auto &line : m_lines)
        sum += qsizetype(line->openEnds().size() / 2);
    return sum;
}

Switchboard::Line *Switchboard::findLine(const QString &a, const QString &b) const
{
    const auto found = std::ranges::find_if(m_lines, [&](const auto &l) { return (l->a == a && l->b == b) || (l->a == b && l->b == a); });
    return found == m_lines.end() ? nullptr : found->get();
}

Switchboard::Line &Switchboard::line(const QString &a, const QString &b)
{
    if (auto *found = findLine(a, b))
        return *found;
    m_lines.push_back(std::make_unique<Line>());
    m_lines.back()->a = a;
    m_lines.back()->b = b;
    return *m_lines.back();
}

bool Switchboard::isDown(const QString &a, const QString &b) const
{
    const auto *found = findLine(a, b);
    return m_downNodes.value(a) || m_downNodes.value(b) || (found && found->down);
}

Result<std::shared_ptr<Link>> Switchboard::join(const QString &from, const QString &to, LinkKind kind)
{
    auto &between = line(from, to);
    const auto answerer = m_nodes.value(to);
    if (isDown(from, to) || !answerer)
        return Error{ErrorCode::Unreachable, u"nobody at %1"_s.arg(to)};
    if (between.refused.contains(kind))
        return Error{ErrorCode::Refused, u"%1 is not a Saji node by this means"_s.arg(to)};
    const auto [mine, theirs] = SwitchedLink::make(m_scheduler, from, to, kind, between.from(from), between.from(to));
    between.ends.push_back(mine);
    between.ends.push_back(theirs);
    answerer(theirs);
    return std::shared_ptr<Link>(mine);
}

} // namespace saji
