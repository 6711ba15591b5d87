// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/result.h>
#include <domain/menu.h>

#include <QVarLengthArray>

#include <array>
#include <simdjson.h>
#include <span>
#include <string_view>

namespace saji {

//! Reads values of the menu format out of JSON; keeps the first mistake with its place.
//!
//! Strict (a file that a person wrote) refuses unknown and repeated fields; tolerant (a row that a server sent) passes over them.
//! Places are only put into words when there is a mistake: ten thousand products are read while a kiosk starts.
class DocReader
{
public:
    using Element = simdjson::dom::element;
    enum class Mode { Strict, Tolerant };

    explicit DocReader(Mode mode) : m_mode(mode) {}

    bool isStrict() const { return m_mode == Mode::Strict; }
    bool failed() const { return m_error.has_value(); }
    const std::optional<Error> &error() const { return m_error; }
    void forgetError() { m_error.reset(); }
    void fail(const QString &what);

    //! Everything read while it lives is at this place.
    class Step
    {
    public:
        Step(DocReader &reader, std::string_view key) : m_reader(reader) { reader.m_place.append({key, -1}); }
        Step(DocReader &reader, qsizetype index) : m_reader(reader) { reader.m_place.append({{}, index}); }
        ~Step() { m_reader.m_place.removeLast(); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        DocReader &m_reader;
    };

    std::string_view word(Element value);
    QString text(Element value, qsizetype maxLength); //!< not empty where a person wrote it
    //! A text that many rows have alike, such as a station's code: one string for all of them.
    QString repeatedText(Element value, qsizetype maxLength);
    LocalText localText(Element value, qsizetype maxLength);
    qint64 integer(Element value, qint64 min, qint64 max);
    bool boolean(Element value);
    Money money(Element value, bool maybeSigned);
    int basisPoints(Element value); //!< of a rate in per cent
    quint32 colour(Element value);
    template<class Number>
    Number number(Element value)
    {
        return Number(integer(value, 1, qint64(1) << 53));
    }
    //! One of a few words, by its place among them.
    template<class Enum, size_t N>
    Enum choice(Element value, const std::array<std::string_view, N> &words)
    {
        const auto is = word(value);
        for (size_t i = 0; i < N; ++i) {
            if (words[i] == is)
                return Enum(i);
        }
        failChoice(is, {words.data(), N});
        return Enum();
    }
    template<class Visit>
    void list(Element value, qsizetype max, Visit visit)
    {
        simdjson::dom::array elements;
        if (value.get_array().get(elements) != simdjson::SUCCESS) {
            fail(QStringLiteral("not a list"));
            return;
        }
        qsizetype index = 0;
        for (const auto element : elements) {
            const Step step(*this, index);
            if (index == max)
                fail(QStringLiteral("more than %1 of them").arg(max));
            if (failed())
                return;
            visit(Element(element));
            ++index;
        }
    }

    void setCurrency(const QString &currency) { m_currency = currency; }

private:
    void failChoice(std::string_view is, std::span<const std::string_view> words);

    struct Place
    {
        std::string_view key;
        qsizetype index;
    };
    Mode m_mode;
    QVarLengthArray<Place, 12> m_place;
    std::optional<Error> m_error;
    std::array<QString, 64> m_repeated;
    QString m_currency = QStringLiteral("IDR");
};

//! One field of an object of the menu format: its name, whether it must be there, and what it sets.
template<class T>
struct DocField
{
    std::string_view key;
    bool required;
    void (*read)(T &target, DocReader::Element value, DocReader &reader);
};

//! Reads an object field by field. What is absent keeps the value that `target` has.
template<class T>
void readObject(T &target, DocReader::Element value, std::span<const DocField<T>> fields, DocReader &reader)
{
    simdjson::dom::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) {
        reader.fail(QStringLiteral("not an object"));
        return;
    }
    quint64 seen = 0;
    size_t expected = 0; // canonical documents name their fields in our order, so the search seldom takes a second look
    for (const auto field : object) {
        size_t tried = 0;
        while (tried < fields.size() && fields[(expected + tried) % fields.size()].key != field.key)
            ++tried;
        const size_t at = (expected + tried) % fields.size();
        const DocReader::Step step(reader, field.key);
        if (tried == fields.size()) {
            if (reader.isStrict())
                reader.fail(QStringLiteral("there is no such field"));
        } else if (seen & (quint64(1) << at)) {
            if (reader.isStrict())
                reader.fail(QStringLiteral("stands here twice"));
        } else {
            fields[at].read(target, field.value, reader);
            seen |= quint64(1) << at;
            expected = at + 1;
        }
        if (reader.failed())
            return;
    }
    for (size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].required && !(seen & (quint64(1) << i))) {
            const DocReader::Step step(reader, fields[i].key);
            reader.fail(QStringLiteral("is missing"));
            return;
        }
    }
}

} // namespace saji
