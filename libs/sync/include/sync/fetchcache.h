// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/scheduler.h>
#include <transport/dialers.h>

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>

namespace saji {

//! How answers are kept: which is asked first, the disk or the network, for how long an answer is good, and how many are kept.
struct CachePolicy
{
    enum class Strategy {
        NetworkFirst,         //!< the network; what is kept only when nobody answers, and only while it is young
        StaleWhileRevalidate, //!< what is kept, at once; the network behind it, for the next time
        CacheFirst,           //!< what is kept while it is young; else the network, and what is kept when nobody answers
    };
    QString name;
    Strategy strategy = Strategy::CacheFirst;
    Milliseconds maxAge{0};
    int maxEntries = 0;

    // As published; each can be set for an environment by fromText().
    [[nodiscard]] static CachePolicy apiAnswers(); //!< network first, 5 min, 100 entries
    [[nodiscard]] static CachePolicy masterData(); //!< stale while revalidate, 1 h, 200 entries
    [[nodiscard]] static CachePolicy pictures(); //!< cache first, 30 days, 500 entries; sounds too
    //! "30d/500", "5min/100", "1h/200": age and entries; the strategy stays. InvalidArgument with what would be right.
    [[nodiscard]] Result<CachePolicy> with(const QString &text) const;
};

//! How well a cache serves; a value for status panels.
struct CacheStats
{
    int entries = 0;
    qint64 bytes = 0; //!< on the disk
    qint64 hits = 0, misses = 0; //!< since the start

    static constexpr int lowHitRatePercent = 70;
    static constexpr int enoughRequests = 50;
    //! 0..100; 100 while nobody has asked.
    int hitRatePercent() const { return hits + misses == 0 ? 100 : int(hits * 100 / (hits + misses)); }
    //! Worth a warning: enough was asked, and too little was there.
    bool isLow() const { return hits + misses >= enoughRequests && hitRatePercent() < lowHitRatePercent; }
};

//! Keeps what was fetched by HTTP on the disk, by its content: two names of one picture are one file, and a broken file is no answer.
//!
//! One request is in flight for the same thing, whoever asks. The least recently used leave first. Lives on one thread; the client and
//! the folder are its own. What a crash loses is fetched again.
class FetchCache : public QObject
{
    Q_OBJECT

public:
    struct Kept
    {
        QByteArray body;
        QByteArray contentType;
        QString file; //!< where it lies
        Milliseconds age{0};
        bool isStale = false; //!< older than the policy allows, but nobody answers
    };
    using Answer = std::function<void(const Result<Kept> &)>;

    FetchCache(const QString &folder, const CachePolicy &policy, std::unique_ptr<HttpClient> client, const Clock &clock, Scheduler &scheduler,
               QObject *parent = nullptr);
    ~FetchCache() override;

    //! Answers exactly once: at once when it is kept, else later. NotFound and Refused are answers of the server; what is kept stays.
    void get(const QString &path, Answer answer);
    //! Fetches what is not kept yet, one after the other, behind whatever is asked for meanwhile. A path that failed is left until the
    //! next call.
    void fetchAhead(const QStringList &paths);
    //! The file of a path that is kept; empty = none. Asks nobody, and counts for nothing.
    QString file(const QString &path) const;
    //! The same for somebody who wants it now: counts as asked for.
    QString wanted(const QString &path);
    CacheStats stats() const;
    //! Forgets everything, on the disk as well.
    void clear();

signals:
    //! A path has another content than before, or a first one.
    void changed(const QString &path);
    //! fetchAhead() has come to its end.
    void idle();
    //! Too little of what is asked for is here: the limits are too small, or names change all the time.
    void hitRateIsLow(int percent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
