import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import { linesLedBy } from '@quanheng/domain/plan/begin'
import { decideResult } from '@quanheng/domain/result/decide'
import { reportedLines } from '@quanheng/domain/result/lines'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { Change, Outcome } from '../../platform/door/outcome.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import {
  applyToReport,
  frozenRun,
  lockReportsOf,
  type OnResultFall,
  paperOfResult,
  resultChange,
  saveResult,
} from '../result/index.ts'
import { applyToApproval, type HeldApproval } from './act-on-approval.ts'
import { issuedOf } from './issued.ts'
import { letterPath, reportPath } from './make-package.ts'
import type { LoadedSubmission } from './submission-store.ts'

interface Completed {
  readonly events: Outcome<unknown>['events']
  readonly changes: readonly Change[]
  readonly registered: boolean
}

interface Way {
  readonly asked: Asking
  readonly held: HeldApproval
  readonly sent: LoadedSubmission
  readonly post: HeldPost
}

/** 已印发: the locked version cannot fall any more; a later paper corrects it in the open. */
const issueResult = async ({ asked, held, sent, post }: Way): Promise<Result<readonly Change[], Refusal>> => {
  const { result } = held
  if (result.result.state !== 'approved') return ok([])
  const { on } = await issuedOf(asked.tx, held.approval)
  const decided = decideResult(
    result.result,
    { kind: 'issue', documentNumber: sent.row.document_number, issuedOn: on ?? asked.context.today },
    commandContext(asked, post),
  )
  if (!decided.ok) return decided
  return ok([resultChange(result, await saveResult(asked.tx, result, decided.value.next))])
}

/** Both documents, byte for byte as the package holds them. */
const keepPapers = async ({ asked, held, sent }: Way): Promise<void> => {
  const { tx, context } = asked
  const paper = await paperOfResult(tx, held.result.row.id)
  const { on } = await issuedOf(tx, held.approval)
  const kinds = [
    { kind: 'letter', path: letterPath, title: paper?.words.letter.title ?? '' },
    { kind: 'scoreReport', path: reportPath, title: paper?.words.title ?? '' },
  ] as const
  for (const { kind, path, title } of kinds) {
    const file = sent.submission.manifest.files.find(({ name }) => name === path)
    if (file === undefined) throw new Error(`the package has no ${path}`)
    await tx
      .insertInto('issued_paper')
      .values({
        id: context.newId(),
        approval_id: held.row.id,
        official_paper_id: null,
        pdf_sha256: null,
        ofd_sha256: null,
        plan_id: held.row.plan_id,
        owner_unit_id: held.row.owner_unit_id,
        kind,
        title,
        document_number: sent.row.document_number,
        issued_on: on ?? context.today,
        file_name: `${title}.docx`,
        size: file.size,
        sha256: file.sha256,
        at: context.now,
      })
      .execute()
  }
}

/** Under a year plan of this platform the report stands in the office's register at once; the office's copy is this package. */
const registerWithOffice = async (
  { asked, held, sent, post }: Way,
  onFall: readonly OnResultFall[],
): Promise<Result<Completed, Refusal>> => {
  const nothing = ok<Completed>({ events: [], changes: [], registered: false })
  const { parentPlanId, ownerUnitId } = held.plan
  const year = parentPlanId === null ? null : await lockIssuedPlan(asked.tx, parentPlanId)
  const frozen = await frozenRun(asked.tx, held.result.row.id)
  if (year === null || frozen === undefined) return nothing
  const lines = await lockReportsOf(asked.tx, year.planId)
  const line = lines.find(({ row }) => row.lead_unit_id === ownerUnitId && row.asked)
  if (line === undefined) return nothing
  const marks = new Map(linesLedBy(year.content, ownerUnitId).map((leaf) => [leaf.key, leaf.fullMark]))
  const { on } = await issuedOf(asked.tx, held.approval)
  const decided = await applyToReport(
    asked,
    line,
    {
      kind: 'submit',
      runDigest: held.result.row.run_digest,
      packageDigest: sent.row.package_digest,
      documentNumber: sent.row.document_number,
      documentDate: on ?? asked.context.today,
      scores: reportedLines(frozen.run.lines, (key) => marks.get(key)),
    },
    post,
    onFall,
  )
  if (!decided.ok) return decided
  return ok({ events: decided.value.events, changes: decided.value.changes, registered: true })
}

/** Everything that follows when the package of a paper is sent. */
export const completeApproval = async (
  asked: Asking,
  held: HeldApproval,
  sent: LoadedSubmission,
  post: HeldPost,
  onFall: readonly OnResultFall[],
): Promise<Result<Completed, Refusal>> => {
  const way: Way = { asked, held, sent, post }
  const registered = await registerWithOffice(way, onFall)
  if (!registered.ok) return registered
  const issued = await issueResult(way)
  if (!issued.ok) return issued
  const ended =
    held.approval.state === 'submit'
      ? await applyToApproval(asked, held, { kind: 'submit', packageDigest: sent.row.package_digest }, post)
      : ok({ events: [], changes: [] })
  if (!ended.ok) return ended
  await keepPapers(way)
  return ok({
    events: [...registered.value.events, ...ended.value.events],
    changes: [...registered.value.changes, ...issued.value, ...ended.value.changes],
    registered: registered.value.registered,
  })
}
