// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include "suggestion.h"

#include <algorithm>

namespace saji {
using namespace Qt::StringLiterals;
namespace {

Error unknownOption(const QString &typed, const QString &name, const QList<ProgramOption> &options)
{
    QStringList names{u"help"_s, u"version"_s};
    for (const auto &option : options)
        names.append(option.name);
    const auto meant = closestWord(name, names);
    return {ErrorCode::InvalidArgument,
            meant.isEmpty() ? u"unknown option %1."_s.arg(typed) : u"unknown option %1. Did you mean --%2?"_s.arg(typed, meant)};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments, const QList<ProgramOption> &options)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const auto &argument = arguments[i];
        if (argument == u"--"_s) {
            line.words += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(u'-') || argument == u"-"_s) {
            line.words.append(argument);
            continue;
        }
        const auto equals = argument.indexOf(u'=');
        const auto typed = equals < 0 ? argument : argument.left(equals);
        if (typed == u"--help"_s || typed == u"-h"_s) {
            line.wantsHelp = true;
            continue;
        }
        if (typed == u"--version"_s) {
            line.wantsVersion = true;
            continue;
        }
        const auto name = typed.mid(typed.startsWith(u"--"_s) ? 2 : 1);
        const auto option = std::ranges::find(options, name, &ProgramOption::name);
        if (option == options.end() || !typed.startsWith(u"--"_s))
            return unknownOption(typed, name, options);
        if (equals >= 0) {
            line.flags.append({name, argument.mid(equals + 1)});
        } else if (option->valueName.isEmpty()) {
            line.flags.append({name, u"true"_s});
        } else if (i + 1 < arguments.size() && !arguments[i + 1].startsWith(u"--"_s)) {
            line.flags.append({name, arguments[++i]});
        } else {
            return Error{ErrorCode::InvalidArgument, u"--%1 needs a value: --%1 %2."_s.arg(name, option->valueName)};
        }
    }
    return line;
}

} // namespace saji
