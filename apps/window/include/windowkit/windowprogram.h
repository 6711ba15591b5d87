// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <appkit/programoptions.h>
#include <engine/node.h>

#include <QSize>
#include <QWidget>

#include <optional>

namespace saji {

//! What one program with a window is: what it can be told, and what that means.
struct WindowProgram
{
    ProgramOptions (*options)();
    NodeOptions (*node)(const ProgramOptions &); //!< needs no application
    void (*show)(QWidget &window, const ProgramOptions &); //!< its own window, and those that stand there instead of it
    int (*run)(const ProgramOptions &); //!< runs the application's loop; the exit code
};

//! main() of every program with a window: reads flags, opens the log, does what is to be done to the data instead of running (--export and
//! its like), pairs the device where it has to be, and runs. The exit code.
[[nodiscard]] int runProgram(const WindowProgram &program, int argc, char *argv[]);

//! Shows the window where --position says, in this size or, without one, on the whole screen.
void showWindow(QWidget &window, const ProgramOptions &options, const std::optional<QSize> &size);
//! The same, with the device's name as its title: screens of the staff may lie beside others.
void showNamedWindow(QWidget &window, const ProgramOptions &options, const std::optional<QSize> &size);

} // namespace saji
