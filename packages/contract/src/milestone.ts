import { lightRungs, milestoneLights } from '@quanheng/domain/milestone/light'
import { milestoneStates } from '@quanheng/domain/milestone/model'
import { milestoneCommands } from '@quanheng/domain/milestone/transitions'
import { milestonePosts } from '@quanheng/domain/plan/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, digest, id, inFormat, inTableFormat, line, none, paged, paging, reason, text, version } from './shapes.ts'

/** 指标节点: what of an indicator must stand by a day at a unit, its light, and what was reported and confirmed. */

const one = z.object({ milestoneId: id })
const versioned = z.object({ version })
const done = z.object({ version })
const file = z.object({ digest, name: line(200) })
const light = z.enum(milestoneLights)
const state = z.enum(milestoneStates)

const lit = z.object({
  light,
  /** Working days past the due day, negative before it; up to the report where it suffices. */
  past: z.int(),
  state,
  /** What was reached falls short of what is expected by the day. */
  short: z.boolean(),
})

const row = lit.extend({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  indicator: z.string(),
  name: z.string(),
  unitName: z.string(),
  due: day,
  /** Percent of the target, the amount it makes, and what was reached; null where none is expected. */
  expected: z.string().nullable(),
  expectedAmount: z.string().nullable(),
  reached: z.string().nullable(),
  measureUnit: z.string(),
  /** The furthest post that was told of the light. */
  told: z.enum(lightRungs).nullable(),
  mine: z.boolean(),
})

/** How milestones are narrowed, on the page and in what is taken out. */
const narrowing = z.object({
  q: z.string().max(100).optional(),
  planId: id.optional(),
  state: state.optional(),
  light: light.optional(),
  from: day.optional(),
  to: day.optional(),
})

export const listMilestones = query({
  id: 'milestone.list',
  method: 'GET',
  path: '/api/milestones',
  ability: 'milestone.read',
  summary: 'Milestones in sight by their day, with their lights',
  query: paging.extend(narrowing.shape),
  reply: paged(row),
  errors: [],
})

export const milestoneBoard = query({
  id: 'milestone.board',
  method: 'GET',
  path: '/api/milestones/board',
  ability: 'milestone.read',
  summary: 'Milestones of a plan by units, the newest plan with milestones where none is named',
  query: z.object({ planId: id.optional(), light: light.optional() }),
  reply: z.object({
    plans: z.array(z.object({ planId: id, title: z.string(), year: z.int() })),
    /** Null while no plan in sight has milestones. */
    planId: id.nullable(),
    /** Over all milestones of the plan in sight, whatever the narrowing; confirmed ones are counted apart. */
    counts: z.object({ waiting: z.int(), warning: z.int(), yellow: z.int(), red: z.int(), confirmed: z.int() }),
    units: z.array(z.object({ unitId: id, name: z.string() })),
    rows: z.array(
      z.object({
        milestoneKey: z.string(),
        indicator: z.string(),
        name: z.string(),
        due: day,
        cells: z.array(lit.extend({ milestoneId: id, unitId: id })),
      }),
    ),
    today: day,
  }),
  errors: [],
})

export const exportMilestones = query({
  id: 'milestone.export',
  method: 'GET',
  path: '/api/milestones/table',
  ability: 'milestone.read',
  summary: '指标节点台账 as .xlsx or .csv',
  query: narrowing.extend(inTableFormat.shape),
  reply: 'file',
  errors: [],
})

export const milestoneRegister = query({
  id: 'milestone.register',
  method: 'GET',
  path: '/api/milestones/register',
  ability: 'milestone.read',
  summary: '指标节点亮灯情况表 on paper, with room to sign',
  query: narrowing.extend(inFormat.shape),
  reply: 'file',
  errors: [],
})

