import { canonicalMatter, type ImportantMatter } from '@quanheng/domain/matter/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { MatterRow } from './tables.ts'

export type KeptMatter = Kept<MatterRow, ImportantMatter>

export const matterKeeper = keeperOf<MatterRow, ImportantMatter>({
  noun: 'matter',
  table: 'matter',
  json: ['content', 'standing'],
  modelOf: ({ id, unit_id: unitId, state, content, standing }, steps) => ({
    id,
    unitId,
    state,
    content,
    standing,
    steps,
  }),
  columnsOf: ({ unitId, state, content, standing }) => {
    const members = [...(standing.round?.asked ?? []), ...(standing.approval?.told ?? [])]
    return {
      unit_id: unitId,
      sort: content.sort,
      state,
      content,
      standing,
      member_unit_ids: [...new Set(members.flatMap((one) => one.unitId ?? []))],
      member_person_ids: [...new Set(members.flatMap(({ personId }) => personId ?? []))],
    }
  },
  filesOf: ({ content, standing: { opinions, approval } }) => [
    ...content.files.map(({ digest }) => digest),
    ...opinions.flatMap(({ scanDigest }) => scanDigest ?? []),
    ...(approval?.scanDigest === undefined ? [] : [approval.scanDigest]),
  ],
  canonical: canonicalMatter,
})
