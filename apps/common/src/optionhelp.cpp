// SPDX-License-Identifier: GPL-3.0-or-later
#include "optionhelp.h"

namespace saji {
using namespace Qt::StringLiterals;
namespace {

constexpr qsizetype pageWidth = 80;

QString wrapped(const QString &text, qsizetype indent)
{
    const QString margin(indent, u' ');
    QString page;
    QString line = margin;
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (line.size() > indent && line.size() + 1 + word.size() > pageWidth) {
            page += line + u'\n';
            line = margin;
        }
        if (line.size() > indent)
            line += u' ';
        line += word;
    }
    return page + line + u'\n';
}

QString optionEntry(const ProgramOption &option)
{
    auto head = u"  --"_s + option.name;
    if (!option.valueName.isEmpty())
        head += u' ' + option.valueName;
    auto help = option.help;
    if (option.required)
        help += u" Required."_s;
    else if (!option.fallback.isEmpty() && !option.valueName.isEmpty())
        help += u" Default: "_s + option.fallback + u'.';
    if (!option.onlyFor.isEmpty())
        help += u" (For: %1.)"_s.arg(option.onlyFor.join(u", "_s));
    return head + u'\n' + wrapped(help, 6);
}

QString usageLines(const ProgramOptions &options)
{
    if (options.commands().isEmpty())
        return u"Usage: %1 [options]\n"_s.arg(options.program());
    auto text = u"Usage:\n"_s;
    for (const auto &command : options.commands()) {
        auto words = QStringList{options.program(), command.name} + command.arguments;
        text += u"  "_s + words.join(u' ') + u" [options]\n"_s + wrapped(command.help, 6);
    }
    return text;
}

} // namespace

QString environmentName(const QString &option)
{
    return u"SAJI_"_s + option.toUpper().replace(u'-', u'_');
}

QString helpText(const ProgramOptions &options, const QStringList &configFiles)
{
    auto text = wrapped(options.summary(), 0) + u'\n' + usageLines(options) + u"\nOptions:\n"_s;
    for (const auto &option : options.options())
        text += optionEntry(option);
    text += u"  --help, -h\n      Show this page.\n  --version\n      Show the version.\n\n"_s;
    text += wrapped(u"Each option can also be set by a variable (--log-level is %1) or by a line in a file (log-level = info). A flag "
                    "wins over a variable, a variable over a file. Files read, when they exist, the later one winning: %2."_s
                        .arg(environmentName(u"log-level"_s), configFiles.join(u", "_s)),
                    0);
    text += u"\nExit codes: 0 ended as asked, 2 wrong option or configuration, 3 data folder\n"
            "unusable, 4 cannot listen, 5 input file refused, 70 our own fault.\n"_s;
    return text;
}

} // namespace saji
