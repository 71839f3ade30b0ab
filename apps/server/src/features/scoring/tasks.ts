import { nextSheetAct } from '@quanheng/domain/sheet/next-act'
import type { SheetCommandKind } from '@quanheng/domain/sheet/transitions'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { issuedPlan, issuedVersion } from '../plan/index.ts'
import { signingOrder } from './act-on-sheet.ts'
import { dueOf } from './due.ts'
import { scoringPosts, sheetIsVisible, sheetsVisibleTo } from './scope.ts'
import { withSignatures } from './sheet-store.ts'

/** Something that waits for this person on the scoring side. */
export interface ScoringTask {
  readonly sheetId: string
  readonly planId: string
  readonly planTitle: string
  readonly leafName: string
  readonly command: SheetCommandKind | 'confirmPaper'
  /** `YYYY-MM-DD`; null where the plan has no such step. */
  readonly due: string | null
  /** Why it came back, where it did. */
  readonly reason: string | null
}

const waiting = ['toScore', 'scored', 'awaitingHead', 'returned', 'signed'] as const

/** 待办 of scoring: sheets to score, to sign, to decide on verification, and paper registrations to confirm. */
export const scoringTasksOf = async (db: Reader, actor: Actor, today: string): Promise<readonly ScoringTask[]> => {
  const rows = await db
    .selectFrom('sheet')
    .selectAll()
    .where(sheetIsVisible(sheetsVisibleTo(actor)))
    .where('state', 'in', [...waiting])
    .orderBy('plan_id')
    .orderBy('key')
    .execute()
  const own = rows.filter((row) => scoringPosts(actor.posts, row).length > 0 && row.unit_ids.length > 0)
  const tasks: ScoringTask[] = []
  for (const { row, sheet } of await withSignatures(db, own)) {
    const plan = await issuedPlan(db, row.plan_id)
    const ownPlan = plan?.number === row.plan_number ? plan : await issuedVersion(db, row.plan_id, row.plan_number)
    if (!plan || !ownPlan) continue
    const kinds = scoringPosts(actor.posts, row).map((post) => post.kind)
    const next = nextSheetAct(sheet, await signingOrder(db, row, ownPlan, today))
    const base = { sheetId: row.id, planId: row.plan_id, planTitle: plan.title, leafName: row.leaf_name }
    const due = dueOf(plan.content, row.state === 'signed' ? 'verification' : 'preliminaryScore')
    const reason = row.return_reason ?? row.fall_cause
    if (next && kinds.some((kind) => next.posts.includes(kind))) {
      tasks.push({ ...base, command: next.command, due, reason })
    }
    const registered = sheet.signatures.some(
      ({ state, means }) =>
        state === 'registered' && means.kind === 'paper' && means.registeredBy.personId !== actor.personId,
    )
    const second = scoringPosts(postsFor(actor, 'sheet.confirmPaper'), row).length > 0
    if (registered && second) tasks.push({ ...base, command: 'confirmPaper', due, reason: null })
  }
  return tasks
}
