// SPDX-License-Identifier: GPL-3.0-or-later
#include <appkit/checks.h>
#include <appkit/exitcode.h>
#include <appkit/programoptions.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace saji;
using namespace Qt::StringLiterals;

namespace {

//! A program of the usual kind, and what it said.
struct Hub
{
    ProgramOptions options{u"saji-hub"_s, u"Keeps one restaurant together."_s};
    QProcessEnvironment environment;
    QStringList files;
    QString out;
    QString err;

    Hub()
    {
        options.add({.name = u"listen"_s, .valueName = u"ADDR:PORT"_s, .fallback = u"127.0.0.1:3001"_s, .help = u"Where to listen."_s,
                     .check = checkListenAddress()});
        options.add({.name = u"store"_s, .valueName = u"CODE"_s, .fallback = {}, .help = u"The store."_s, .check = checkStoreCode()});
        options.add({.name = u"windowed"_s, .valueName = {}, .fallback = {}, .help = u"In a window."_s, .check = {}});
        options.add({.name = u"outlet"_s, .valueName = u"N"_s, .fallback = u"1"_s, .help = u"Which outlet."_s, .check = checkNumber(1, 999)});
    }

    std::optional<int> read(const QStringList &arguments)
    {
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        return options.read(arguments, {environment, files}, outStream, errStream);
    }
};

//! Two things to do, as saji-server has them.
ProgramOptions serverOptions()
{
    ProgramOptions options(u"saji-server"_s, u"The central server."_s);
    options.addCommand({u"serve"_s, {}, u"Serve."_s});
    options.addCommand({u"menu import"_s, {u"FILE.json"_s}, u"Import."_s});
    options.add({.name = u"data"_s, .valueName = u"DIR"_s, .fallback = {}, .help = u"The folder."_s, .check = {}, .required = true});
    options.add({.name = u"listen"_s, .valueName = u"ADDR"_s, .fallback = {}, .help = u"Where."_s, .check = {}, .onlyFor = {u"serve"_s}});
    return options;
}

QString refusal(ProgramOptions options, const QStringList &arguments)
{
    QString out, err;
    QTextStream outStream(&out), errStream(&err);
    const auto code = options.read(arguments, {}, outStream, errStream);
    return code == ExitUsage ? err.trimmed() : u"not refused"_s;
}

QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

class TestProgramOptions : public QObject
{
    Q_OBJECT

private slots:
    void aDefaultHoldsUntilSomebodySaysOtherwise()
    {
        Hub hub;
        QVERIFY(!hub.read({}));
        QCOMPARE(hub.options.value(u"listen"_s), u"127.0.0.1:3001"_s);
        QCOMPARE(hub.options.saidBy(u"listen"_s), u"default"_s);
        QVERIFY(hub.options.value(u"store"_s).isEmpty());
        QVERIFY(!hub.options.isOn(u"windowed"_s));
        QCOMPARE(hub.options.number(u"outlet"_s), 1);
    }

    void aFlagWinsOverTheEnvironmentAndTheEnvironmentOverFiles()
    {
        QTemporaryDir folder;
        Hub hub;
        hub.files = {fileWith(folder, u"etc.conf"_s, "listen = :1\nstore = etc\noutlet = 7\n# a comment\n"),
                     fileWith(folder, u"own.conf"_s, "[hub]\nlisten = :2\nstore = \"own\"\n")};
        hub.environment.insert(u"SAJI_LISTEN"_s, u":3"_s);
        QVERIFY(!hub.read({u"--listen=:4"_s}));
        QCOMPARE(hub.options.value(u"listen"_s), u":4"_s);
        QCOMPARE(hub.options.saidBy(u"listen"_s), u"--listen"_s);
        QCOMPARE(hub.options.value(u"store"_s), u"own"_s);
        QCOMPARE(hub.options.number(u"outlet"_s), 7);

        QVERIFY(!hub.read({}));
        Hub withoutFlag;
        withoutFlag.files = hub.files;
        withoutFlag.environment = hub.environment;
        QVERIFY(!withoutFlag.read({}));
        QCOMPARE(withoutFlag.options.value(u"listen"_s), u":3"_s);
        QCOMPARE(withoutFlag.options.saidBy(u"listen"_s), u"SAJI_LISTEN"_s);
    }

