# SPDX-License-Identifier: GPL-3.0-or-later
#
# One declarative function per kind of target. A target is a declaration: name, PUBLIC, PRIVATE, SOURCES; the comment above it is its charter.
#
# Each library's public headers lie under their own include root (libs/<lib>/include/<lib>/…), so a header can be found only by a
# target that links the library: the compiler enforces the arrows of docs/architecture.md.

include_guard(GLOBAL)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(SAJI_CCACHE ccache)
if(SAJI_CCACHE)
    # Precompiled headers need this sloppiness, or ccache never hits.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${SAJI_CCACHE})
endif()

function(_saji_options target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
    # Qt's bad habits, forbidden: silent conversions between text and bytes, narrowing in connections, foreach.
    target_compile_definitions(${target} PRIVATE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS SAJI_VERSION="${PROJECT_VERSION}")
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
    if(SAJI_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined -Og -g1)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    endif()
endfunction()

# saji_add_library(<name> [PUBLIC libs…] [PRIVATE libs…] [PCH headers…] SOURCES files…): the library saji::<name>.
function(saji_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PUBLIC;PRIVATE;PCH;SOURCES")
    add_library(saji_${name} STATIC ${arg_SOURCES})
    add_library(saji::${name} ALIAS saji_${name})
    target_include_directories(saji_${name} PUBLIC include PRIVATE src)
    target_link_libraries(saji_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    if(arg_PCH)
        target_precompile_headers(saji_${name} PRIVATE ${arg_PCH})
    endif()
    _saji_options(saji_${name})
endfunction()

# saji_add_program(<name> [LIBS libs…] [PCH headers…] SOURCES files…): the program saji-<name> in bin/.
function(saji_add_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBS;PCH;SOURCES")
    add_executable(saji-${name} ${arg_SOURCES})
    target_include_directories(saji-${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(saji-${name} PRIVATE ${arg_LIBS})
    if(arg_PCH)
        target_precompile_headers(saji-${name} PRIVATE ${arg_PCH})
    endif()
    _saji_options(saji-${name})
endfunction()

# saji_add_test(<tst_name> [GUI] [LIBS libs…] [TIMEOUT seconds] SOURCES files…): one Qt Test program, run offscreen by ctest
# (GUI: labelled gui; run once more in a real window under Xvfb by ./run test).
function(saji_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "TIMEOUT" "LIBS;SOURCES")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LIBS})
    _saji_options(${name})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;SAJI_DISCOVERY=off;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
    if(arg_GUI)
        set_tests_properties(${name} PROPERTIES LABELS gui)
        add_test(NAME ${name}_window COMMAND ${name})
        set_tests_properties(${name}_window PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "gui;window"
            ENVIRONMENT "QT_QPA_PLATFORM=xcb;QT_NO_GLIB=1;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
    endif()
endfunction()

# saji_add_bench(<name> [LIBS libs…] SOURCES files…): bench-<name>; prints JSON lines (bench/README.md).
function(saji_add_bench name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBS;SOURCES")
    add_executable(bench-${name} ${arg_SOURCES})
    target_link_libraries(bench-${name} PRIVATE ${arg_LIBS})
    _saji_options(bench-${name})
endfunction()
