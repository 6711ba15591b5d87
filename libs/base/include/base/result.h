// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <base/error.h>

#include <tl/expected.hpp>

#include <utility>

namespace saji {

//! The outcome of every call that can fail: a value, or an Error. Never an exception.
//!
//! Return an Error directly; test with `if (!result)`; read with `*result` and `result.error()`.
template<class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
    using Base = tl::expected<T, Error>;

public:
    using Base::Base;
    Result(Error error) : Base(tl::unexpect, std::move(error)) {}
    Result(ErrorCode code, QString detail) : Base(tl::unexpect, Error{code, std::move(detail)}) {}
};

template<>
class [[nodiscard]] Result<void> : public tl::expected<void, Error>
{
    using Base = tl::expected<void, Error>;

public:
    Result() = default;
    Result(Error error) : Base(tl::unexpect, std::move(error)) {}
    Result(ErrorCode code, QString detail) : Base(tl::unexpect, Error{code, std::move(detail)}) {}
};

} // namespace saji
