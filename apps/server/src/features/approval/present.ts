import type { showApproval } from '@quanheng/contract/approval'
import type { ReplyOf } from '@quanheng/contract/route'
import { documentNumberOf, partiesLeft, type StepRecord } from '@quanheng/domain/approval/model'
import type { Decision } from '@quanheng/domain/decision/model'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { exact } from '@quanheng/domain/kernel/exact'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { type Signature, strengthOf } from '@quanheng/domain/signature/model'
import type { NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnApproval } from '@quanheng/domain/workbench/next-on-approval'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { AgendaOf } from '../../platform/work/deliberated.ts'
import type { IssuedPlan } from '../plan/index.ts'
import { type authorsNamed, peopleFor, sectionNames } from '../result/index.ts'
import { mayStandAt } from './act-on-approval.ts'
import type { LoadedApproval } from './approval-store.ts'
import { maySubmit, waitingSignature } from './may.ts'
import type { LoadedSubmission } from './submission-store.ts'

type Reply = ReplyOf<typeof showApproval>
type Named = Awaited<ReturnType<typeof authorsNamed>>

export const authorsOf = ({ approval }: LoadedApproval): readonly Author[] => [
  approval.startedBy,
  ...approval.records.flatMap((record) => (record.kind === 'signature' ? authorsOfSignature(record.signature) : [])),
]

const authorsOfSignature = ({ signer, means, voiding }: Signature): readonly Author[] => [
  signer,
  ...(voiding ? [voiding.by] : []),
  ...(means.kind === 'paper' ? [means.registeredBy, ...(means.confirmedBy ? [means.confirmedBy] : [])] : []),
]

export const authorsOfDecisions = (decisions: readonly Decision[]): readonly Author[] =>
  decisions.flatMap(({ recordedBy, confirmation }) => [recordedBy, ...(confirmation ? [confirmation.by] : [])])

/** What a meeting adjusted, named as the locked version that lay before it names it. */
const presentAdjustments = ({ adjustments }: Decision, run: RunContent): Reply['decisions'][number]['adjustments'] =>
  adjustments.map((made) => {
    const leaf = run.leaves.find(({ itemIds }) => itemIds.includes(made.itemId))
    const unitId = leaf?.unitIds[leaf.itemIds.indexOf(made.itemId)]
    return { ...made, leafName: leaf?.name ?? '', unitName: run.units.find(({ id }) => id === unitId)?.name ?? '' }
  })

export const presentDecision = (decision: Decision, run: RunContent, named: Named): Reply['decisions'][number] => ({
  id: decision.id,
  body: decision.body,
  decidedOn: decision.decidedOn,
  text: decision.text,
  number: decision.number ?? null,
  outcome: decision.outcome,
  adjustments: presentAdjustments(decision, run),
  scanDigest: decision.scanDigest,
  recordedBy: named(decision.recordedBy),
  recordedAt: decision.recordedAt,
  confirmedBy: decision.confirmation ? named(decision.confirmation.by) : null,
})

const presentSignature = (signature: Signature, named: Named): Reply['records'][number]['signature'] => {
  const { means } = signature
  const paper = means.kind === 'paper' ? means : undefined
  return {
    id: signature.id,
    state: signature.state,
    means: strengthOf(means),
    signedOn: signature.signedOn,
    recordedAt: signature.recordedAt,
    opinion: signature.opinion ?? null,
    scanDigest: paper?.scanDigest ?? null,
    registeredBy: paper ? named(paper.registeredBy) : null,
    confirmedBy: paper?.confirmedBy ? named(paper.confirmedBy) : null,
    cause: signature.voiding?.cause ?? null,
  }
}

export const presentRecord = (
  record: StepRecord,
  decisions: readonly Decision[],
  run: RunContent,
  named: Named,
  sections: ReadonlyMap<string, string>,
): Reply['records'][number] => {
  const decision = record.kind === 'decision' ? decisions.find(({ id }) => id === record.decisionId) : undefined
  return {
    step: record.step,
    undone: record.undone ?? null,
    by: record.kind === 'signature' ? named(record.signature.signer) : decision ? named(decision.recordedBy) : null,
    sectionName: record.kind === 'signature' && record.party ? (sections.get(record.party.sectionId) ?? '') : null,
    signature: record.kind === 'signature' ? presentSignature(record.signature, named) : null,
    decision: decision ? presentDecision(decision, run, named) : null,
    number: record.kind === 'number' ? { documentNumber: record.documentNumber, from: record.from } : null,
    packageDigest: record.kind === 'submission' ? record.packageDigest : null,
  }
}

/** Whether one of my posts does what comes next; whoever registered a signature waits for somebody else. */
const isMine = (actor: Actor, loaded: LoadedApproval, plan: IssuedPlan): boolean => {
  const { approval } = loaded
  const waiting = waitingSignature(loaded)
  return nextOnApproval(approval).some(
    (act) =>
      !act.except?.includes(actor.personId) &&
      postsFor(actor, 'approval.read').some(
        (post) =>
          act.posts.includes(post.kind) &&
          post.unitId === plan.ownerUnitId &&
          (act.sectionId === undefined || act.sectionId === post.sectionId) &&
          (waiting !== undefined || act.verb !== 'agree' || mayStandAt(approval, plan, post)),
      ),
  )
}

