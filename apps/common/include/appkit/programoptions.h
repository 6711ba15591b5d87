// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>

#include <QHash>
#include <QList>
#include <QProcessEnvironment>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

class QTextStream;

namespace saji {

//! Says whether a value is good; the detail of its error completes the sentence "--listen: …".
using OptionCheck = std::function<Result<void>(const QString &value)>;

//! One thing that can be set, the same in four places: `--name`, SAJI_NAME, `name = …` in a file, and a default.
struct ProgramOption
{
    QString name; //!< "log-level"; the variable is SAJI_LOG_LEVEL
    QString valueName; //!< "ADDR:PORT", for the help; empty = a switch that is on or off
    QString fallback; //!< the default; empty = none
    QString help; //!< one or two sentences
    OptionCheck check; //!< may be empty
    bool required = false;
    QStringList onlyFor = {}; //!< commands that know it ("serve"); empty = all
    //! Said of what cannot sensibly stand in a file (the name of the file itself).
    bool notInFiles = false;
};

//! What a program can be told to do, for programs that do more than one thing.
struct ProgramCommand
{
    QString name; //!< words as typed, "menu import"
    QStringList arguments; //!< "FILE.json"
    QString help;
};

//! Reads flags, environment and configuration files of one program, and explains them.
//!
//! Flags win over the environment, the environment over files ($XDG_CONFIG_HOME/saji/hub.conf over /etc/saji/hub.conf; or only
//! the one named by --config), files over defaults. Anything unknown or out of range is refused with one line that says where and
//! what instead. Knows --help, --version, --config and --log-level by itself. Needs no QCoreApplication, so that `--help` works
//! without a display.
class ProgramOptions
{
public:
    //! Where values come from, handed in for tests.
    struct Sources
    {
        QProcessEnvironment environment;
        QStringList files; //!< read when they exist; a later one wins
    };

    //! `program` as typed ("saji-hub"); `summary` is the first line of the help.
    ProgramOptions(QString program, QString summary);

    void add(ProgramOption option);
    void addCommand(ProgramCommand command);
    //! What is done when no command is given; without one, that is refused.
    void setUsualCommand(const QString &name) { m_usualCommand = name; }

    //! Reads the process's own arguments and sources. An exit code means: all has been said (on stdout or stderr), end now.
    [[nodiscard]] std::optional<int> read(int argc, const char *const *argv);
    [[nodiscard]] std::optional<int> read(const QStringList &arguments, const Sources &sources, QTextStream &out, QTextStream &err);
    //! This process's environment and the files it would read.
    [[nodiscard]] Sources systemSources() const;

    //! The command chosen; empty for a program without commands.
    const QString &command() const { return m_command; }
    const QStringList &arguments() const { return m_arguments; }

    //! The value that won; empty when there is none. Asking for an option never added is a broken promise.
    QString value(const QString &name) const;
    bool isOn(const QString &name) const;
    int number(const QString &name) const;
    QUrl url(const QString &name) const;
    //! "--listen", "SAJI_LISTEN", "/etc/saji/hub.conf:3" or "default": for notices.
    QString saidBy(const QString &name) const;

    const QString &program() const { return m_program; }
    const QString &summary() const { return m_summary; }
    const QList<ProgramOption> &options() const { return m_options; }
    const QList<ProgramCommand> &commands() const { return m_commands; }
    //! One line on stderr in the style of all refusals; returns ExitUsage.
    int refuse(QTextStream &err, const QString &message) const;

private:
    struct Setting
    {
        QString value;
        QString saidBy;
    };

    Result<void> chooseCommand(const QStringList &words);
    Result<void> takeFiles(const Sources &sources);
    Result<void> takeEnvironment(const QProcessEnvironment &environment);
    Result<void> take(const QString &name, const QString &value, const QString &saidBy);
    Result<void> checkAll() const;
    const ProgramOption *option(QStringView name) const;

    QString m_program;
    QString m_summary;
    QList<ProgramOption> m_options;
    QList<ProgramCommand> m_commands;
    QHash<QString, Setting> m_settings;
    QString m_command;
    QString m_usualCommand;
    QStringList m_arguments;
};

} // namespace saji
