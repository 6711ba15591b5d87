// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace saji {

//! What every program does before it makes its QCoreApplication: no GLib loop (10 % slower), a broken pipe is an error and not the
//! end, a C.UTF-8 locale where there is none.
void prepareProcess();

//! Turns SIGTERM, SIGINT and SIGHUP into a clean QCoreApplication::quit(), so that links say goodbye and the database is closed.
//!
//! One per process, on the main thread, after the QCoreApplication. A second signal ends the process at once, by the system's own
//! hand: what was confirmed is on the disk anyway.
class QuitOnSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitOnSignals(QObject *parent = nullptr);
    ~QuitOnSignals() override;

signals:
    //! Before the quit.
    void asked(int signalNumber);

private:
    void drain();
};

} // namespace saji
