import { canonicalDatum } from '@quanheng/domain/datum/canonical'
import { canonicalFiled, type FiledEvidence } from '@quanheng/domain/evidence/filed'
import { evidenceVersion } from '@quanheng/domain/evidence/model'
import type { Change } from '../../platform/door/outcome.ts'
import type { LoadedDatum } from './datum-store.ts'

/** What acts digest for each noun; a field that counts must stand here. */
export const canonicalLoaded = ({ datum, row }: LoadedDatum): object => ({
  ...canonicalDatum(datum),
  scorers: row.scorer_places,
  leafKeys: row.leaf_keys,
  due: row.due,
  cutoff: row.cutoff,
  asked: row.asked,
  version: row.version,
})

export const datumChange = (before: LoadedDatum | null, after: LoadedDatum): Change => ({
  noun: 'datum',
  id: after.row.id,
  version: after.row.version,
  before: before === null ? null : canonicalLoaded(before),
  after: canonicalLoaded(after),
})

export const evidenceChange = (before: FiledEvidence | null, after: FiledEvidence): Change => ({
  noun: 'evidence',
  id: after.id,
  version: evidenceVersion(after),
  before: before === null ? null : canonicalFiled(before),
  after: canonicalFiled(after),
})
