import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showSuperiorPlan } from '@quanheng/contract/superior-plan'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { breakdownFaults } from '@quanheng/domain/superior-plan/breakdown'
import type { SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { type SuperiorPlanCommandKind, superiorPlanWorkflow } from '@quanheng/domain/superior-plan/transitions'
import { nextOnSuperiorPlan } from '@quanheng/domain/workbench/next-on-superior-plan'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { breakdownLines, planLine } from './lines.ts'
import { contentFor, readsWhole, superiorPlanIsVisible } from './scope.ts'
import { superiorPlanKeeper } from './store.ts'

type Reply = ReplyOf<typeof showSuperiorPlan>

const mayNow = (plan: SuperiorPlan, actor: Actor): SuperiorPlanCommandKind[] => {
  const posts = actor.posts.filter(({ unitId }) => unitId === plan.unitId)
  const may = new Set(posts.flatMap(({ kind }) => commandsFor(superiorPlanWorkflow, plan.state, kind)))
  if (plan.content.indicators.length === 0) may.delete('divide')
  if (breakdownFaults(plan.content).length > 0 || plan.content.indicators.length === 0) may.delete('issue')
  return [...may]
}

const nextShown = async (db: Reader, plan: SuperiorPlan, unitName: string, today: string): Promise<Reply['next']> => {
  const act = nextOnSuperiorPlan(plan)
  if (!act) return null
  const held = await heldPosts(db, { unitId: plan.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind)).map(({ personName }) => personName)
  return { command: act.verb as SuperiorPlanCommandKind, people: [...new Set(people)], unitName }
}

export const show = async (db: Reader, actor: Actor, id: string, today: string): Promise<Result<Reply, Refusal>> => {
  const one = await superiorPlanKeeper.find(db, id, superiorPlanIsVisible(actor))
  if (!one) return refuse('platform.notFound')
  const { model: plan } = one
  const { standing, steps, unitId } = plan
  const whole = readsWhole(actor, plan)
  const content = contentFor(actor, plan)
  const names = await namesOf(db, {
    units: [unitId, ...steps.map(({ by }) => by.unitId)],
    people: [...steps, ...standing.versions].map(({ by }) => by.personId),
  })
  const said = (of: string) => names.get(of) ?? ''
  return ok({
    ...planLine(one, actor),
    files: [...content.document.files],
    calendar: standing.calendar ?? null,
    unitName: said(unitId),
    lines: [...(await breakdownLines(db, content))],
    faults: whole && (plan.state === 'draft' || plan.state === 'revising') ? [...breakdownFaults(content)] : [],
    versions: standing.versions.map(({ number, on, by, reason, document }) => ({
      number,
      on,
      by: said(by.personId),
      reason,
      title: document.title,
    })),
    steps: steps
      .filter(({ command }) => whole || command === 'issue' || command === 'revise')
      .map(({ command, by, at, words }) => ({
        command: command as Reply['steps'][number]['command'],
        by: said(by.personId),
        unitName: said(by.unitId),
        at,
        words,
      })),
    may: mayNow(plan, actor),
    next: await nextShown(db, plan, said(unitId), today),
    today,
  })
}