export const showMilestone = query({
  id: 'milestone.show',
  method: 'GET',
  path: '/api/milestones/:milestoneId',
  ability: 'milestone.read',
  summary: 'One milestone of one unit: what is asked, what was reported and confirmed, who was told',
  params: one,
  reply: row.extend({
    completionStandard: z.string(),
    target: z.string().nullable(),
    post: z.enum(milestonePosts),
    leadName: z.string(),
    officeName: z.string(),
    /** The days on which it lights up and on which the next posts are told; null where a year has no table of holidays. */
    lightDays: z.array(z.object({ rung: z.enum(lightRungs), on: day.nullable() })),
    report: z
      .object({
        words: z.string(),
        completedOn: day,
        reached: z.string().nullable(),
        files: z.array(file),
        on: day,
        by: z.string(),
      })
      .nullable(),
    confirmation: z.object({ words: z.string(), on: day, by: z.string() }).nullable(),
    tellings: z.array(z.object({ rung: z.enum(lightRungs), on: day, people: z.array(z.string()) })),
    steps: z.array(
      z.object({
        command: z.enum(['begin', 'replan', 'drop', ...milestoneCommands]),
        by: z.string(),
        unitName: z.string(),
        at: z.iso.datetime(),
        words: z.string(),
      }),
    ),
    next: z
      .object({ command: z.enum(milestoneCommands), people: z.array(z.string()), unitName: z.string() })
      .nullable(),
    may: z.array(z.enum(milestoneCommands)),
    today: day,
  }),
  errors: [],
})

export const milestoneFile = query({
  id: 'milestone.file',
  method: 'GET',
  path: '/api/milestones/:milestoneId/files/:fileDigest',
  ability: 'milestone.read',
  summary: 'Evidence of completion',
  params: one.extend({ fileDigest: digest }),
  reply: 'file',
  errors: [],
})

export const reportMilestone = command({
  id: 'milestone.report',
  method: 'POST',
  path: '/api/milestones/:milestoneId/report',
  ability: 'milestone.report',
  act: '报告节点完成',
  summary: 'The unit reports completion with evidence, and what was reached where a share of the target is expected',
  params: one,
  body: versioned.extend({
    words: text(2_000),
    completedOn: day,
    /** As typed; empty where no share is expected. */
    reached: text(60),
    files: z.array(file).max(20),
  }),
  reply: done,
  errors: [
    'milestone.notNow',
    'milestone.notYours',
    'milestone.otherUnit',
    'milestone.wordsMissing',
    'milestone.evidenceMissing',
    'milestone.inFuture',
    'milestone.reachedMissing',
    'quantity.empty',
    'quantity.tooLong',
    'quantity.exponent',
    'quantity.grouping',
    'quantity.percent',
    'quantity.notANumber',
    'upload.notFound',
  ],
})

export const confirmMilestone = command({
  id: 'milestone.confirm',
  method: 'POST',
  path: '/api/milestones/:milestoneId/confirmation',
  ability: 'milestone.confirm',
  act: '确认节点完成',
  summary: 'Another person who answers for the indicator confirms what was reported',
  params: one,
  body: versioned.extend({ words: text(500) }),
  reply: done,
  errors: [
    'milestone.notNow',
    'milestone.notYours',
    'milestone.otherUnit',
    'milestone.ownUnit',
    'milestone.samePerson',
    'milestone.short',
  ],
})

const reasoned = versioned.extend({ reason })

export const returnMilestone = command({
  id: 'milestone.return',
  method: 'POST',
  path: '/api/milestones/:milestoneId/return',
  ability: 'milestone.return',
  act: '退回节点报告',
  summary: 'Not completed as reported: why; the light runs on',
  params: one,
  body: reasoned,
  reply: done,
  errors: [
    'milestone.notNow',
    'milestone.notYours',
    'milestone.otherUnit',
    'milestone.ownUnit',
    'milestone.reasonMissing',
  ],
})

export const missMilestone = command({
  id: 'milestone.miss',
  method: 'POST',
  path: '/api/milestones/:milestoneId/miss',
  ability: 'milestone.miss',
  act: '认定节点未完成',
  summary: 'Past its day and not completed: why; it may still be reported late',
  params: one,
  body: reasoned,
  reply: done,
  errors: [
    'milestone.notNow',
    'milestone.notYours',
    'milestone.otherUnit',
    'milestone.ownUnit',
    'milestone.reasonMissing',
    'milestone.notDue',
  ],
})

export const urgeMilestones = command({
  id: 'milestone.urge',
  method: 'POST',
  path: '/api/milestones/urging',
  ability: 'milestone.urge',
  act: '按亮灯催办',
  summary:
    'Tell today whoever a light has reached, each rung once a due day, for milestones that this person confirms; the platform does the same every night',
  body: none,
  reply: z.object({
    /** Milestones whose light reached somebody new, and people told. */
    milestones: z.int(),
    people: z.int(),
  }),
  errors: [],
})
