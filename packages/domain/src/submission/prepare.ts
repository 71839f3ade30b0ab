import { type Approval, documentNumberOf } from '../approval/model.ts'
import type { CommandContext } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import type { SubmissionEvent } from './decide.ts'
import type { EntryRow, Manifest, Submission } from './model.ts'

export type PrepareErrorCode = 'submission.numberMissing' | 'submission.orderDiffers' | 'submission.filesMissing'

export interface PrepareSubmission {
  readonly files: Manifest['files']
  /** The superior's order of entry: every item of the locked version, once. */
  readonly order: readonly { readonly leafKey: string; readonly unitId: string }[]
  /** Points of the locked version. */
  readonly scores: readonly { readonly leafKey: string; readonly unitId: string; readonly points: ExactText }[]
}

type Outcome = Result<
  { readonly next: Submission; readonly events: readonly SubmissionEvent[] },
  DomainError<PrepareErrorCode>
>

/** Makes the package's manifest and the entry sheet from one approved paper and its locked version. */
export const prepareSubmission = (approval: Approval, request: PrepareSubmission, context: CommandContext): Outcome => {
  const documentNumber = documentNumberOf(approval)
  if (documentNumber === undefined) return refuse('submission.numberMissing')
  if (request.files.length === 0) return refuse('submission.filesMissing', { at: 'files' })
  const rows = entryRows(request)
  if (!rows) return refuse('submission.orderDiffers', { at: 'order' })
  const runDigest = approval.subject.digest
  const files = request.files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const next: Submission = {
    id: context.newId(),
    planId: approval.planId,
    approvalId: approval.id,
    documentNumber,
    runDigest,
    manifest: { v: 1, runDigest, documentNumber, files },
    rows,
    state: 'entering',
  }
  return ok({ next, events: [{ type: 'submissionPrepared', submission: next }] })
}

/** Rows in the superior's order, or undefined when order and scores are not about the same items. */
const entryRows = ({ order, scores }: PrepareSubmission): readonly EntryRow[] | undefined => {
  const keyOf = ({ leafKey, unitId }: { readonly leafKey: string; readonly unitId: string }) =>
    `${leafKey}\u0000${unitId}`
  const points = new Map(scores.map((score) => [keyOf(score), score.points]))
  const rows = order.flatMap(({ leafKey, unitId }) => {
    const given = points.get(keyOf({ leafKey, unitId }))
    return given === undefined ? [] : [{ leafKey, unitId, points: given }]
  })
  const once = new Set(order.map(keyOf)).size === order.length
  return once && rows.length === order.length && rows.length === points.size ? rows : undefined
}