    void anEmptyVariableIsNotSet()
    {
        Hub hub;
        hub.environment.insert(u"SAJI_STORE"_s, QString());
        hub.environment.insert(u"SAJI_LISTEN"_s, QString());
        QVERIFY(!hub.read({}));
        QCOMPARE(hub.options.value(u"listen"_s), u"127.0.0.1:3001"_s);
    }

    void aNamedFileReplacesTheUsualOnes()
    {
        QTemporaryDir folder;
        Hub hub;
        hub.files = {fileWith(folder, u"usual.conf"_s, "store = usual\n")};
        const auto named = fileWith(folder, u"named.conf"_s, "outlet = 3\n");
        QVERIFY(!hub.read({u"--config"_s, named}));
        QVERIFY(hub.options.value(u"store"_s).isEmpty());
        QCOMPARE(hub.options.number(u"outlet"_s), 3);

        Hub lost;
        QCOMPARE(lost.read({u"--config"_s, u"/no/such/file"_s}), ExitUsage);
        QVERIFY2(lost.err.contains(u"there is no configuration file /no/such/file"_s), qPrintable(lost.err));
    }

    void anUnknownOptionIsRefusedWithWhatWasMeant()
    {
        Hub hub;
        QCOMPARE(hub.read({u"--lisen"_s, u":1"_s}), ExitUsage);
        QCOMPARE(hub.err, u"saji-hub: unknown option --lisen. Did you mean --listen? See saji-hub --help.\n"_s);
        Hub strange;
        QCOMPARE(strange.read({u"--xylophone"_s}), ExitUsage);
        QCOMPARE(strange.err, u"saji-hub: unknown option --xylophone. See saji-hub --help.\n"_s);
        Hub oneDash;
        QCOMPARE(oneDash.read({u"-listen"_s, u":1"_s}), ExitUsage);
        QVERIFY2(oneDash.err.contains(u"Did you mean --listen?"_s), qPrintable(oneDash.err));
    }

    void badValuesAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("address") << QStringList{u"--listen"_s, u"here"_s} << u"--listen: \"here\" is not an address"_s;
        QTest::newRow("store") << QStringList{u"--store"_s, u"Pasar Saji"_s} << u"--store: \"Pasar Saji\" is not the code of a store"_s;
        QTest::newRow("number") << QStringList{u"--outlet=1000"_s} << u"--outlet: \"1000\" is not a number from 1 to 999"_s;
        QTest::newRow("log level") << QStringList{u"--log-level"_s, u"loud"_s} << u"--log-level: \"loud\" is not one of debug, info"_s;
        QTest::newRow("nothing") << QStringList{u"--store"_s} << u"--store needs a value: --store CODE."_s;
        QTest::newRow("flag as value") << QStringList{u"--store"_s, u"--windowed"_s} << u"--store needs a value"_s;
        QTest::newRow("switch") << QStringList{u"--windowed=perhaps"_s} << u"--windowed: \"perhaps\" is neither yes nor no"_s;
        QTest::newRow("stray word") << QStringList{u"serve"_s} << u"did not expect \"serve\"."_s;
    }

