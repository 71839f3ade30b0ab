import { seatRanks } from '@quanheng/domain/meeting/model'
import { z } from 'zod'
import { command, query } from './route.ts'
import { day, id, line, text, version } from './shapes.ts'

/** 领导小组: its name, founding document and member units; who sits there follows the posts. */

const unit = z.object({ unitId: id, unitName: z.string() })

const group = z.object({
  version: z.int().min(0),
  officeUnitId: id,
  name: z.string(),
  shortName: z.string(),
  basis: z.string(),
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
  summary: 'Name, founding document and member units of the leading group; membership follows the post of principal',
  params: z.object({ unitId: id }),
  body: z.object({
    version: z.int().min(0),
    name: line(100),
    shortName: text(40),
    basis: text(200),
    memberUnitIds: z.array(id).max(200),
  }),
  reply: z.object({ version }),
  errors: ['platform.notFound'],
})
