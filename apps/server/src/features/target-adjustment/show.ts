import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showAdjustment } from '@quanheng/contract/target-adjustment'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor, postsGiving } from '@quanheng/domain/kernel/transition'
import { planWorkflow } from '@quanheng/domain/plan/workflow'
import { type Adjusted, isAgreed, type TouchedItem } from '@quanheng/domain/target-adjustment/model'
import { movedMarks } from '@quanheng/domain/target-adjustment/touched'
import { type AdjustmentCommandKind, adjustmentWorkflow } from '@quanheng/domain/target-adjustment/transitions'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { visibleDraft } from '../plan/index.ts'
import { namesOf } from '../scoring/index.ts'
import { decidedBy } from './around.ts'
import { lineOf, type Names, nextOf, type ReadAdjustment } from './lines.ts'
import { visibleAdjustment } from './read.ts'
import { touchedBy } from './touched.ts'

type Reply = ReplyOf<typeof showAdjustment>

const isPlaceFor = ({ kept: { model }, around }: ReadAdjustment, command: AdjustmentCommandKind, post: HeldPost) => {
  switch (command) {
    case 'edit':
    case 'send':
    case 'withdraw':
      return post.unitId === model.unitId
    case 'giveOpinion':
      return post.unitId === model.leadUnitId
    case 'revise':
      return (
        isAgreed(model) &&
        post.unitId === around.plan.ownerUnitId &&
        postsGiving(planWorkflow(around.plan.kind), 'revise').includes(post.kind)
      )
    case 'decide':
      return post.unitId === model.officeUnitId && decidedBy(around) === 'head'
    default:
      return post.unitId === model.officeUnitId
  }
}

const mayNow = (one: ReadAdjustment, actor: Actor): AdjustmentCommandKind[] => [
  ...new Set(
    actor.posts.flatMap((post) =>
      commandsFor(adjustmentWorkflow, one.kept.model.state, post.kind).filter((command) =>
        isPlaceFor(one, command, post),
      ),
    ),
  ),
]

const nextShown = async (db: Reader, one: ReadAdjustment, names: Names, today: string): Promise<Reply['next']> => {
  const act = nextOf(one)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter((post) => act.posts.includes(post.kind))
  return {
    command: act.verb as AdjustmentCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

/** While it is open what it would touch now; afterwards what lay before those who decided. */
const touchedNow = async (db: Reader, { kept: { model }, around }: ReadAdjustment): Promise<readonly TouchedItem[]> =>
  model.standing.touched ?? (await touchedBy(db, around.plan, model.unitId, model.content.adjusted))

const marksNow = ({ kept: { model }, around }: ReadAdjustment): Reply['marks'] => [
  ...(model.standing.marks ?? movedMarks(around.plan.content, model.unitId, model.content.adjusted)),
]

const requested = (adjusted: Adjusted): Reply['request']['adjusted'] => {
  if (adjusted.kind !== 'added') return adjusted
  const { marks, item } = adjusted
  return { kind: 'added', marks, item: { ...item, parentKey: item.parentKey ?? null } }
}

export const show = async (
  db: Reader,
  actor: Actor,
  adjustmentId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleAdjustment(db, actor, adjustmentId)
  if (!one) return refuse('platform.notFound')
  const { kept, around } = one
  const { content, standing, steps, officeUnitId } = kept.model
  const { opinion, decision, reply, revisions = [] } = standing
  const touched = await touchedNow(db, one)
  const authors = [...steps.map(({ by }) => by), ...[opinion?.by, decision?.by].filter((by) => by !== undefined)]
  const names = await namesOf(db, {
    units: [
      officeUnitId,
      around.plan.ownerUnitId,
      ...authors.map((by) => by.unitId),
      ...touched.map(({ unitId }) => unitId),
      kept.model.unitId,
      kept.model.leadUnitId,
    ],
    people: [...authors.map((by) => by.personId), ...touched.flatMap(({ signers }) => signers)],
  })
  const said = (id: string) => names.get(id) ?? ''
  const may = mayNow(one, actor)
  const draft = may.includes('revise') ? await visibleDraft(db, actor, kept.model.planId) : undefined
  const { reason, basisDocument, files, adjusted } = content
  return ok({
    ...lineOf(one, actor),
    request: { adjusted: requested(adjusted), reason, basisDocument, files: [...files] },
    newLeadName: adjusted.kind === 'owner' ? (one.names.get(adjusted.leadUnitId) ?? '') : null,
    officeName: said(officeUnitId),
    decidedBy: decidedBy(around),
    opinionDue: standing.opinionDue ?? null,
    opinion: opinion
      ? { agreed: opinion.agreed, words: opinion.words, by: said(opinion.by.personId), at: opinion.at }
      : null,
    proposal: standing.proposal ?? null,
    touched: touched.map(({ leafKey, leafName, unitId, aspects, reported, signers }) => ({
      leafKey,
      leafName,
      unitName: said(unitId),
      aspects: [...aspects],
      reported,
      signers: signers.map(said),
    })),
    marks: marksNow(one),
    decision: decision
      ? {
          agreed: decision.agreed,
          words: decision.words,
          on: decision.on,
          by: said(decision.by.personId),
          meeting: decision.meeting ?? null,
          scanDigest: decision.scanDigest ?? null,
        }
      : null,
    reply: reply ? { documentNumber: reply.documentNumber, on: reply.on, effectiveOn: reply.effectiveOn } : null,
    revisions: [...revisions],
    planVersion: draft?.version ?? null,
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: said(by.personId),
      unitName: said(by.unitId),
      at,
      words,
    })),
    next: await nextShown(db, one, names, today),
    may,
    today,
  })
}
