# SPDX-License-Identifier: GPL-3.0-or-later
# The pictures of dishes; those that art/make draws are listed in art/make/menu.py too.
set(SAJI_ART
    art/bakso.svg
    art/bungkus.svg
    art/es_cendol.svg
    art/es_jeruk.svg
    art/es_teh.svg
    art/gado_gado.svg
    art/jus_alpukat.svg
    art/kopi.svg
    art/martabak.svg
    art/mie_ayam.svg
    art/mie_goreng.svg
    art/nasi.svg
    art/nasi_goreng.svg
    art/perkedel.svg
    art/pisang_goreng.svg
    art/rawon.svg
    art/rendang.svg
    art/sambal.svg
    art/sate.svg
    art/soto.svg
    art/soto_betawi.svg
    art/tudung.svg)