/** The people of a next act: where it signs, those of the right section; else 归口汇总 and the posts that the plan names for the step. */
export const whoActs = async (
  db: Reader,
  { approval }: LoadedApproval,
  plan: IssuedPlan,
  act: NextAct,
  today: string,
) => {
  const held = await peopleFor(db, act, plan.ownerUnitId, today)
  if (act.verb === 'agree') {
    return held.filter(({ sectionId }) => mayStandAt(approval, plan, { unitId: plan.ownerUnitId, sectionId }))
  }
  const section = plan.content.coordinating?.sectionId
  const carrying = held.filter(
    ({ post, sectionId }) => post === 'clerk' || section === undefined || sectionId === section,
  )
  const named = approval.chain[approval.step]?.posts ?? []
  const chosen = carrying.filter(({ post }) => act.verb !== 'confirmPaper' && named.includes(post))
  return chosen.length > 0 ? chosen : carrying
}

/** One line of the list. `title` is that of the letter. */
export const presentHead = async (
  db: Reader,
  actor: Actor,
  loaded: LoadedApproval,
  plan: IssuedPlan,
  paper: { readonly title: string; readonly ownerName: string },
  named: Named,
  today: string,
) => {
  const { approval, row } = loaded
  const acts = nextOnApproval(approval)
  const sections = await sectionNames(
    db,
    acts.flatMap(({ sectionId }) => sectionId ?? []),
  )
  const next: Reply['next'] = []
  for (const act of acts) {
    next.push({
      command: act.verb as Reply['next'][number]['command'],
      sectionName: act.sectionId === undefined ? null : (sections.get(act.sectionId) ?? ''),
      people: await whoActs(db, loaded, plan, act, today),
    })
  }
  return {
    id: row.id,
    planId: plan.planId,
    planTitle: plan.title,
    year: plan.year,
    ...paper,
    state: row.state,
    stepName: approval.chain[approval.step]?.name ?? '',
    startedBy: named(approval.startedBy),
    startedAt: row.started_at.toISOString(),
    documentNumber: documentNumberOf(approval) ?? null,
    next,
    mine: isMine(actor, loaded, plan),
  }
}

export const presentParties = (
  { approval }: LoadedApproval,
  sections: ReadonlyMap<string, string>,
): Reply['countersigners'] => {
  const step = approval.chain.findIndex(({ kind }) => kind === 'countersign')
  const left = partiesLeft({ ...approval, step })
  return approval.countersigners.map((party) => ({
    sectionId: party.sectionId,
    sectionName: sections.get(party.sectionId) ?? '',
    agreed: !left.includes(party),
  }))
}

export const presentSubmission = (
  actor: Actor,
  loaded: LoadedSubmission,
  plan: IssuedPlan,
  run: RunContent,
  named: Named,
): NonNullable<Reply['submission']> => {
  const { submission, row } = loaded
  const leaf = new Map(run.leaves.map(({ key, name }) => [key, name]))
  const unit = new Map(run.units.map(({ id, name }) => [id, name]))
  const { receipt, sending, checkedBy } = submission
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    documentNumber: row.document_number,
    packageDigest: row.package_digest,
    files: submission.manifest.files.map((file) => ({ ...file })),
    rows: submission.rows.map(({ leafKey, unitId, points, ticked }) => ({
      leafKey,
      unitId,
      leafName: leaf.get(leafKey) ?? leafKey,
      unitName: unit.get(unitId) ?? '',
      points: printRounded(exact(points), run.rounding),
      ticked: ticked ? { by: named(ticked.by), at: ticked.at } : null,
    })),
    checkedBy: checkedBy ? named(checkedBy.by) : null,
    sending: sending ? { by: named(sending.by), sentOn: sending.sentOn, channel: sending.channel } : null,
    receipt: receipt
      ? {
          number: receipt.number ?? null,
          receivedOn: receipt.receivedOn,
          scanDigest: receipt.scanDigest ?? null,
          by: named(receipt.by),
        }
      : null,
    may: [...maySubmit(actor, loaded, plan)],
  }
}

export const authorsOfSubmission = (loaded: LoadedSubmission | undefined): readonly Author[] => {
  if (loaded === undefined) return []
  const { rows, checkedBy, sending, receipt } = loaded.submission
  return [
    ...rows.flatMap(({ ticked }) => (ticked ? [ticked.by] : [])),
    ...[checkedBy?.by, sending?.by, receipt?.by].filter((author) => author !== undefined),
  ]
}

export const presentAgenda = (agenda: Awaited<ReturnType<AgendaOf>>): Reply['agenda'] =>
  agenda
    ? { ...agenda, decision: agenda.decision && { ...agenda.decision, number: agenda.decision.number ?? null } }
    : null
