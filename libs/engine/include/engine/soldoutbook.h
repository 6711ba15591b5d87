// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <engine/factreader.h>

#include <store/projectionstore.h>

#include <QObject>
#include <QSet>

namespace saji {

//! What kitchens say is sold out: of two who disagree, the later stamp counts. Kept on disk. Lives on the thread of the log.
class SoldOutBook : public QObject, public FactReader
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<SoldOutBook>> open(Database &database);
    ~SoldOutBook() override;

    const QSet<ProductId> &products() const;
    //! The first fact of each origin by which something is sold out.
    [[nodiscard]] QHash<Origin, quint64> firstNeeded() const;

    qint64 cursor() const override;
    void read(const LoggedEvent &event, const Fact &fact) override;
    void passed(qint64 arrival) override;
    [[nodiscard]] Result<void> flush() override;

signals:
    void changed();

private:
    SoldOutBook();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saji
