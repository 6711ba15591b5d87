// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include "databasehandle.h"
#include "dialect.h"
#include "transaction.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace saji {
namespace {

struct Migration
{
    int number = 0;
    QString file;
};

QList<Migration> migrations()
{
    QList<Migration> found;
    const QDir folder(u":/saji/sql"_s);
    const auto names = folder.entryList({u"*_*.sql"_s}, QDir::Files, QDir::Name);
    for (const auto &name : names)
        found.append({name.section(u'_', 0, 0).toInt(), folder.filePath(name)});
    return found;
}

QStringList statementsOf(const QString &schema)
{
    QStringList statements;
    QString statement;
    for (const auto &line : schema.split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith("--"_L1))
            continue;
        statement += line + u'\n';
        if (line.endsWith(u';'))
            statements.append(std::exchange(statement, {}));
    }
    return statements;
}

Result<void> run(Database::Private &database, const Migration &migration)
{
    QFile file(migration.file);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, u"the schema %1 is missing in the program"_s.arg(migration.file)};
    for (const auto &statement : statementsOf(Dialect::sqlite().translate(QString::fromUtf8(file.readAll())))) {
        if (const auto done = database.exec(statement); !done)
            return done;
    }
    return database.exec(u"PRAGMA user_version = %1"_s.arg(migration.number));
}

} // namespace

int newestSchema()
{
    const auto all = migrations();
    Q_ASSERT(!all.isEmpty());
    return all.last().number;
}

Result<void> migrate(Database::Private &database, int from, quint32 applicationId)
{
    for (const auto &migration : migrations()) {
        if (migration.number <= from)
            continue;
        Transaction transaction(database);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        if (from == 0) {
            if (const auto named = database.exec(u"PRAGMA application_id = %1"_s.arg(applicationId)); !named)
                return named;
        }
        if (const auto done = run(database, migration); !done)
            return done;
        if (const auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

} // namespace saji