    void badValuesAreRefusedWithTheirPlace()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        Hub hub;
        QCOMPARE(hub.read(arguments), ExitUsage);
        QVERIFY2(hub.err.startsWith(u"saji-hub: "_s + words), qPrintable(hub.err));
        QCOMPARE(hub.err.count(u'\n'), 1);
        QVERIFY(hub.out.isEmpty());
    }

    void aMistakeInAFileIsNamedByFileAndLine()
    {
        QTemporaryDir folder;
        Hub unknown;
        const auto path = fileWith(folder, u"hub.conf"_s, "# hub\nlisten = :1\nstor = pasar-saji\n");
        unknown.files = {path};
        QCOMPARE(unknown.read({}), ExitUsage);
        QVERIFY2(unknown.err.startsWith(u"saji-hub: %1:3: unknown key \"stor\". Did you mean \"store\"?"_s.arg(path)), qPrintable(unknown.err));

        Hub bad;
        bad.files = {fileWith(folder, u"hub.conf"_s, "listen = nowhere\n")};
        QCOMPARE(bad.read({}), ExitUsage);
        QVERIFY2(bad.err.startsWith(u"saji-hub: %1:1: \"nowhere\" is not an address"_s.arg(path)), qPrintable(bad.err));

        Hub formless;
        formless.files = {fileWith(folder, u"hub.conf"_s, "\nlisten\n")};
        QCOMPARE(formless.read({}), ExitUsage);
        QVERIFY2(formless.err.contains(path + u":2: expected `key = value`"_s), qPrintable(formless.err));
    }

    void aFileMayNotNameAnotherFile()
    {
        QTemporaryDir folder;
        Hub hub;
        hub.files = {fileWith(folder, u"hub.conf"_s, "config = other.conf\n")};
        QCOMPARE(hub.read({}), ExitUsage);
    }

    void helpNamesEveryOptionWithItsDefaultAndGoesToStdout()
    {
        Hub hub;
        QCOMPARE(hub.read({u"--help"_s}), ExitOk);
        for (const auto &option : hub.options.options())
            QVERIFY2(hub.out.contains(u"--"_s + option.name), qPrintable(option.name));
        QVERIFY(hub.out.contains(u"Default: 127.0.0.1:3001."_s));
        QVERIFY(hub.out.contains(u"SAJI_LOG_LEVEL"_s));
        QVERIFY(hub.err.isEmpty());
        for (const auto &line : hub.out.split(u'\n'))
            QVERIFY2(line.size() <= 80, qPrintable(line));
    }

    void helpAndVersionWinOverMistakesElsewhere()
    {
        Hub hub;
        hub.files = {u"/dev/null/nothing"_s};
        QCOMPARE(hub.read({u"--version"_s, u"--listen=bad"_s}), ExitOk);
        QCOMPARE(hub.out, u"saji-hub %1\n"_s.arg(QLatin1StringView(SAJI_VERSION)));
    }

    void aCommandIsChosenByItsWords()
    {
        auto options = serverOptions();
        QString out, err;
        QTextStream outStream(&out), errStream(&err);
        QVERIFY(!options.read({u"menu"_s, u"import"_s, u"menu.json"_s, u"--data"_s, u"/tmp/x"_s}, {}, outStream, errStream));
        QCOMPARE(options.command(), u"menu import"_s);
        QCOMPARE(options.arguments(), QStringList{u"menu.json"_s});
    }

    void aCommandThatCannotBeIsRefusedInWords()
    {
        QCOMPARE(refusal(serverOptions(), {}), u"saji-server: say what to do: serve, menu import. See saji-server --help."_s);
        QCOMPARE(refusal(serverOptions(), {u"sevre"_s}), u"saji-server: cannot \"sevre\". Did you mean \"serve\"? See saji-server --help."_s);
        QCOMPARE(refusal(serverOptions(), {u"menu"_s, u"import"_s}), u"saji-server: menu import needs FILE.json. See saji-server --help."_s);
        QCOMPARE(refusal(serverOptions(), {u"serve"_s, u"now"_s}), u"saji-server: did not expect \"now\" after serve. See saji-server --help."_s);
        QCOMPARE(refusal(serverOptions(), {u"serve"_s}), u"saji-server: --data DIR is needed: The folder. See saji-server --help."_s);
        QCOMPARE(refusal(serverOptions(), {u"menu"_s, u"import"_s, u"f"_s, u"--data=x"_s, u"--listen=:1"_s}),
                 u"saji-server: --listen does not belong to \"menu import\". See saji-server --help."_s);
    }

    void everyFolderErrorHasItsExitCode()
    {
        QCOMPARE(exitCodeForFolder(ErrorCode::Busy), ExitDataFolder);
        QCOMPARE(exitCodeForFolder(ErrorCode::WrongStore), ExitDataFolder);
        QCOMPARE(exitCodeForFolder(ErrorCode::UnsupportedVersion), ExitDataFolder);
        QCOMPARE(exitCodeForFolder(ErrorCode::InvalidArgument), ExitUsage);
        QCOMPARE(exitCodeForFolder(ErrorCode::Internal), ExitInternal);
    }
};

QTEST_GUILESS_MAIN(TestProgramOptions)
#include "tst_programoptions.moc"
