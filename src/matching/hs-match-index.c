/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vacancies by programme and by square of the map. The map is a grid of about 8 km; a last
 * square is for places that are not known. The lists are one array in order of programme and
 * square, with the start of each. */

#include "hs-match-index.h"

#include "hs-match-rule.h"

#include <stdlib.h>

#define CELL_LATITUDE 72000 /* millionths of a degree: 8.0 km */
#define CELL_LONGITUDE 117000 /* at 52 degrees: 8.0 km */
#define CELL_KM 8

struct _HsMatchIndex
{
  const HsMatchWorld *world;
  gint32 south, west;
  gint32 rows, columns;
  guint32 n_cells; /* rows × columns and one for the unknown */
  guint32 *start; /* n_programmes × n_cells + 1 */
  guint32 *list; /* vacancies */
  guint32 *host_start; /* n_hosts + 1 */
  guint32 *host_list;
  guint32 *stamp; /* by vacancy: the last student that looked at it */
  guint32 stamp_now;
  gboolean borrowed; /* the lists are those of another index */
};

static void
measure_map (HsMatchIndex *self)
{
  gint32 north = G_MININT32, east = G_MININT32;

  self->south = self->west = G_MAXINT32;
  for (guint i = 0; i < self->world->locations->len; i++)
    {
      const HsMatchLocation *location = hs_match_location (self->world, i);

      if (!location->known)
        continue;
      self->south = MIN (self->south, location->latitude);
      north = MAX (north, location->latitude);
      self->west = MIN (self->west, location->longitude);
      east = MAX (east, location->longitude);
    }
  if (north == G_MININT32)
    self->south = north = self->west = east = 0;
  /* Places far abroad make the squares at the edge larger, not the grid. */
  self->rows = MIN (200, (north - self->south) / CELL_LATITUDE + 1);
  self->columns = MIN (200, (east - self->west) / CELL_LONGITUDE + 1);
  self->n_cells = (guint32) (self->rows * self->columns) + 1;
}

static gint32
row_of (const HsMatchIndex *self, gint32 latitude)
{
  return CLAMP ((gint32) (((gint64) latitude - self->south) / CELL_LATITUDE), 0, self->rows - 1);
}

static gint32
column_of (const HsMatchIndex *self, gint32 longitude)
{
  return CLAMP ((gint32) (((gint64) longitude - self->west) / CELL_LONGITUDE), 0,
                self->columns - 1);
}

static guint32
cell_of (const HsMatchIndex *self, const HsMatchLocation *location)
{
  if (!location->known)
    return self->n_cells - 1;
  return (guint32) (row_of (self, location->latitude) * self->columns
                    + column_of (self, location->longitude));
}

/* Whether @vacancy could ever be for @programme: its crebo's, level, and a verified recognition of
 * the host on some day. @memory: for each host and programme 0 unknown, 1 no, 2 yes. */
static gboolean
could_be_for (const HsMatchIndex *self, guint32 vacancy_number, guint32 programme_number,
              guint8 *memory)
{
  const HsMatchVacancy *vacancy = hs_match_vacancy (self->world, vacancy_number);
  const HsMatchProgramme *programme = hs_match_programme (self->world, programme_number);
  guint32 host = hs_match_location (self->world, vacancy->location)->host;
  guint8 *known = &memory[(gsize) host * self->world->programmes->len + programme_number];
  gboolean listed = vacancy->crebos == NULL;

  for (guint i = 0; !listed && i < vacancy->crebos->len; i++)
    listed = g_array_index (vacancy->crebos, guint32, i) == programme->crebo;
  if (!listed)
    return FALSE;
  if (*known == 0)
    {
      const GPtrArray *recognitions = hs_match_host (self->world, host)->recognitions;

      *known = 1;
      for (guint i = 0; i < recognitions->len && *known == 1; i++)
        {
          const HsRecord *recognition = g_ptr_array_index (recognitions, i);
          HsDay day = hs_record_has (recognition, HS_RECOGNITION_FROM)
                          ? (HsDay) hs_record_int (recognition, HS_RECOGNITION_FROM)
                          : HS_DAY_FIRST;

          if (hs_match_recognised (self->world, host, programme_number, MAX (day, HS_DAY_FIRST))
              || hs_match_recognised (self->world, host, programme_number, self->world->today))
            *known = 2;
        }
    }
  return *known == 2;
}

