import { type Circular, canonicalCircular } from '@quanheng/domain/circular/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { CircularRow } from './tables.ts'

export type KeptCircular = Kept<CircularRow, Circular>

export const circularKeeper = keeperOf<CircularRow, Circular>({
  noun: 'circular',
  table: 'circular',
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
    const { issued, receivers } = standing
    return {
      unit_id: unitId,
      kind: content.kind,
      topic: content.topic,
      state,
      content,
      standing,
      receiver_unit_ids: receivers.filter(({ key }) => key.startsWith('unit:')).map((one) => one.unitId),
      receiver_person_ids: [...new Set(receivers.flatMap(({ personId }) => personId ?? []))],
      issue_year: issued?.issue === undefined ? null : Number(issued.on.slice(0, 4)),
      issue: issued?.issue ?? null,
      issued_on: issued?.on ?? null,
    }
  },
  filesOf: ({ content, standing: { issued, signed } }) => [
    ...content.files.map(({ digest }) => digest),
    ...(issued?.scanDigest === undefined ? [] : [issued.scanDigest]),
    ...signed.flatMap(({ scanDigest }) => scanDigest ?? []),
  ],
  canonical: canonicalCircular,
})
