/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The solver's own random numbers: the same on every machine and in every version of GLib, because
 * a proposal must be the same again for the same seed. xorshift64* (Vigna, ACM TOMS 42(4), 2016).
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 state;
} HsRandom;

/* Starts a row of numbers; neighbouring seeds give unrelated rows (splitmix64). */
static inline void
hs_random_init (HsRandom *self, guint64 seed)
{
  guint64 z = seed + G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  z ^= z >> 31;
  self->state = z != 0 ? z : 1;
}

static inline guint64
hs_random_next (HsRandom *self)
{
  self->state ^= self->state >> 12;
  self->state ^= self->state << 25;
  self->state ^= self->state >> 27;
  return self->state * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D);
}

/* A number below @n, which is above 0. */
static inline guint32
hs_random_below (HsRandom *self, guint32 n)
{
  return (guint32) (((hs_random_next (self) >> 32) * n) >> 32);
}

/* A number from 0 up to but not including 1. */
static inline float
hs_random_unit (HsRandom *self)
{
  return (float) (hs_random_next (self) >> 40) * (1.0f / 16777216.0f);
}
