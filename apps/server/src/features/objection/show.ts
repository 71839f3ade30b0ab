import type { Refusal } from '@quanheng/contract/errors'
import type { showObjection } from '@quanheng/contract/objection'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { sideOf } from '@quanheng/domain/objection/decide'
import type { Objection, ScoreFound } from '@quanheng/domain/objection/model'
import { type ObjectionCommandKind, objectionWorkflow } from '@quanheng/domain/objection/transitions'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnObjection } from '@quanheng/domain/workbench/next-on-objection'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import type { ObjectionHooks } from './hooks.ts'
import { barredFrom, linesOf } from './list.ts'
import { proposalOf } from './proposal.ts'
import { publishedScores, termsOf } from './published.ts'
import { isOfOffice, seesWork, visibleObjection } from './scope.ts'
import type { KeptObjection } from './store.ts'

type Reply = ReplyOf<typeof showObjection>

const found = (one: ScoreFound) => ({ outcome: one.outcome, to: one.outcome === 'corrected' ? one.to : null })

const mayNow = (objection: Objection, actor: Actor, barred: readonly string[]): ObjectionCommandKind[] => {
  const { score, state, standing } = objection
  const may = new Set(
    actor.posts.flatMap((post) =>
      commandsFor(objectionWorkflow, state, post.kind).filter((one) => post.unitId === sideOf(score, one)),
    ),
  )
  return [...may].filter((one) => {
    if (one === 'rescore') return !barred.includes(actor.personId)
    if (one === 'confirm' || one === 'sendBack') return standing.decision?.recordedBy.personId !== actor.personId
    return true
  })
}

const nextShown = async (db: Reader, objection: Objection, barred: readonly string[], today: string) => {
  const act = nextOnObjection(objection, barred)
  if (!act?.unitId) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const able = held.filter((post) =>
    mayAct(act, {
      personId: post.personId,
      post: post.kind,
      unitId: post.unitId,
      ...(post.sectionId !== null && { sectionId: post.sectionId }),
    }),
  )
  const names = await namesOf(db, { units: [act.unitId] })
  return {
    command: act.verb as ObjectionCommandKind,
    people: [...new Set(able.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

/** After a correction: whether a version that carries it is locked, and whether the year's result is issued again since. */
const carriedOut = async (db: Reader, { row, model }: KeptObjection): Promise<Reply['carriedOut']> => {
  if (model.state !== 'corrected') return null
  const confirmed = model.steps.findLast(({ command }) => command === 'confirm' || command === 'decide')?.at ?? ''
  const { rows } = await sql<{ plan_id: string; state: string }>`
    SELECT plan_id, state FROM result WHERE plan_id IN (${row.plan_id}, ${row.year_plan_id}) AND state <> 'voided'
      AND frozen_at > ${confirmed}`.execute(db)
  if (rows.some(({ plan_id, state }) => plan_id === row.year_plan_id && state === 'issued')) return 'issued'
  return rows.some(({ plan_id }) => plan_id === row.plan_id) ? 'locked' : 'none'
}

/** What the scoring side finds and what was scored again is shown to the unit with the decision, not before. */
export const show = async (
  db: Reader,
  actor: Actor,
  objectionId: string,
  today: string,
  { agendaOf }: ObjectionHooks,
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleObjection(db, actor, objectionId)
  const [line] = one ? await linesOf(db, actor, [one], today) : []
  if (!one || !line) return refuse('platform.notFound')
  const { model, row } = one
  const { score, content, standing, steps } = model
  const { letter, receipt, answer, rescoring, decision } = standing
  const inside = seesWork(actor, one)
  const decided = decision !== undefined && (inside || decision.confirmedBy !== undefined)
  const published = await publishedScores(db, score.planId)
  const proposed = model.state === 'toDecide' && inside ? await proposalOf(db, model) : undefined
  const agenda = proposed && (await agendaOf(db, row.id, proposed.digest))
  const barred = await barredFrom(db, one)
  const people = [answer?.by, rescoring?.by, decision?.recordedBy, decision?.confirmedBy, ...steps.map(({ by }) => by)]
  const names = await namesOf(db, {
    units: steps.map(({ by }) => by.unitId),
    people: people.flatMap((by) => by?.personId ?? []),
  })
  const name = (personId: string | undefined) => names.get(personId ?? '') ?? ''
  const office = isOfOffice(actor, one)
  return ok({
    ...line,
    planId: score.planId,
    itemId: score.itemId,
    reason: content.reason,
    files: [...content.files],
    letter: letter ? { scanDigest: letter.scanDigest, receivedOn: letter.receivedOn } : null,
    answerBy: receipt?.answerBy ?? null,
    decideBy: receipt?.decideBy ?? null,
    answer:
      answer && (inside || decided)
        ? {
            facts: answer.facts,
            found: found(answer.found),
            reason: answer.reason,
            files: [...answer.files],
            by: name(answer.by.personId),
            on: answer.on,
          }
        : null,
    rescoring:
      rescoring && (inside || decided)
        ? {
            found: found(rescoring.found),
            reason: rescoring.reason,
            by: name(rescoring.by.personId),
            on: rescoring.on,
          }
        : null,
    decision:
      decision && decided
        ? {
            by: decision.by,
            found: found(decision.found),
            body: decision.body,
            decidedOn: decision.decidedOn,
            words: decision.words,
            number: decision.number ?? null,
            scanDigest: office ? (decision.scanDigest ?? null) : null,
            recordedBy: name(decision.recordedBy.personId),
            confirmedBy: decision.confirmedBy ? name(decision.confirmedBy.personId) : null,
          }
        : null,
    decider: published ? termsOf(published).decidedBy : 'group',
    agenda: agenda ? { meetingId: agenda.meetingId, title: agenda.title, withChanges: agenda.decision !== null } : null,
    carriedOut: await carriedOut(db, one),
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: name(by.personId),
      unitName: names.get(by.unitId) ?? '',
      at,
      words: inside || decided || !['answer', 'rescore', 'decide'].includes(command) ? words : '',
    })),
    next: await nextShown(db, model, barred, today),
    may: mayNow(model, actor, barred),
    mayImpact:
      standing.rescoring !== undefined &&
      postsFor(actor, 'objection.impact').some(({ unitId }) => unitId === row.office_unit_id),
    today,
  })
}

/** Evidence by the same rule as the page: the answer's files to the unit once it is decided, scans to the office. */
export const objectionFileOf = async (
  db: Reader,
  actor: Actor,
  objectionId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleObjection(db, actor, objectionId)
  if (!one) return refuse('platform.notFound')
  const { content, standing } = one.model
  const decided = standing.decision?.confirmedBy !== undefined
  const readable = isOfOffice(actor, one)
    ? one.row.file_digests
    : [
        ...content.files.map((file) => file.digest),
        ...(standing.letter ? [standing.letter.scanDigest] : []),
        ...(decided || seesWork(actor, one) ? (standing.answer?.files ?? []).map((file) => file.digest) : []),
      ]
  return readable.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
