import { digestOf } from '@quanheng/domain/kernel/digest'
import { planDigestForm } from '@quanheng/domain/plan/digest-form'
import { sha256 } from '../../platform/log/means.ts'
import type { FindingAcceptanceRow, PlanRow, PlanVersionRow } from './tables.ts'

/** What acts digest for each noun; a field that counts must stand here. */
export const canonicalPlan = (row: PlanRow): object => ({
  v: 1,
  id: row.id,
  kind: row.kind,
  ownerUnitId: row.owner_unit_id,
  state: row.state,
  number: row.number,
  content: planDigestForm(row.content),
  drafter: row.drafter,
  reason: row.reason,
  issuedNumber: row.issued_number,
  parentPlanId: row.parent_plan_id,
  namedUnitIds: row.named_unit_ids,
  // Absent where there is none, as in the acts from before plans were made from notices.
  ...(row.carried.length > 0 && { carried: row.carried }),
  version: row.version,
})

/** The content is named by its digest, which anyone can recompute from plan.json. */
export const canonicalVersion = (row: Omit<PlanVersionRow, 'content' | 'issued_at'>): object => ({
  v: 1,
  id: row.id,
  planId: row.plan_id,
  number: row.number,
  digest: row.digest,
  way: row.way,
  documentNumber: row.document_number,
  documentDate: row.document_date,
  scanDigest: row.scan_digest,
  reason: row.reason,
  acceptances: row.acceptances,
  author: row.author,
  issuedOn: row.issued_on,
})

/** The stored version by what its content is, not by the digest that stands beside it: either may have been written by other hands. */
export const canonicalStoredVersion = (row: PlanVersionRow): object =>
  canonicalVersion({ ...row, digest: digestOf(sha256, planDigestForm(row.content)) })

export const canonicalAcceptance = (row: Omit<FindingAcceptanceRow, 'seq'>): object => ({
  v: 1,
  id: row.id,
  planId: row.plan_id,
  number: row.number,
  withdrawn: row.withdrawn,
  finding: row.finding,
  code: row.code,
  place: row.place,
  reason: row.reason,
  author: row.author,
  onDay: row.on_day,
})
