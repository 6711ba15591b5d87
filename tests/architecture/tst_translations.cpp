// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    bool plural = false;
    QStringList forms;
};

//! By "context | source | comment".
using Messages = QMap<QString, Message>;

Message readMessage(QXmlStreamReader &xml, QString *key)
{
    Message message{xml.attributes().value(u"numerus"_s) == u"yes"_s, {}};
    QString source, comment;
    bool finished = true;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source"_s) {
            source = xml.readElementText();
        } else if (xml.name() == u"comment"_s) {
            comment = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            finished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.plural)
                message.forms << xml.readElementText();
            while (message.plural && xml.readNextStartElement())
                message.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    if (!finished)
        message.forms.clear();
    *key = u"%1 | %2"_s.arg(source, comment);
    return message;
}

void readInto(Messages &messages, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        if (xml.name() != u"context"_s) {
            xml.skipCurrentElement();
            continue;
        }
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name"_s) {
                context = xml.readElementText();
            } else if (xml.name() == u"message"_s) {
                QString key;
                const Message message = readMessage(xml, &key);
                messages.insert(context + u" | "_s + key, message);
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    if (xml.hasError())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(u"%(?:\\d|n)"_s);
    QStringList found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

const QString root = QStringLiteral(SAJI_SOURCE_DIR);

} // namespace

//! Every word of the screens is there in Indonesian and English: what the sources say is compared with what is shipped.
class tst_Translations : public QObject
{
    Q_OBJECT

    Messages m_said;

    static Messages shipped(const QString &language)
    {
        Messages messages;
        const QDir folder(root + u"/translations"_s);
        for (const QString &file : folder.entryList({u"saji_*_%1.ts"_s.arg(language)}))
            readInto(messages, folder.filePath(file));
        return messages;
    }

private slots:
    void initTestCase()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"said.ts"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(SAJI_LUPDATE), {u"-silent"_s, u"-locations"_s, u"none"_s, u"-recursive"_s, root + u"/libs"_s, root + u"/apps"_s, u"-ts"_s, file});
        QVERIFY2(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0, qPrintable(lupdate.errorString()));
        readInto(m_said, file);
        QVERIFY2(m_said.size() > 400, "lupdate finds too little: have the sources moved?");
    }

    void everythingIsSaidInIndonesian()
    {
        const Messages words = shipped(u"id"_s);
        QStringList missing;
        for (auto it = m_said.begin(); it != m_said.end(); ++it) {
            if (const QStringList forms = words.value(it.key()).forms; forms.isEmpty() || forms.contains(QString()))
                missing << it.key();
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"no Indonesian for:\n"_s + missing.join(u'\n')));
    }

    void everyPluralIsSaidInEnglishInBothForms()
    {
        // Without plurals the source is the English text.
        const Messages words = shipped(u"en"_s);
        QStringList missing;
        for (auto it = m_said.begin(); it != m_said.end(); ++it) {
            if (it->plural && words.value(it.key()).forms.size() != 2)
                missing << it.key();
        }
        QVERIFY2(missing.isEmpty(), qPrintable(u"no English plural for:\n"_s + missing.join(u'\n')));
    }

    void nothingIsTranslatedThatNobodySays()
    {
        QStringList stale;
        for (const QString &language : {u"id"_s, u"en"_s}) {
            for (const QString &key : shipped(language).keys()) {
                if (!m_said.contains(key))
                    stale << language + u": "_s + key;
            }
        }
        QVERIFY2(stale.isEmpty(), qPrintable(stale.join(u'\n')));
    }

    void placeholdersSurviveTheTranslation()
    {
        QStringList wrong;
        for (const QString &language : {u"id"_s, u"en"_s}) {
            const Messages words = shipped(language);
            for (auto it = words.begin(); it != words.end(); ++it) {
                const QStringList wanted = placeholders(it.key().section(u" | "_s, 1, 1));
                for (const QString &form : it->forms) {
                    QStringList found = placeholders(form);
                    // "one" may say it in a word.
                    QStringList least = wanted;
                    if (it->plural) {
                        least.removeAll(u"%n"_s);
                        found.removeAll(u"%n"_s);
                    }
                    if (found != least)
                        wrong << language + u": "_s + it.key();
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(tst_Translations)
#include "tst_translations.moc"
