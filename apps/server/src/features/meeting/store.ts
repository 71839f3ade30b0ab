import { canonicalMeeting, type Meeting } from '@quanheng/domain/meeting/model'
import { type Kept, keeperOf } from '../../platform/work/kept-object.ts'
import type { MeetingRow } from './tables.ts'

export type KeptMeeting = Kept<MeetingRow, Meeting>

export const meetingKeeper = keeperOf<MeetingRow, Meeting>({
  noun: 'meeting',
  table: 'meeting',
  json: ['agenda', 'standing'],
  modelOf: ({ id, unit_id: unitId, kind, state, agenda, standing }, steps) => ({
    id,
    unitId,
    kind,
    state,
    agenda,
    standing,
    steps,
  }),
  columnsOf: ({ unitId, kind, state, agenda, standing }) => ({ unit_id: unitId, kind, state, agenda, standing }),
  filesOf: ({ agenda, standing }) => [
    ...agenda.topics.flatMap(({ files }) => files.map(({ digest }) => digest)),
    ...standing.opinions.flatMap(({ scanDigest }) => scanDigest ?? []),
    ...[standing.confirmation, standing.pending, standing.record].flatMap((one) => one?.scanDigest ?? []),
  ],
  canonical: canonicalMeeting,
})
