import { postKinds } from '@quanheng/domain/ability/posts'
import { datumStates } from '@quanheng/domain/datum/model'
import { lateEntryStates } from '@quanheng/domain/late-entry/model'
import { lateEntryCommands } from '@quanheng/domain/late-entry/transitions'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, inFormat, paged, paging, reason, version, words } from './shapes.ts'

const state = z.enum(lateEntryStates)
const author = z.object({ name: z.string(), post: z.enum(postKinds), unitName: z.string() })

const row = z.object({
  id,
  version,
  planId: id,
  planTitle: z.string(),
  leafKey: z.string(),
  leafName: z.string(),
  unitName: z.string(),
  /** Who asks: the unit itself or a data provider. */
  askedName: z.string(),
  state,
  reason: words,
  wantedUntil: day,
  askedBy: author,
  askedAt: z.string(),
  decision: z.object({ by: author, at: z.string(), until: day.nullable(), reason: words }).nullable(),
  /** The figures that it is about, with the day that they have now. */
  data: z.array(z.object({ datumId: id, name: z.string(), state: z.enum(datumStates), due: day, locked: z.boolean() })),
  /** What my posts may do with it now. */
  may: z.array(z.enum(lateEntryCommands)),
})

export const listLateEntries = query({
  id: 'lateEntry.list',
  method: 'GET',
  path: '/api/late-entries',
  ability: 'lateEntry.read',
  summary: 'Requests to enter figures late (补报申请) that my posts may see, what waits first, then the newest',
  query: paging.extend({ state: state.optional(), datumId: id.optional(), q: z.string().max(100).optional() }),
  reply: paged(row),
  errors: [],
})

export const lateEntryPaper = query({
  id: 'lateEntry.paper',
  method: 'GET',
  path: '/api/late-entries/:lateEntryId/paper',
  ability: 'lateEntry.read',
  summary: '补报申请审批单: the request with room for seal and signatures, and the answer where there is one',
  params: z.object({ lateEntryId: id }),
  query: inFormat,
  reply: 'file',
  errors: [],
})

const asking = ['lateEntry.notLate', 'lateEntry.pending', 'lateEntry.dayPassed', 'lateEntry.otherLeaf'] as const
const answering = ['lateEntry.notNow', 'lateEntry.notYours', 'lateEntry.ownUnit'] as const
const stands = z.object({ id, version })
const params = z.object({ lateEntryId: id })

export const askLateEntry = command({
  id: 'lateEntry.ask',
  method: 'POST',
  path: '/api/data/:datumId/late-entries',
  ability: 'lateEntry.ask',
  act: '申请补报',
  summary: "Ask leave to enter this unit's figures under one indicator after the due day, with the reason",
  params: z.object({ datumId: id }),
  body: z.object({ leafKey: z.string().min(1).max(100), reason, wantedUntil: day }),
  reply: stands,
  errors: asking,
})

export const withdrawLateEntry = command({
  id: 'lateEntry.withdraw',
  method: 'POST',
  path: '/api/late-entries/:lateEntryId/withdraw',
  ability: 'lateEntry.withdraw',
  act: '撤回补报申请',
  summary: 'Take back a request that is not answered yet',
  params,
  body: z.object({ version }),
  reply: stands,
  errors: ['lateEntry.notNow', 'lateEntry.notYours'],
})

export const grantLateEntry = command({
  id: 'lateEntry.grant',
  method: 'POST',
  path: '/api/late-entries/:lateEntryId/grant',
  ability: 'lateEntry.grant',
  act: '同意补报',
  summary: "Agree: this unit's figures under this indicator may be entered until a day and are marked late (逾期补报)",
  params,
  body: z.object({ version, until: day, reason: z.string().trim().max(500) }),
  reply: stands,
  errors: [...answering, 'lateEntry.dayPassed', 'lateEntry.notLate'],
})

export const declineLateEntry = command({
  id: 'lateEntry.decline',
  method: 'POST',
  path: '/api/late-entries/:lateEntryId/decline',
  ability: 'lateEntry.decline',
  act: '不同意补报',
  summary: 'Decline a request, with the reason; the figures stay locked',
  params,
  body: z.object({ version, reason }),
  reply: stands,
  errors: answering,
})