static gboolean
is_usable (const HsMatchWorld *world, guint32 vacancy)
{
  guint32 location = hs_match_vacancy (world, vacancy)->location;

  return location != HS_NOBODY && hs_match_location (world, location)->host != HS_NOBODY;
}

/* Counting sort of all (programme, square, vacancy). */
static void
fill_lists (HsMatchIndex *self)
{
  guint32 n_programmes = self->world->programmes->len;
  gsize n_lists = (gsize) n_programmes * self->n_cells;
  g_autofree guint8 *memory = g_malloc0 (MAX (1, (gsize) self->world->hosts->len * n_programmes));
  g_autofree guint32 *next = NULL;

  self->start = g_new0 (guint32, n_lists + 2);
  for (int round = 0; round < 2; round++)
    {
      for (guint32 v = 0; v < self->world->vacancies->len; v++)
        for (guint32 p = 0; is_usable (self->world, v) && p < n_programmes; p++)
          if (could_be_for (self, v, p, memory))
            {
              gsize list =
                  (gsize) p * self->n_cells
                  + cell_of (self, hs_match_location (self->world,
                                                      hs_match_vacancy (self->world, v)->location));

              if (round == 0)
                self->start[list + 1]++;
              else
                self->list[next[list]++] = v;
            }
      if (round == 1)
        break;
      for (gsize i = 0; i < n_lists; i++)
        self->start[i + 1] += self->start[i];
      self->list = g_new (guint32, self->start[n_lists] + 1);
      next = g_memdup2 (self->start, (n_lists + 1) * sizeof (guint32));
    }
}

static void
fill_hosts (HsMatchIndex *self)
{
  const HsMatchWorld *world = self->world;
  g_autofree guint32 *next = NULL;

  self->host_start = g_new0 (guint32, world->hosts->len + 2);
  for (guint32 v = 0; v < world->vacancies->len; v++)
    if (is_usable (world, v))
      self->host_start[hs_match_location (world, hs_match_vacancy (world, v)->location)->host
                       + 1]++;
  for (guint i = 0; i < world->hosts->len; i++)
    self->host_start[i + 1] += self->host_start[i];
  self->host_list = g_new (guint32, world->vacancies->len + 1);
  next = g_memdup2 (self->host_start, (world->hosts->len + 1) * sizeof (guint32));
  for (guint32 v = 0; v < world->vacancies->len; v++)
    if (is_usable (world, v))
      self->host_list
          [next[hs_match_location (world, hs_match_vacancy (world, v)->location)->host]++] = v;
}

HsMatchIndex *
hs_match_index_new (const HsMatchWorld *world)
{
  HsMatchIndex *self = g_new0 (HsMatchIndex, 1);

  self->world = world;
  self->stamp = g_new0 (guint32, world->vacancies->len + 1);
  measure_map (self);
  fill_lists (self);
  fill_hosts (self);
  return self;
}

HsMatchIndex *
hs_match_index_share (const HsMatchIndex *self)
{
  HsMatchIndex *own = g_memdup2 (self, sizeof *self);

  own->stamp = g_new0 (guint32, self->world->vacancies->len + 1);
  own->stamp_now = 0;
  own->borrowed = TRUE;
  return own;
}

void
hs_match_index_free (HsMatchIndex *self)
{
  if (!self->borrowed)
    {
      g_free (self->start);
      g_free (self->list);
      g_free (self->host_start);
      g_free (self->host_list);
    }
  g_free (self->stamp);
  g_free (self);
}

/* Looks at @vacancy once for this student; keeps it when all rules hold, or fail, as @wanted says.
 */
static void
look (HsMatchIndex *self, guint32 student, guint32 vacancy, gboolean wanted, GArray *into)
{
  if (self->stamp[vacancy] == self->stamp_now)
    return;
  self->stamp[vacancy] = self->stamp_now;
  if ((hs_match_first_failing (self->world, student, vacancy) == HS_N_MATCH_RULES) == wanted)
    g_array_append_val (into, vacancy);
}

static void
look_host (HsMatchIndex *self, guint32 student, guint32 host, gint64 location, gboolean wanted,
           GArray *into)
{
  for (guint32 i = self->host_start[host]; i < self->host_start[host + 1]; i++)
    {
      guint32 vacancy = self->host_list[i];
      guint32 at = hs_match_vacancy (self->world, vacancy)->location;

      if (location == 0 || hs_record_id (hs_match_location (self->world, at)->record) == location)
        look (self, student, vacancy, wanted, into);
    }
}

