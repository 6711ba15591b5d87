// SPDX-License-Identifier: GPL-3.0-or-later
#include <services/menuservice.h>
#include <services/orderservice.h>
#include <services/outboxservice.h>
#include <services/syncservice.h>
#include <services/ticketservice.h>
