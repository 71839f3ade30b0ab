import type * as contract from '@quanheng/contract/credit-register'
import type { Refusal } from '@quanheng/contract/errors'
import { decideRegister, type RegisterCommand } from '@quanheng/domain/credit/register'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { lockIssuedPlan } from '../plan/index.ts'
import { creditContext, type OnCreditsMoved } from './act-on-credit.ts'
import { lockRegister, saveRegister } from './register-store.ts'
import { creditsOfPlan } from './store.ts'

interface Asked extends Asking {
  readonly params: { readonly planId: string }
  readonly body: { readonly version: number }
}

/** Decides one command on a plan's register; closing and opening change what totals may say. */
const act = async (
  asked: Asked,
  command: RegisterCommand,
  onMoved: readonly OnCreditsMoved[] = [],
): Promise<Result<Outcome<{ version: number }>, Refusal>> => {
  const { tx, params, posts, context } = asked
  // Entries begin and move under a shared hold on the plan: none slips in beside a closing.
  if (command.kind === 'close')
    await tx.selectFrom('plan').select('id').where('id', '=', params.planId).forUpdate().execute()
  const plan = await lockIssuedPlan(tx, params.planId)
  if (plan === null || plan.kind !== 'appraisalPlan') return refuse('platform.notFound')
  const before = await lockRegister(tx, plan.planId, context)
  const own = command.kind === 'reportZero' ? before.register.asked.map(({ unitId }) => unitId) : [plan.ownerUnitId]
  const post = posts.find(({ unitId }) => own.includes(unitId))
  if (post === undefined) return refuse(command.kind === 'reportZero' ? 'credit.notAsked' : 'platform.notFound')
  // A register that nobody touched shows version 0; its row is made by this command.
  const seen = asked.body.version === 0 && before.row?.version === 1 ? 1 : asked.body.version
  const current = await sameVersion(tx, { id: before.row?.id ?? '', version: before.row?.version ?? 0 }, seen)
  if (!current.ok) return current
  const entries = (await creditsOfPlan(tx, plan.planId)).map(({ model: entry }) => entry)
  const decided = decideRegister(before.register, command, {
    ...(await creditContext(asked, plan, post)),
    entries,
  })
  if (!decided.ok) return decided
  const { change, version } = await saveRegister(tx, before, decided.value)
  const changes = [change]
  if (before.register.state !== decided.value.state) {
    const by = { personId: asked.actor.personId, post }
    for (const hook of onMoved) changes.push(...(await hook(tx, plan.planId, context, by)))
  }
  return ok({
    post,
    events: [{ type: 'creditRegisterMoved', planId: plan.planId, command }],
    changes,
    reply: { version },
  })
}

export const ask: CommandHandler<typeof contract.askForCredits> = async (asked) => {
  const ids = asked.body.asked.map(({ unitId }) => unitId)
  const known = ids.length === 0 ? [] : await asked.tx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  if (known.length < new Set(ids).size) return refuse('platform.notFound', { at: 'body.asked' })
  return act(asked, { kind: 'ask', asked: asked.body.asked })
}

export const reportZero: CommandHandler<typeof contract.reportZero> = (asked) => act(asked, { kind: 'reportZero' })

export const registerServices = (onMoved: readonly OnCreditsMoved[]) => {
  const close: CommandHandler<typeof contract.closeCreditRegister> = (asked) => act(asked, { kind: 'close' }, onMoved)
  const reopen: CommandHandler<typeof contract.reopenCreditRegister> = (asked) =>
    act(asked, { kind: 'reopen', reason: normaliseText(asked.body.reason).trim() }, onMoved)
  return { close, reopen }
}