/* The vacancies of hosts and locations that were wished for, and the fixed one. */
static void
look_wishes (HsMatchIndex *self, guint32 number, gboolean wanted, GArray *into)
{
  const HsMatchStudent *student = hs_match_student (self->world, number);
  guint32 fixed =
      student->fixed != NULL ? hs_match_world_number (
          self->world, HS_KIND_VACANCY, hs_record_int (student->fixed, HS_FIXED_PAIR_VACANCY))
                             : HS_NOBODY;

  if (fixed != HS_NOBODY && is_usable (self->world, fixed))
    look (self, number, fixed, wanted, into);
  for (guint i = 0; student->wishes != NULL && i < student->wishes->len; i++)
    {
      const HsMatchWish *wish = &g_array_index (student->wishes, HsMatchWish, i);
      guint32 host = HS_NOBODY, location;

      if (wish->kind == HS_WISH_KIND_HOST)
        host = hs_match_world_number (self->world, HS_KIND_ORGANISATION, wish->target);
      else if (wish->kind == HS_WISH_KIND_LOCATION)
        {
          location = hs_match_world_number (self->world, HS_KIND_LOCATION, wish->target);
          if (location != HS_NOBODY)
            host = hs_match_location (self->world, location)->host;
        }
      if (host != HS_NOBODY)
        look_host (self, number, host, wish->kind == HS_WISH_KIND_LOCATION ? wish->target : 0,
                   wanted, into);
    }
}

static void
look_cell (HsMatchIndex *self, guint32 student, guint32 programme, guint32 cell, gboolean wanted,
           GArray *into)
{
  gsize list = (gsize) programme * self->n_cells + cell;

  for (guint32 i = self->start[list]; i < self->start[list + 1]; i++)
    look (self, student, self->list[i], wanted, into);
}

/* The squares at exactly @ring steps of the square of the student. */
static void
look_ring (HsMatchIndex *self, guint32 number, gint32 ring, gboolean wanted, GArray *into)
{
  const HsMatchStudent *student = hs_match_student (self->world, number);
  gint32 row = row_of (self, student->latitude), column = column_of (self, student->longitude);

  for (gint32 r = MAX (0, row - ring); r <= MIN (self->rows - 1, row + ring); r++)
    {
      gint32 step = abs (r - row) == ring || ring == 0 ? 1 : 2 * ring;

      for (gint32 c = column - ring; c <= column + ring; c += step)
        if (c >= 0 && c < self->columns)
          look_cell (self, number, student->programme, (guint32) (r * self->columns + c), wanted,
                     into);
    }
}

/* Looks in growing rings until there are @enough. Returns whether all squares in reach were seen.
 */
static gboolean
look_around (HsMatchIndex *self, guint32 number, guint enough, gint32 reach_km, gboolean wanted,
             GArray *into)
{
  const HsMatchStudent *student = hs_match_student (self->world, number);
  gint32 rings = MAX (self->rows, self->columns);

  if (student->programme == HS_NOBODY)
    return TRUE;
  look_cell (self, number, student->programme, self->n_cells - 1, wanted, into);
  if (!student->known)
    {
      for (guint32 cell = 0; cell + 1 < self->n_cells; cell++)
        look_cell (self, number, student->programme, cell, wanted, into);
      return TRUE;
    }
  if (reach_km >= 0)
    rings = MIN (rings, reach_km / CELL_KM + 2);
  for (gint32 ring = 0; ring <= rings; ring++)
    {
      look_ring (self, number, ring, wanted, into);
      if (into->len >= enough && ring < rings)
        return FALSE;
    }
  return TRUE;
}

static void
start_look (HsMatchIndex *self, GArray *into)
{
  self->stamp_now++;
  g_array_set_size (into, 0);
}

void
hs_match_index_candidates (HsMatchIndex *self, guint32 student, guint fewest, GArray *into,
                           gboolean *all)
{
  start_look (self, into);
  look_wishes (self, student, TRUE, into);
  *all = look_around (self, student, fewest, hs_match_student (self->world, student)->limit_km,
                      TRUE, into);
}

void
hs_match_index_blocked (HsMatchIndex *self, guint32 student, guint most, GArray *into)
{
  start_look (self, into);
  look_wishes (self, student, FALSE, into);
  look_around (self, student, most, -1, FALSE, into);
  if (into->len > most)
    g_array_set_size (into, most);
}
