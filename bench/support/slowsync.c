// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded, it makes every sync of a file take as long as on a till's disk: SLOWSYNC_MS more.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_longer(void)
{
    const char *more = getenv("SLOWSYNC_MS");
    if (more)
        usleep((useconds_t)atoi(more) * 1000);
}

int fsync(int fd)
{
    static int (*next)(int);
    if (!next)
        next = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_longer();
    return next(fd);
}

int fdatasync(int fd)
{
    static int (*next)(int);
    if (!next)
        next = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_longer();
    return next(fd);
}
