import type { Refusal } from '@quanheng/contract/errors'
import type { ReplyOf } from '@quanheng/contract/route'
import type { showRoutineRecord } from '@quanheng/contract/routine-record'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { type RoutineRecord, recorderOf, returnReasonOf } from '@quanheng/domain/routine-record/model'
import { type RoutineRecordCommandKind, routineRecordWorkflow } from '@quanheng/domain/routine-record/transitions'
import { nextOnRoutineRecord } from '@quanheng/domain/workbench/next-on-routine-record'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { recordLines } from './lines.ts'
import { visibleRecord } from './read.ts'

type Reply = ReplyOf<typeof showRoutineRecord>

/** What the domain would not refuse this person today, as far as post, body and person decide. */
const mayNow = (record: RoutineRecord, actor: Actor, today: string): RoutineRecordCommandKind[] => {
  const { unitId, leadUnitId, leadSectionId, state, standing } = record
  const isOwn = actor.posts.some((post) => post.unitId === unitId)
  const may = actor.posts.flatMap(({ kind, unitId: at, sectionId }) =>
    commandsFor(routineRecordWorkflow, state, kind).filter((command) => {
      if (command === 'state') return at === unitId && today <= (standing.told?.viewUntil ?? '')
      if (isOwn || at !== leadUnitId) return false
      if (command === 'confirm' && recorderOf(record) === actor.personId) return false
      return leadSectionId === undefined || sectionId === null || sectionId === leadSectionId
    }),
  )
  return [...new Set(may)]
}

const nextShown = async (
  db: Reader,
  record: RoutineRecord,
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<Reply['next']> => {
  const act = nextOnRoutineRecord(record, today)
  if (act?.unitId === undefined) return null
  const people = (await heldPosts(db, { unitId: act.unitId, on: today })).filter(
    ({ kind, personId, sectionId }) =>
      act.posts.includes(kind) &&
      !act.except?.includes(personId) &&
      (act.sectionId === undefined || sectionId === null || sectionId === act.sectionId),
  )
  return {
    command: act.verb as RoutineRecordCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

export const shown = async (db: Reader, actor: Actor, id: string, today: string): Promise<Result<Reply, Refusal>> => {
  const one = await visibleRecord(db, actor, id)
  const [line] = one ? await recordLines(db, [one], actor, today) : []
  if (!one || !line) return refuse('platform.notFound')
  const { model: record } = one
  const { content, standing, steps } = record
  const { told, view, answer } = standing
  const names = await namesOf(db, {
    units: [record.unitId, record.leadUnitId, ...steps.map(({ by }) => by.unitId)],
    people: steps.map(({ by }) => by.personId),
  })
  const nameOf = (personId: string): string => names.get(personId) ?? ''
  // What the section did before it told the unit is its own.
  const within = actor.posts.some(({ unitId }) => unitId === record.leadUnitId || unitId === record.officeUnitId)
  const from = within
    ? 0
    : Math.max(
        0,
        steps.findLastIndex(({ command }) => command === 'confirm'),
      )
  return ok({
    ...line,
    proposalBasis: content.proposalBasis,
    files: [...content.files],
    returnReason: returnReasonOf(record) ?? null,
    told: told ? { on: told.on, viewUntil: told.viewUntil, by: nameOf(told.by.personId) } : null,
    view: view
      ? { stance: view.stance, words: view.words, files: [...view.files], on: view.on, by: nameOf(view.by.personId) }
      : null,
    answer: answer ? { words: answer.words, on: answer.on, by: nameOf(answer.by.personId) } : null,
    steps: steps.slice(from).map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: nameOf(by.personId),
      unitName: names.get(by.unitId) ?? '',
      at,
      words,
    })),
    next: await nextShown(db, record, names, today),
    may: mayNow(record, actor, today),
    today,
  })
}
