#include "domain/strictjson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringDecoder>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace queuesmith {

namespace {

using nlohmann::json;

/// Counts what the lexer has read, since the SAX interface doesn't tell where it is.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char *;
    using reference = const char &;

    CountingIterator(const char *at, qsizetype *count)
        : m_at(at)
        , m_count(count)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator &operator++()
    {
        ++m_at;
        ++*m_count;
        return *this;
    }
    bool operator==(const CountingIterator &other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator &other) const { return m_at != other.m_at; }

private:
    const char *m_at;
    qsizetype *m_count;
};

/// QString::fromUtf8() would drop a U+FEFF that the text begins with.
QString textOf(const std::string &utf8)
{
    QStringDecoder decode(QStringDecoder::Utf8,
        QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decode(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

/// Qt writes many a double from 2⁵³ like an integer (333333333333330000). It is one here, too,
/// since it would come back as that integer, which Qt takes for another value.
QJsonValue asWritten(double number)
{
    constexpr double kFirst = 9007199254740992.0;
    if (std::abs(number) < kFirst)
        return number;
    bool isInteger = false;
    const qint64 integer =
        QByteArray::number(number, 'g', QLocale::FloatingPointShortest).toLongLong(&isInteger);
    return isInteger ? QJsonValue(integer) : QJsonValue(number);
}

struct Position {
    int line = 1;
    int column = 1;
};

Position positionOf(const QByteArray &text, qsizetype lastRead)
{
    // `lastRead` bytes were read; the last of them is where the trouble is.
    const qsizetype end = std::clamp<qsizetype>(lastRead - 1, 0, text.size());
    Position position;
    for (qsizetype i = 0; i < end; ++i) {
        const auto byte = static_cast<unsigned char>(text.at(i));
        if (byte == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((byte & 0xC0U) != 0x80U) {
            ++position.column;
        }
    }
    return position;
}

/// Builds the tree without recursion; a container is filled when it ends, so that sorting
/// the members once replaces an insertion for each.
class TreeBuilder final : public nlohmann::json_sax<json> {
public:
    TreeBuilder(const QByteArray &text, const qsizetype *read, int deepest)
        : m_text(text)
        , m_read(read)
        , m_deepest(deepest)
    {
    }

    JsonParse take() { return std::move(m_result); }

    bool null() override { return add(QJsonValue(QJsonValue::Null)); }
    bool boolean(bool value) override { return add(QJsonValue(value)); }
    bool number_integer(number_integer_t value) override
    {
        return add(QJsonValue(static_cast<qint64>(value)));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        if (value > static_cast<number_unsigned_t>(std::numeric_limits<qint64>::max()))
            return addOversized(static_cast<double>(value), std::to_string(value));
        return add(QJsonValue(static_cast<qint64>(value)));
    }
    bool number_float(number_float_t value, const string_t &text) override
    {
        if (text.find_first_of(".eE") == string_t::npos)
            return addOversized(value, text);
        return add(asWritten(value));
    }
    bool string(string_t &value) override { return add(QJsonValue(textOf(value))); }
    bool binary(binary_t & /*value*/) override { return false; }

    bool start_object(std::size_t /*size*/) override { return open(false); }
    bool start_array(std::size_t /*size*/) override { return open(true); }

    bool key(string_t &value) override
    {
        Container &object = m_stack.back();
        object.key = textOf(value);
        if (object.knowsKey())
            return fail(
                QStringLiteral("the key “%1” appears twice in the same object").arg(object.key));
        return true;
    }

    bool end_object() override
    {
        Container object = std::move(m_stack.back());
        m_stack.pop_back();
        std::sort(object.members.begin(), object.members.end(),
            [](const Member &a, const Member &b) { return a.key < b.key; });
        QJsonObject built;
        for (const Member &member : object.members)
            built.insert(member.key, member.value);
        return add(built);
    }
    bool end_array() override
    {
        const Container array = std::move(m_stack.back());
        m_stack.pop_back();
        QJsonArray built;
        for (const Member &member : array.members)
            built.append(member.value);
        return add(built);
    }

    bool parse_error(
        std::size_t byte, const std::string & /*token*/, const json::exception &exception) override
    {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: what went wrong"
        QString what = QString::fromUtf8(exception.what());
        what.remove(0, what.indexOf(QLatin1String("] ")) + 2);
        if (what.startsWith(QLatin1String("parse error")))
            what.remove(0, what.indexOf(QLatin1String(": ")) + 2);
        // Errors of range know no position; the lexer has read one character further.
        return fail(what, byte > 0 ? static_cast<qsizetype>(byte) : *m_read - 1);
    }

private:
    struct Member {
        QString key;
        QJsonValue value;
    };
    struct Container {
        bool isArray = false;
        QString key; ///< of the member that is being read
        QSet<QString> keys; ///< only while there are many
        QList<Member> members;

        [[nodiscard]] bool knowsKey()
        {
            // Most objects are small, and a set for each would cost more than all the rest.
            constexpr qsizetype kFew = 16;
            if (members.size() <= kFew)
                return std::any_of(members.cbegin(), members.cend(),
                    [this](const Member &member) { return member.key == key; });
            for (qsizetype i = keys.size(); i < members.size(); ++i)
                keys.insert(members.at(i).key);
            return keys.contains(key);
        }
    };

    bool open(bool isArray)
    {
        if (m_stack.size() >= static_cast<std::size_t>(m_deepest))
            return fail(QStringLiteral("nested deeper than %1 levels").arg(m_deepest));
        Container container;
        container.isArray = isArray;
        m_stack.push_back(std::move(container));
        return true;
    }

    bool add(const QJsonValue &value)
    {
        if (m_stack.empty())
            m_result.value = value;
        else
            m_stack.back().members.append({m_stack.back().key, value});
        return true;
    }

    bool addOversized(double nearest, const std::string &text)
    {
        m_result.oversized.append({path(), QString::fromStdString(text)});
        return add(QJsonValue(nearest));
    }

    [[nodiscard]] QString path() const
    {
        QString path;
        for (const Container &container : m_stack) {
            if (container.isArray)
                path += QStringLiteral("[%1]").arg(container.members.size());
            else
                path += (path.isEmpty() ? QString() : QStringLiteral(".")) + container.key;
        }
        return path;
    }

    bool fail(const QString &what) { return fail(what, *m_read); }
    bool fail(const QString &what, qsizetype lastRead)
    {
        const Position position = positionOf(m_text, lastRead);
        m_result.error = JsonSyntaxError{position.line, position.column, what};
        return false;
    }

    const QByteArray &m_text;
    const qsizetype *m_read;
    int m_deepest;
    std::vector<Container> m_stack;
    JsonParse m_result;
};

JsonParse failure(Position position, const QString &what)
{
    JsonParse parse;
    parse.error = JsonSyntaxError{position.line, position.column, what};
    return parse;
}

JsonParse parse(const QByteArray &text, qsizetype most, int deepest)
{
    if (text.size() > most)
        return failure({}, QStringLiteral("larger than %1 MiB").arg(most / 1024 / 1024));
    if (text.isEmpty()) // the library's own words differ with its version
        return failure({}, QStringLiteral("unexpected end of input"));
    // The library takes a NUL for the end of the text and would pass over what follows.
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return failure(positionOf(text, nul + 1), QStringLiteral("a NUL character"));

    qsizetype read = 0;
    TreeBuilder builder(text, &read, deepest);
    const CountingIterator begin(text.constData(), &read);
    const CountingIterator end(text.constData() + text.size(), &read);
    json::sax_parse(begin, end, &builder);
    return builder.take();
}

} // namespace

JsonParse parseStrictJson(const QByteArray &text, qsizetype most)
{
    return parse(text, most, kMaxJsonDepth);
}

std::optional<QJsonObject> strictObject(const QByteArray &text)
{
    // A record has what was read as one of its members.
    const JsonParse json = parse(text, text.size(), 2 * kMaxJsonDepth);
    if (json.error || !json.value.isObject())
        return std::nullopt;
    return json.value.toObject();
}

Sentence describe(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const auto whole = wholeNumber(value);
        return Sentence::tr("the number %1",
            {whole ? QString::number(*whole)
                   : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)});
    }
    case QJsonValue::String:
        return Sentence::tr("a text");
    case QJsonValue::Array:
        return Sentence::tr("a list");
    case QJsonValue::Object:
        return Sentence::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Sentence::tr("missing");
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    // toInteger() gives the default for what isn't whole or doesn't fit; two defaults tell.
    const qint64 number = value.toInteger(0);
    if (number == 0 && value.toInteger(1) != 0)
        return std::nullopt;
    return number;
}

QJsonObject packed(const QJsonObject &object)
{
    QJsonObject packed;
    for (auto member = object.begin(); member != object.end(); ++member)
        packed.insert(member.key(), member.value());
    return packed;
}

} // namespace queuesmith
