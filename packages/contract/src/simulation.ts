import { resultStates } from '@quanheng/domain/result/model'
import { z } from 'zod'
import { query } from './route.ts'
import { digest, id } from './shapes.ts'

/** 模拟测算 (C-2.4): a draft plan held against a locked version of this or an earlier year. */

const nullable = z.string().nullable()

const ground = z.object({
  resultId: id,
  planTitle: z.string(),
  year: z.int(),
  state: z.enum(resultStates),
  runDigest: digest,
  frozenAt: z.iso.datetime(),
  /** Facts of the draft's own year: the director of the office alone, from a locked version. */
  ownYear: z.boolean(),
})

export const listSimulationGrounds = query({
  id: 'simulation.grounds',
  method: 'GET',
  path: '/api/plans/:planId/simulations',
  ability: 'plan.simulate',
  summary: 'Locked versions that I may hold this draft plan against, the latest year first',
  params: z.object({ planId: id }),
  reply: z.object({ rows: z.array(ground) }),
  errors: [],
})

const fromTo = <S extends z.ZodType>(of: S) => z.object({ from: of.nullable(), to: of.nullable() })

const spread = z.object({
  scored: z.int(),
  waiting: z.int(),
  full: z.int(),
  none: z.int(),
  /** Mean share of full marks in percent, rounded to one place for show. */
  mean: nullable,
  alike: z.boolean(),
})

const simulatedUnit = z.object({
  unitId: id,
  unitName: z.string(),
  groupName: nullable,
  direction: z.enum(['rises', 'falls', 'stays', 'unknown']),
  total: fromTo(z.string()),
  change: nullable,
  rank: fromTo(z.int()),
  grade: fromTo(z.string()),
  /** Leaves whose points move. */
  leafNames: z.array(z.string()),
})

const simulatedLeaf = z.object({
  leafKey: z.string(),
  name: z.string(),
  fullMark: z.string(),
  from: spread.nullable(),
  to: spread.nullable(),
})

export const showSimulation = query({
  id: 'simulation.show',
  method: 'GET',
  path: '/api/plans/:planId/simulations/:resultId',
  ability: 'plan.simulate',
  summary: 'The year of a locked version as this draft would score it; each view is written into the access trail',
  params: z.object({ planId: id, resultId: id }),
  reply: z.object({
    planTitle: z.string(),
    ground,
    graded: z.boolean(),
    units: z.array(simulatedUnit),
    leaves: z.array(simulatedLeaf),
    /** 加减分和否决事项 of the year that the draft foresees nothing for: it is scored without them. */
    leftOut: z.array(z.string()),
  }),
  errors: ['simulation.draftUnready', 'simulation.notOpen'],
})
