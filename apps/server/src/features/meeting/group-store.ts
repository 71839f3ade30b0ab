import type { Reader } from '../../platform/database/database.ts'
import type { SteeringGroupRow } from './tables.ts'

export const groupOf = async (db: Reader, unitId: string): Promise<SteeringGroupRow | undefined> =>
  db.selectFrom('steering_group').selectAll().where('unit_id', '=', unitId).executeTakeFirst()

export const canonicalGroup = ({
  unit_id,
  short_name,
  member_unit_ids,
  charter,
  ...row
}: SteeringGroupRow): object => ({
  v: 1,
  noun: 'steeringGroup',
  ...row,
  unitId: unit_id,
  shortName: short_name,
  memberUnitIds: member_unit_ids,
  ...(charter && { charter }),
})
