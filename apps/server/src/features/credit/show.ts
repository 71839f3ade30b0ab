import type { showCredit } from '@quanheng/contract/credit'
import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { CreditDecision, CreditEntry } from '@quanheng/domain/credit/model'
import { type CreditCommandKind, creditWorkflow } from '@quanheng/domain/credit/transitions'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { foreseenBy, wantsPublicNotice } from './act-on-credit.ts'
import { lineOf, nextOf, plansOf } from './rows.ts'
import { type CreditScope, creditIsVisible, creditsVisibleTo } from './scope.ts'
import { creditKeeper, creditsOfPlan, type KeptCredit } from './store.ts'

type Reply = ReplyOf<typeof showCredit>
type Names = ReadonlyMap<string, string>

export const visibleCredit = (db: Reader, actor: Actor, id: string): Promise<KeptCredit | undefined> =>
  creditKeeper.find(db, id, creditIsVisible(creditsVisibleTo(actor)))

/** Whoever reads it only because it is shown publicly sees what is shown: no scans, no statement, no opinions on the way. */
export const isParty = ({ all, own, competent }: CreditScope, { row }: KeptCredit): boolean =>
  all ||
  own.includes(row.unit_id) ||
  competent.includes(row.review_unit_id) ||
  [...own, ...competent].includes(row.proposer_unit_id)

const decisionShown = ({ body, on, number, text, scanDigest }: CreditDecision) => ({
  body,
  on,
  number,
  text,
  scanDigest,
})

/** Units whose post may take each step. */
const whose = (command: CreditCommandKind, entry: CreditEntry, plan: IssuedPlan): readonly string[] => {
  switch (command) {
    case 'resubmit':
    case 'giveStatement':
      return [entry.unitId]
    case 'withdraw':
      return [entry.steps[0].by.unitId]
    case 'firstReview':
      return [entry.reviewUnitId]
    case 'object':
      return foreseenBy(plan.content).appraised
    default:
      return [plan.ownerUnitId]
  }
}

/** What this person's posts may do now; what the rules would refuse at once is left out. */
const mayNow = ({ model: entry }: KeptCredit, plan: IssuedPlan, actor: Actor, today: string): CreditCommandKind[] => {
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(creditWorkflow, entry.state, post.kind).filter((command) =>
        whose(command, entry, plan).includes(post.unitId),
      ),
    ),
  )
  const { standing, steps } = entry
  const barred = (command: CreditCommandKind): boolean => {
    switch (command) {
      case 'review':
        return (
          (entry.state === 'stating' && (standing.stating?.until ?? '') >= today) ||
          [standing.firstReview?.by.personId, steps[0].by.personId].includes(actor.personId)
        )
      case 'accept':
        return steps[0].by.personId === actor.personId
      case 'confirmDecision':
      case 'declineDecision':
        return standing.pending?.by.personId === actor.personId
      case 'registerDecision':
        return standing.shown ? standing.shown.until >= today : wantsPublicNotice(plan.content)
      case 'object':
        return (standing.shown?.from ?? '') > today || (standing.shown?.until ?? '') < today
      case 'answerObjection':
        return standing.objections.every(({ answer }) => answer)
      default:
        return false
    }
  }
  return [...may].filter((command) => !barred(command))
}

const authorsOf = ({ model: { steps, standing } }: KeptCredit) => [
  ...steps.map(({ by }) => by),
  ...standing.objections.flatMap(({ by, answer }) => (answer ? [by, answer.by] : [by])),
  ...[standing.statement, standing.pending].flatMap((one) => (one ? [one.by] : [])),
]

const nextShown = async (
  db: Reader,
  credit: KeptCredit,
  plan: IssuedPlan,
  names: Names,
  today: string,
): Promise<Reply['next']> => {
  const act = nextOf(credit, plan, today)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind) && !act.except?.includes(post.personId))
  return {
    command: act.verb as CreditCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: held[0]?.unitName ?? names.get(act.unitId) ?? '',
  }
}

export const show = async (
  db: Reader,
  actor: Actor,
  creditId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const credit = await visibleCredit(db, actor, creditId)
  const plan = credit && (await plansOf(db, [credit])).get(credit.row.plan_id)
  if (!credit || !plan) return refuse('platform.notFound')
  const { model: entry } = credit
  const party = isParty(creditsVisibleTo(actor), credit)
  const authors = authorsOf(credit)
  const names = await namesOf(db, {
    units: [
      entry.unitId,
      entry.reviewUnitId,
      plan.ownerUnitId,
      ...authors.map(({ unitId }) => unitId),
      ...entry.standing.objections.map(({ unitId }) => unitId),
    ],
    people: authors.map(({ personId }) => personId),
  })
  const others = party ? (await creditsOfPlan(db, plan.planId)).filter((one) => fitsMatter(one, credit)) : []
  return ok({
    ...lineOf(credit, plan, names, actor, today),
    ...shownOf(entry, names, party),
    ...matterOf(entry, others),
    next: await nextShown(db, credit, plan, names, today),
    may: mayNow(credit, plan, actor, today),
  })
}

const fitsMatter = (one: KeptCredit, { model: entry }: KeptCredit): boolean =>
  one.model.id !== entry.id && one.model.unitId === entry.unitId && one.model.kind === entry.kind

const matterOf = (entry: CreditEntry, others: readonly KeptCredit[]): Pick<Reply, 'sameMatter' | 'siblings'> => {
  const head = others.find((one) => one.model.id === entry.standing.review?.matterOf)
  return {
    sameMatter: head ? { creditId: head.model.id, matter: head.model.claim.matter } : null,
    siblings: others
      .filter(
        ({ model: one }) =>
          one.standing.review?.matterOf === undefined && one.state !== 'withdrawn' && one.state !== 'refused',
      )
      .map(({ model: one }) => ({ creditId: one.id, matter: one.claim.matter, state: one.state })),
  }
}

const shownOf = (
  { claim, standing, steps, unitId, reviewUnitId }: CreditEntry,
  names: Names,
  party: boolean,
): Omit<Reply, keyof ReturnType<typeof lineOf> | 'sameMatter' | 'siblings' | 'next' | 'may'> => {
  const name = (id: string): string => names.get(id) ?? ''
  const { statement, pending, decision, lifting, shown } = standing
  return {
    unitId,
    reviewUnitId,
    reviewUnitName: name(reviewUnitId),
    level: claim.level,
    honoured: claim.honoured,
    classKey: claim.classKey ?? null,
    gateKey: claim.gateKey ?? null,
    document: claim.proof,
    files: party ? [...claim.files] : [],
    firstReviewed: party ? (standing.firstReview?.points ?? null) : null,
    stating: party ? (standing.stating?.until ?? null) : null,
    statement:
      party && statement
        ? { words: statement.words, files: [...statement.files], by: name(statement.by.personId) }
        : null,
    shown: shown ?? null,
    objections: standing.objections
      .filter(() => party)
      .map(({ answer, ...one }) => ({
        id: one.id,
        unitName: name(one.unitId),
        words: one.words,
        by: name(one.by.personId),
        at: one.at,
        answer: answer
          ? { upheld: answer.upheld, reason: answer.reason, by: name(answer.by.personId), at: answer.at }
          : null,
      })),
    pending:
      party && pending ? { ...decisionShown(pending), effect: pending.effect, by: name(pending.by.personId) } : null,
    decision: decision ? decisionShown(decision) : null,
    lifting: lifting ? decisionShown(lifting) : null,
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: party ? name(by.personId) : '',
      unitName: name(by.unitId),
      at,
      words: party ? words : '',
    })),
  }
}
