import type { Refusal } from '@quanheng/contract/errors'
import type { showPaper } from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { sayDay } from '@quanheng/papers/paper/dates'
import { titleText } from '@quanheng/papers/paper/title'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { issuedPlan } from '../plan/index.ts'
import { carryingPosts, composePaper, frozenRun, paperOfResult } from '../result/index.ts'
import { withRecords } from './approval-store.ts'
import type { Named } from './files.ts'
import { issuedOf } from './issued.ts'
import { printedAs } from './issued-file.ts'
import { headingsNumbered, letterLines } from './letter-lines.ts'
import { proofOf } from './paper-proof.ts'
import { wordsAreOpen } from './paper-service.ts'
import { approvalsVisibleTo, seesApprovalsOf } from './scope.ts'

type Reply = ReplyOf<typeof showPaper>

/** Figures that prose may name, by the words of an official. */
const figuresFor = (run: RunContent): Reply['figures'] => {
  const named: readonly (readonly [string, string])[] = [
    ['count.leaves', '指标数'],
    ['count.units', '考核对象数'],
    ['count.items', '考核项目数'],
    ['count.full', '得满分的项目数'],
    ['count.deducted', '有扣分的项目数'],
    ['count.marks', '分值合计'],
    ...run.leaves.flatMap(({ name }, at): (readonly [string, string])[] => [
      [`leaves[${at}].units`, `${name}：考核对象数`],
      [`leaves[${at}].full`, `${name}：得满分的考核对象数`],
      [`leaves[${at}].deducted`, `${name}：有扣分的考核对象数`],
      [`leaves[${at}].mean`, `${name}：平均得分`],
    ]),
  ]
  return named.flatMap(([path, name]) => {
    const text = figureAt(run, path)
    return text === undefined ? [] : [{ path, name, text }]
  })
}

/** The paper over a locked version with the approval that counts for it: the one under way, else the latest. */
const loadPaper = async (db: Reader, actor: Actor, resultId: string) => {
  const frozen = await frozenRun(db, resultId)
  const paper = await paperOfResult(db, resultId)
  if (!frozen || !paper || !seesApprovalsOf(approvalsVisibleTo(actor), paper.owner_unit_id)) return undefined
  const rows = await db
    .selectFrom('approval')
    .selectAll()
    .where('result_id', '=', resultId)
    .where('state', '<>', 'fallen')
    .orderBy('started_at', 'desc')
    .limit(1)
    .execute()
  const [latest] = await withRecords(db, rows)
  const issued = await issuedOf(db, latest?.approval)
  return { frozen, paper, latest, issued, composed: composePaper(frozen.run, paper, issued) }
}

export const show = async (db: Reader, actor: Actor, resultId: string): Promise<Result<Reply, Refusal>> => {
  const found = await loadPaper(db, actor, resultId)
  const plan = found && (await issuedPlan(db, found.paper.plan_id))
  if (!found || !plan) return refuse('platform.notFound')
  const { frozen, paper, latest, composed } = found
  const { report, letter } = composed
  const words = structuredClone(paper.words) as Reply['words']
  const editor = carryingPosts(postsFor(actor, 'approval.start'), plan).length > 0
  return ok({
    id: paper.id,
    version: paper.version,
    planId: paper.plan_id,
    runDigest: frozen.row.run_digest,
    words,
    figures: figuresFor(frozen.run),
    report: {
      title: titleText(report.title),
      body: headingsNumbered(report.body),
      organ: frozen.run.plan.ownerName,
      date: sayDay(report.signature?.on),
    },
    letter: letterLines(letter, titleText(report.title)),
    paperDigest: composed.digest,
    code: checkCode(composed.digest),
    mayEdit: editor && frozen.result.state !== 'voided' && (await wordsAreOpen(db, resultId)),
    approvalId: latest?.row.id ?? null,
  })
}

/** The file that a print of this paper is checked with. */
export const paperProof = async (db: Reader, actor: Actor, paperId: string): Promise<Result<FileReply, Refusal>> => {
  const row = await db.selectFrom('paper').select('result_id').where('id', '=', paperId).executeTakeFirst()
  const found = row && (await loadPaper(db, actor, row.result_id))
  return found ? proofOf(db, found.paper.words.title, found.composed, found.latest) : refuse('platform.notFound')
}

/** One of the two papers as it stands. */
export const paperAsItStands = async (
  db: Reader,
  actor: Actor,
  paperId: string,
  kind: 'report' | 'letter',
): Promise<Result<Named, Refusal>> => {
  const row = await db.selectFrom('paper').select('result_id').where('id', '=', paperId).executeTakeFirst()
  const found = row && (await loadPaper(db, actor, row.result_id))
  return found ? ok(await printedAs(db, kind, found.composed, found.paper.words)) : refuse('platform.notFound')
}
