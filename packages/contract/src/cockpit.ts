import { z } from 'zod'
import { query } from './route.ts'
import { day, digest, id } from './shapes.ts'

/** 驾驶舱: one screen over an appraisal year. Progress at any time; totals only from a locked version, and only for whoever may see it. */

const nullable = z.string().nullable()
const count = z.int()

const stretch = z.object({ from: z.string(), to: z.string(), units: count })
const movement = z.object({ unitId: id, unitName: z.string(), rank: count, before: count })

const progress = z.object({ total: count, done: count })
/** `late`: past their day and not done. */
const timed = progress.extend({ late: count })

const standing = z.object({
  resultId: id,
  runDigest: digest,
  frozenAt: z.iso.datetime(),
  state: z.enum(['aggregated', 'approved', 'issued']),
  /** What the figures rest on: units with a total, of all. */
  units: count,
  counted: count,
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      units: count,
      counted: count,
      mean: nullable,
      highest: nullable,
      lowest: nullable,
    }),
  ),
  distribution: z.array(stretch),
  /** Empty where the plan has no grades; a null grade is open. */
  grades: z.array(z.object({ grade: nullable, units: count })),
  /** The year compared with; null where none was decided before. */
  before: z.int().nullable(),
  risen: z.array(movement),
  fallen: z.array(movement),
})

export const showCockpit = query({
  id: 'cockpit.show',
  method: 'GET',
  path: '/api/cockpit',
  ability: 'cockpit.read',
  summary:
    'One screen over a year plan: progress, lights of its steps, open supervision and, of a locked version one may see, distribution, groups and movements; such a look is written into the access trail',
  query: z.object({ planId: id.optional() }),
  reply: z.object({
    asOf: z.iso.datetime(),
    /** The issued year plans to choose from, the newest first. */
    plans: z.array(z.object({ planId: id, title: z.string(), year: z.int() })),
    /** Null while no year plan has been issued. */
    year: z
      .object({
        planId: id,
        title: z.string(),
        steps: z.array(
          z.object({
            name: z.string(),
            due: day,
            /** Plans that have the step, and those of them that have done it. */
            plans: count,
            done: count,
            light: z.enum(['green', 'yellow', 'red']),
            workingDaysLeft: z.int().nullable(),
          }),
        ),
        data: timed,
        /** Signed by both. */
        sheets: progress,
        /** Sheets whose verification is closed, or waived. */
        verified: progress,
        reports: timed,
        /** Remarks and requests for late entry that nobody has answered; tasks given by meetings; items that supervision found. */
        open: z.object({
          remarks: count,
          lateEntries: count,
          tasks: timed,
          rectifications: timed,
          /** Of the plans' milestones, those alight today beside all and the confirmed ones. */
          milestones: progress.extend({ yellow: count, red: count }),
        }),
        /** `none`: nothing is locked. `hidden`: a version is locked that this person may not see yet. */
        totals: z.enum(['none', 'hidden', 'shown']),
        standing: standing.nullable(),
      })
      .nullable(),
  }),
  errors: [],
})
