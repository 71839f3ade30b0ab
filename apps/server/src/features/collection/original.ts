import type { Refusal } from '@quanheng/contract/errors'
import { type FiledEvidence, fileEvidence } from '@quanheng/domain/evidence/filed'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { StoredEvent } from '../../platform/database/tables.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change } from '../../platform/door/outcome.ts'
import { holdData } from './act-on-datum.ts'
import { evidenceChange } from './canonical.ts'
import { insertEvidence } from './evidence-store.ts'
import { uploadsOf } from './uploads.ts'

interface Original {
  readonly evidence: FiledEvidence
  readonly change: Change
  readonly event: StoredEvent
}

/** Attaches the original that a figure is copied from (代录, 后续发布), beyond the evidence list, to the first leaf that uses the figure. */
export const attachOriginal = async (
  asked: Asking,
  datumId: string,
  digest: string,
  kind: 'reportOnBehalf' | 'publish' = 'reportOnBehalf',
): Promise<Result<Original, Refusal>> => {
  const { tx, actor } = asked
  // Plan and datum first: the evidence row refers to both, and locks are taken in one order.
  const held = await holdData(asked, [{ datumId, kind }])
  if (!held.ok) return held
  const [loaded] = held.value
  const leafKey = loaded?.row.leaf_keys[0]
  if (!loaded || leafKey === undefined) return refuse('platform.notFound')
  const sent = await uploadsOf(tx, actor.personId, [digest])
  const file = sent.ok ? sent.value.get(digest) : undefined
  if (!file) return sent.ok ? refuse('upload.notFound') : sent
  const { planId, unitId } = loaded.datum
  const { sm3, ...named } = file
  const filed = fileEvidence(
    { planId, leafKey, unitId, datumId, file: named, sm3, label: 'internal' },
    {
      ...commandContext(asked, loaded.post),
      list: [],
      // The same original may prove several figures.
      present: [],
    },
  )
  if (!filed.ok) return fail(filed.error)
  const evidence = filed.value.next
  await insertEvidence(tx, evidence)
  const event = { type: 'evidenceAttached', evidenceId: evidence.id, datumId, digest }
  return ok({ evidence, event, change: evidenceChange(null, evidence) })
}
