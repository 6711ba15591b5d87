// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/programoptions.h>

#include <appkit/checks.h>
#include <appkit/exitcode.h>

#include "commandline.h"
#include "configfile.h"
#include "optionhelp.h"
#include "suggestion.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

const QStringList &yesWords()
{
    static const QStringList words{u"true"_s, u"yes"_s, u"on"_s, u"1"_s};
    return words;
}

const QStringList &noWords()
{
    static const QStringList words{u"false"_s, u"no"_s, u"off"_s, u"0"_s};
    return words;
}

} // namespace

ProgramOptions::ProgramOptions(QString program, QString summary) : m_program(std::move(program)), m_summary(std::move(summary))
{
    add({.name = u"config"_s, .valueName = u"FILE"_s, .fallback = {}, .help = u"Read this configuration file instead of the usual ones."_s,
         .check = {}, .notInFiles = true});
    add({.name = u"log-level"_s, .valueName = u"LEVEL"_s, .fallback = u"info"_s,
         .help = u"How much to say on stderr: debug (every frame), info, warning or error."_s,
         .check = checkOneOf({u"debug"_s, u"info"_s, u"warning"_s, u"error"_s})});
}

void ProgramOptions::add(ProgramOption option)
{
    m_options.append(std::move(option));
}

void ProgramOptions::addCommand(ProgramCommand command)
{
    m_commands.append(std::move(command));
}

std::optional<int> ProgramOptions::read(int argc, const char *const *argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QTextStream out(stdout);
    QTextStream err(stderr);
    return read(arguments, systemSources(), out, err);
}

ProgramOptions::Sources ProgramOptions::systemSources() const
{
    const auto file = m_program.sliced(m_program.startsWith(u"saji-"_s) ? 5 : 0) + u".conf"_s;
    const auto own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {QProcessEnvironment::systemEnvironment(), {u"/etc/saji/"_s + file, own + u"/saji/"_s + file}};
}

std::optional<int> ProgramOptions::read(const QStringList &arguments, const Sources &sources, QTextStream &out, QTextStream &err)
{
    const auto line = parseCommandLine(arguments, m_options);
    if (!line)
        return refuse(err, line.error().detail);
    if (line->wantsHelp) {
        out << helpText(*this, sources.files);
        return ExitOk;
    }
    if (line->wantsVersion) {
        out << m_program << ' ' << QLatin1StringView(SAJI_VERSION) << '\n';
        return ExitOk;
    }
    if (const auto chosen = chooseCommand(line->words); !chosen)
        return refuse(err, chosen.error().detail);

    auto files = sources;
    const auto named = std::ranges::find(line->flags, u"config"_s, &CommandLine::Flag::name);
    const auto config = named != line->flags.end() ? named->value : sources.environment.value(u"SAJI_CONFIG"_s);
    if (!config.isEmpty()) {
        if (!QFileInfo(config).isFile())
            return refuse(err, u"there is no configuration file %1."_s.arg(config));
        files.files = {config};
    }
    auto taken = takeFiles(files);
    if (taken)
        taken = takeEnvironment(sources.environment);
    for (const auto &flag : line->flags) {
        if (taken)
            taken = take(flag.name, flag.value, u"--"_s + flag.name);
    }
    if (taken)
        taken = checkAll();
    if (!taken)
        return refuse(err, taken.error().detail);
    return std::nullopt;
}

Result<void> ProgramOptions::chooseCommand(const QStringList &words)
{
    if (m_commands.isEmpty()) {
        if (words.isEmpty())
            return {};
        return Error{ErrorCode::InvalidArgument, u"did not expect \"%1\"."_s.arg(words.first())};
    }
    QStringList names;
    for (const auto &command : m_commands) {
        const auto parts = command.name.split(u' ');
        names.append(command.name);
        if (words.mid(0, parts.size()) != parts)
            continue;
        m_command = command.name;
        m_arguments = words.mid(parts.size());
        if (m_arguments.size() == command.arguments.size())
            return {};
        return Error{ErrorCode::InvalidArgument,
                     m_arguments.size() < command.arguments.size()
                         ? u"%1 needs %2."_s.arg(command.name, command.arguments.at(m_arguments.size()))
                         : u"did not expect \"%1\" after %2."_s.arg(m_arguments.at(command.arguments.size()), command.name)};
    }
    if (words.isEmpty() && !m_usualCommand.isEmpty()) {
        m_command = m_usualCommand;
        return {};
    }
    if (words.isEmpty())
        return Error{ErrorCode::InvalidArgument, u"say what to do: %1."_s.arg(names.join(u", "_s))};
    const auto typed = words.join(u' ');
    const auto meant = closestWord(words.mid(0, 2).join(u' '), names);
    return Error{ErrorCode::InvalidArgument, meant.isEmpty() ? u"cannot \"%1\"; known are: %2."_s.arg(typed, names.join(u", "_s))
                                                             : u"cannot \"%1\". Did you mean \"%2\"?"_s.arg(typed, meant)};
}

