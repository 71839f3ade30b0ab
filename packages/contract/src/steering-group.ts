import { seatRanks } from '@quanheng/domain/meeting/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, inFormat, line, text, version } from './shapes.ts'

/** 领导小组: its name, founding document, charter and member units; who sits there follows the posts. */

/** Whom it answers to, from when to when, and its office as a body with a name of its own. */
const charter = z.object({
  reportsTo: z.array(line(100)).max(10),
  term: z.object({ from: day, to: day.nullable() }).nullable(),
  office: z.object({ name: text(100), shortName: text(40) }),
})

const unit = z.object({ unitId: id, unitName: z.string() })

const group = z.object({
  version: z.int().min(0),
  officeUnitId: id,
  name: z.string(),
  shortName: z.string(),
  basis: z.string(),
  charter,
  /** The term's last day is past. */
  termOver: z.boolean(),
  /** What the office is called, where nobody gave it a name too. */
  officeName: z.string(),
  /** 办公室设在: the unit. */
  officeUnitName: z.string(),
  directors: z.array(z.string()),
  members: z.array(unit.extend({ principals: z.array(z.string()) })),
  named: z.array(z.object({ rank: z.enum(seatRanks), personName: z.string(), until: day.nullable() })),
  may: z.boolean(),
})

export const showSteeringGroup = query({
  id: 'steeringGroup.show',
  method: 'GET',
  path: '/api/steering-groups',
  ability: 'meeting.read',
  summary:
    'The leading groups in sight: name, founding document, member units with whoever is principal, and those named to it by post',
  reply: z.object({ rows: z.array(group) }),
  errors: [],
})

export const setSteeringGroup = command({
  id: 'steeringGroup.set',
  method: 'POST',
  path: '/api/steering-groups/:unitId',
  ability: 'steeringGroup.set',
  act: '设置领导小组成员单位',
  summary:
    'Name, founding document, charter and member units of the leading group; membership follows the post of principal',
  params: z.object({ unitId: id }),
  body: z.object({
    version: z.int().min(0),
    name: line(100),
    shortName: text(40),
    basis: text(200),
    charter,
    memberUnitIds: z.array(id).max(200),
  }),
  reply: z.object({ version }),
  errors: ['platform.notFound', 'meeting.termBackwards'],
})

/** 成立通知 · 调整组成人员的通知. */
export const groupPapers = ['founding', 'adjusting'] as const
export type GroupPaper = (typeof groupPapers)[number]

export const steeringGroupPaper = query({
  id: 'steeringGroup.paper',
  method: 'GET',
  path: '/api/steering-groups/:unitId/papers',
  ability: 'steeringGroup.set',
  summary: 'The notice that sets the group up, or says who belongs to it now, as a draft for whoever issues it',
  params: z.object({ unitId: id }),
  query: inFormat.extend({ paper: z.enum(groupPapers) }),
  reply: 'file',
  errors: ['platform.notFound', 'meeting.groupMissing'],
})
