import type { creditYears } from '@quanheng/contract/credit-register'
import type { ReplyOf } from '@quanheng/contract/route'
import { isSettled } from '@quanheng/domain/credit/model'
import { silentBodies } from '@quanheng/domain/credit/register'
import { addWorkingDays, type WorkCalendar } from '@quanheng/domain/kernel/working-days'
import { unregistered } from '@quanheng/domain/scoring/unregistered'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor, unitIdsOf } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { foreseenBy } from './act-on-credit.ts'
import { type LoadedRegister, registerOfPlan } from './register-store.ts'
import { creditsOfPlan, type KeptCredit } from './store.ts'

type Year = ReplyOf<typeof creditYears>['rows'][number]

/** Year plans in force that foresee something of the kind, the latest first. Their rules are public inside the installation. */
const yearPlans = async (db: Reader): Promise<readonly IssuedPlan[]> => {
  const rows = await db
    .selectFrom('plan')
    .select('id')
    .where('kind', '=', 'appraisalPlan')
    .where('issued_number', 'is not', null)
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute()
  const plans = await Promise.all(rows.map(({ id }) => issuedPlan(db, id)))
  return plans.flatMap((plan) => (plan !== null && unregistered(plan.content.settings).length > 0 ? [plan] : []))
}

export const years = async (db: Reader, actor: Actor, today: string): Promise<ReplyOf<typeof creditYears>> => {
  const calendar = await workCalendar(db)
  const rows: Year[] = []
  for (const plan of await yearPlans(db)) {
    const register = await registerOfPlan(db, plan.planId)
    rows.push(
      await yearOf(db, actor, { plan, register, credits: await creditsOfPlan(db, plan.planId) }, calendar, today),
    )
  }
  return { today, rows }
}

interface Standing {
  readonly plan: IssuedPlan
  readonly register: LoadedRegister
  readonly credits: readonly KeptCredit[]
}

const yearOf = async (
  db: Reader,
  actor: Actor,
  { plan, register, credits }: Standing,
  calendar: WorkCalendar,
  today: string,
): Promise<Year> => {
  const foreseen = foreseenBy(plan.content)
  const { asked } = register.register
  const names = await namesOf(db, {
    units: [...foreseen.appraised, plan.ownerUnitId, ...asked.map(({ unitId }) => unitId)],
    people: register.register.zeroReports.map(({ by }) => by.personId),
  })
  const ref = (unitId: string) => ({ unitId, unitName: names.get(unitId) ?? '' })
  const notice = plan.content.settings.publicNotice?.value
  const days = notice === undefined || notice === 'none' ? null : notice.workingDays
  const until = days === null ? null : addWorkingDays(calendar, today, days)
  const claiming = unitIdsOf(postsFor(actor, 'credit.claim'))
  return {
    planId: plan.planId,
    planTitle: plan.title,
    year: plan.year,
    officeUnitId: plan.ownerUnitId,
    officeName: names.get(plan.ownerUnitId) ?? '',
    foreseesCredits: foreseen.credits,
    classes: foreseen.classes.map(({ key, name, effect, cap }) => ({ key, name, effect, cap })),
    gates: foreseen.gates.map(({ key, name, factSource }) => ({ key, name, factSource })),
    publicNoticeDays: days,
    publicNoticeUntil: until?.ok ? until.value : null,
    appraised: foreseen.appraised.map(ref),
    claimsFor: foreseen.appraised.filter((unitId) => claiming.includes(unitId)).map(ref),
    mayPropose: postsFor(actor, 'credit.propose').length > 0,
    register: registerShown(register, credits, names, ref),
    may: mayNow(actor, plan, register, credits),
  }
}

const registerShown = (
  { row, register }: LoadedRegister,
  credits: readonly KeptCredit[],
  names: ReadonlyMap<string, string>,
  ref: (unitId: string) => { unitId: string; unitName: string },
): Year['register'] => {
  const entries = credits.map(({ model: entry }) => entry)
  const silent = silentBodies(register, entries)
  return {
    state: register.state,
    version: row?.version ?? 0,
    asked: register.asked.map((one) => {
      const zero = register.zeroReports.find(({ unitId }) => unitId === one.unitId)
      const answer = silent.includes(one) ? 'silent' : zero ? 'zero' : 'proposed'
      return { ...ref(one.unitId), due: one.due, answer, by: zero ? (names.get(zero.by.personId) ?? '') : null }
    }),
    open: entries.filter((entry) => !isSettled(entry)).length,
    decided: entries.filter(({ state }) => state === 'decided').length,
    reopened: register.reopened ?? null,
  }
}

const mayNow = (
  actor: Actor,
  plan: IssuedPlan,
  { register }: LoadedRegister,
  credits: readonly KeptCredit[],
): Year['may'] => {
  const office = postsFor(actor, 'creditRegister.close').some(({ unitId }) => unitId === plan.ownerUnitId)
  const bodies = unitIdsOf(postsFor(actor, 'creditRegister.reportZero'))
  const owing = silentBodies(
    register,
    credits.map(({ model: entry }) => entry),
  ).some(({ unitId }) => bodies.includes(unitId))
  const open = register.state === 'open'
  return [
    ...(office && open ? (['ask', 'close'] as const) : []),
    ...(office && !open ? (['reopen'] as const) : []),
    ...(owing && open ? (['reportZero'] as const) : []),
  ]
}
