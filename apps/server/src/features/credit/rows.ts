import type { listCredits } from '@quanheng/contract/credit'
import type { ReplyOf } from '@quanheng/contract/route'
import { creditClasses, gatesOf } from '@quanheng/domain/plan/year-arithmetic'
import { mayAct, type NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnCredit } from '@quanheng/domain/workbench/next-on-credit'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings } from '../../platform/work/task.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { wantsPublicNotice } from './act-on-credit.ts'
import type { KeptCredit } from './store.ts'

export type CreditLine = ReplyOf<typeof listCredits>['rows'][number]

/** Plans in force of these entries, by id. */
export const plansOf = async (db: Reader, credits: readonly KeptCredit[]): Promise<ReadonlyMap<string, IssuedPlan>> => {
  const ids = [...new Set(credits.map(({ row }) => row.plan_id))]
  const plans = await Promise.all(ids.map((id) => issuedPlan(db, id)))
  return new Map(plans.flatMap((plan) => (plan === null ? [] : [[plan.planId, plan]])))
}

export const nextOf = ({ model: entry }: KeptCredit, plan: IssuedPlan, today: string): NextAct | undefined =>
  nextOnCredit(entry, {
    officeUnitId: plan.ownerUnitId,
    publicNotice: wantsPublicNotice(plan.content),
    today,
  })

/** Whether the next act on it is this person's. Publicity and decisions wait for their day. */
export const isMine = (credit: KeptCredit, plan: IssuedPlan, actor: Actor, today: string): boolean => {
  const act = nextOf(credit, plan, today)
  const waits = act?.verb === 'registerDecision' && (credit.model.standing.shown?.until ?? '') >= today
  return act !== undefined && !waits && holdings(actor).some((held) => mayAct(act, held))
}

/** Name of the entry's class of 加减分, or of its veto, as the plan in force has it. */
const classNameOf = ({ model: entry }: KeptCredit, { content }: IssuedPlan): string | null => {
  const { classKey, gateKey } = entry.claim
  const found =
    entry.kind === 'veto'
      ? gatesOf(content.settings).find(({ key }) => key === gateKey)
      : creditClasses(content.settings).find(({ key }) => key === classKey)
  return found?.name ?? null
}

const proofText = ({ title, number, issuer }: KeptCredit['model']['claim']['proof']): string =>
  `${issuer}《${title}》${number === '' ? '' : `（${number}）`}`

export const lineOf = (
  credit: KeptCredit,
  plan: IssuedPlan,
  names: ReadonlyMap<string, string>,
  actor: Actor,
  today: string,
): CreditLine => {
  const { row, model: entry } = credit
  const { claim, standing, state } = entry
  return {
    id: row.id,
    version: row.version,
    planId: plan.planId,
    planTitle: plan.title,
    year: plan.year,
    kind: entry.kind,
    state,
    unitName: names.get(entry.unitId) ?? '',
    matter: claim.matter,
    className: classNameOf(credit, plan),
    claimed: claim.points ?? null,
    recognised: standing.review?.points ?? null,
    proof: proofText(claim.proof),
    until: (state === 'stating' ? standing.stating?.until : state === 'shown' ? standing.shown?.until : null) ?? null,
    mine: isMine(credit, plan, actor, today),
  }
}