Result<void> ProgramOptions::takeFiles(const Sources &sources)
{
    for (const auto &path : sources.files) {
        if (!QFile::exists(path))
            continue;
        const auto lines = readConfigFile(path);
        if (!lines)
            return lines.error();
        for (const auto &line : *lines) {
            const auto place = u"%1:%2"_s.arg(path).arg(line.number);
            if (const auto *known = option(line.key); known && !known->notInFiles) {
                if (const auto taken = take(line.key, line.value, place); !taken)
                    return taken;
                continue;
            }
            QStringList names;
            for (const auto &o : m_options) {
                if (!o.notInFiles)
                    names.append(o.name);
            }
            const auto meant = closestWord(line.key, names);
            return Error{ErrorCode::InvalidArgument, meant.isEmpty() ? u"%1: unknown key \"%2\"."_s.arg(place, line.key)
                                                                     : u"%1: unknown key \"%2\". Did you mean \"%3\"?"_s.arg(place, line.key, meant)};
        }
    }
    return {};
}

Result<void> ProgramOptions::takeEnvironment(const QProcessEnvironment &environment)
{
    for (const auto &known : m_options) {
        const auto name = environmentName(known.name);
        const auto value = environment.value(name);
        // An empty variable is how a unit file or a compose file says "not set".
        if (value.isEmpty())
            continue;
        if (const auto taken = take(known.name, value, name); !taken)
            return taken;
    }
    return {};
}

Result<void> ProgramOptions::take(const QString &name, const QString &value, const QString &saidBy)
{
    const auto *known = option(name);
    Q_ASSERT(known);
    auto kept = value;
    if (known->valueName.isEmpty()) {
        if (!yesWords().contains(value.toLower()) && !noWords().contains(value.toLower()))
            return Error{ErrorCode::InvalidArgument, u"%1: \"%2\" is neither yes nor no."_s.arg(saidBy, value)};
        kept = yesWords().contains(value.toLower()) ? u"true"_s : u"false"_s;
    }
    m_settings.insert(name, {kept, saidBy});
    return {};
}

Result<void> ProgramOptions::checkAll() const
{
    for (const auto &known : m_options) {
        const bool applies = known.onlyFor.isEmpty() || known.onlyFor.contains(m_command);
        const auto set = m_settings.constFind(known.name);
        if (set == m_settings.constEnd() || set->value.isEmpty()) {
            if (known.required && applies)
                return Error{ErrorCode::InvalidArgument,
                             u"--%1 %2 is needed: %3"_s.arg(known.name, known.valueName, known.help)};
            continue;
        }
        if (!applies && set->saidBy.startsWith(u"--"_s))
            return Error{ErrorCode::InvalidArgument, u"%1 does not belong to \"%2\"."_s.arg(set->saidBy, m_command)};
        if (!known.check)
            continue;
        if (const auto good = known.check(set->value); !good)
            return Error{ErrorCode::InvalidArgument, u"%1: %2."_s.arg(set->saidBy, good.error().detail)};
    }
    return {};
}

const ProgramOption *ProgramOptions::option(QStringView name) const
{
    const auto found = std::ranges::find(m_options, name, [](const auto &o) { return QStringView(o.name); });
    return found == m_options.end() ? nullptr : &*found;
}

QString ProgramOptions::value(const QString &name) const
{
    const auto *known = option(name);
    Q_ASSERT(known);
    const auto set = m_settings.constFind(name);
    return set == m_settings.constEnd() ? known->fallback : set->value;
}

bool ProgramOptions::isOn(const QString &name) const
{
    return value(name) == u"true"_s;
}

int ProgramOptions::number(const QString &name) const
{
    return value(name).toInt();
}

QUrl ProgramOptions::url(const QString &name) const
{
    return QUrl(value(name));
}

QString ProgramOptions::saidBy(const QString &name) const
{
    const auto set = m_settings.constFind(name);
    return set == m_settings.constEnd() ? u"default"_s : set->saidBy;
}

int ProgramOptions::refuse(QTextStream &err, const QString &message) const
{
    err << m_program << ": " << message << (message.endsWith(u'.') || message.endsWith(u'?') ? "" : ".") << " See " << m_program << " --help.\n";
    return ExitUsage;
}

} // namespace saji
