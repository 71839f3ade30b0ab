import { isBinding } from '@quanheng/domain/decision/model'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnApproval } from '@quanheng/domain/workbench/next-on-approval'
import { nextOnSubmission } from '@quanheng/domain/workbench/next-on-submission'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import { holdings, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { authorsNamed, carryingPosts, decisionsOn, paperOfResult } from '../result/index.ts'
import { mayStandAt } from './act-on-approval.ts'
import { type LoadedApproval, withRecords } from './approval-store.ts'
import { approvalIsVisible, approvalsVisibleTo } from './scope.ts'
import { type LoadedSubmission, submissionOfApproval } from './submission-store.ts'

/** Day by which the plan wants the present step done; steps without one of their own end with the submission. */
const dueOf = ({ content }: IssuedPlan, state: string): string | undefined => {
  const own = content.steps.find(({ kind }) => kind === state)?.due
  const last = content.steps.find(({ kind }) => kind === 'submission')?.due
  return own || last || undefined
}

interface Place {
  readonly loaded: LoadedApproval
  readonly plan: IssuedPlan
  readonly base: Omit<Task, 'noun' | 'id' | 'verb'>
}

const approvalTask = async (db: Reader, actor: Actor, { loaded, plan, base }: Place): Promise<readonly Task[]> => {
  const { approval, row } = loaded
  const held = holdings(actor)
  const verbs = new Set<string>()
  for (const act of nextOnApproval(approval)) {
    const able = held.filter((post) => mayAct(act, post) && post.unitId === plan.ownerUnitId)
    const placed = act.verb === 'agree' ? able.filter((post) => mayStandAt(approval, plan, post)) : able
    if (placed.length > 0) verbs.add(act.verb)
  }
  const carrying = carryingPosts(postsFor(actor, 'decision.record'), plan).length > 0
  if (approval.state === 'meeting') {
    const pending = (await decisionsOn(db, [approval.subject.id])).find((one) => !isBinding(one))
    verbs.clear()
    if (carrying && pending?.recordedBy.personId !== actor.personId) verbs.add('recordDecision')
  }
  if (['number', 'submit', 'returned'].includes(approval.state) && !carrying) verbs.clear()
  if (approval.state === 'submit') verbs.delete('submit')
  return [...verbs].map((verb) => ({ ...base, noun: 'approval', id: `${row.id}/${verb}`, verb }))
}

/** Before the package exists, making it is what waits. */
const packageTask = (
  actor: Actor,
  { loaded, plan, base }: Place,
  submission: LoadedSubmission | undefined,
): readonly Task[] => {
  const carrying = carryingPosts(postsFor(actor, 'submission.prepare'), plan)
  if (submission === undefined) {
    const waits = loaded.approval.state === 'submit' && carrying.length > 0
    return waits ? [{ ...base, noun: 'approval', id: `${loaded.row.id}/submit`, verb: 'submit' }] : []
  }
  const act = nextOnSubmission(submission.submission, plan.ownerUnitId)
  if (act === undefined || act.except?.includes(actor.personId)) return []
  const able = carrying.some((post) => act.posts.includes(post.kind))
  return able ? [{ ...base, noun: 'submission', id: submission.row.id, verb: act.verb }] : []
}

/** 待办 of approval and submission: to sign, countersign, record, number, make, tick, check, send, and note the receipt. */
export const approvalTasksOf: TaskProvider = async (db, actor) => {
  const rows = await db
    .selectFrom('approval')
    .selectAll()
    .where(approvalIsVisible(approvalsVisibleTo(actor), 'approval'))
    .where('state', '<>', 'fallen')
    .where((where) =>
      where.or([
        where('state', '<>', 'completed'),
        where.exists(
          where
            .selectFrom('submission')
            .select('submission.id')
            .whereRef('submission.approval_id', '=', 'approval.id')
            .where('submission.overtaken', '=', false)
            .where('submission.state', '<>', 'received'),
        ),
      ]),
    )
    .orderBy('started_at')
    .execute()
  const loaded = await withRecords(db, rows)
  const named = await authorsNamed(
    db,
    loaded.map(({ approval }) => approval.startedBy),
  )
  const tasks: Task[] = []
  for (const one of loaded) {
    const plan = await issuedPlan(db, one.row.plan_id)
    const paper = await paperOfResult(db, one.row.result_id)
    if (plan === null || paper === undefined) continue
    const place: Place = {
      loaded: one,
      plan,
      base: {
        object: paper.words.letter.title,
        within: plan.title,
        from: named(one.approval.startedBy).name,
        due: dueOf(plan, one.approval.state),
        link: `/approvals/${one.row.id}`,
      },
    }
    const submission = await submissionOfApproval(db, one.row.id)
    tasks.push(...(await approvalTask(db, actor, place)), ...packageTask(actor, place, submission))
  }
  return tasks
}
