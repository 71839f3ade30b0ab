import type { Refusal } from '@quanheng/contract/errors'
import type { MeetingPaper } from '@quanheng/contract/meeting'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { titleText } from '@quanheng/papers/paper/title'
import type { AnyPaper, PaperFormat } from '@quanheng/papers/print/print-paper'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { sha256 } from '../../platform/log/means.ts'
import { printedSeal } from '../../platform/log/printed-seal.ts'
import type { Platform } from '../../platform/platform.ts'
import { letterheadFor } from '../approval/index.ts'
import { namesOf } from '../scoring/index.ts'
import { groupOf } from './group-store.ts'
import { bodyOf, matterTitles } from './matters.ts'
import { type MeetingInWords, meetingMinutes, meetingNotice, packCatalogue, signInSheet } from './papers.ts'
import { seatsOn } from './seats.ts'
import { visibleMeeting } from './show.ts'
import type { KeptMeeting } from './store.ts'

const inWords = async (
  db: Reader,
  { model: meeting }: KeptMeeting,
  kind: '通知' | '纪要',
  today: string,
): Promise<MeetingInWords> => {
  const { agenda, standing, unitId } = meeting
  const group = await groupOf(db, unitId)
  const name = group?.name ?? '绩效考评领导小组'
  const tasks = (standing.record?.decisions ?? []).flatMap((decision) => decision.tasks)
  return {
    meeting,
    body: await bodyOf(db, meeting),
    organ: meeting.kind === 'steeringGroup' ? name : `${name}办公室`,
    seats: await seatsOn(db, meeting, today),
    names: await namesOf(db, {
      units: [...agenda.topics.flatMap(({ concerns }) => concerns), ...tasks.map((task) => task.unitId)],
    }),
    matters: await matterTitles(
      db,
      agenda.topics.flatMap(({ matter }) => matter?.id ?? []),
    ),
    letterhead: await letterheadFor(db, unitId, kind),
  }
}

const coded = (sheet: Omit<FormSheet, 'checkCode'>, on: string, seal: string | undefined): FormSheet => ({
  ...sheet,
  checkCode: checkCode(digestOf(sha256, { v: 1, noun: 'meetingPaper', ...sheet })),
  label: '内部资料',
  on,
  ...(seal && { seal }),
})

/** One of the four papers; the minutes only from a record that a second person confirmed, before their number as a marked draft. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly meetingId: string; readonly paper: MeetingPaper; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const found = await visibleMeeting(db, actor, asked.meetingId)
  if (!found) return refuse('platform.notFound')
  const { record, minutes } = found.model.standing
  if (asked.paper === 'minutes' && !record) return refuse('meeting.notNow')
  const words = await inWords(db, found, asked.paper === 'minutes' ? '纪要' : '通知', context.today)
  const seal = await printedSeal(db)
  const paper = ((): AnyPaper => {
    if (asked.paper === 'notice') return { kind: 'letter', paper: meetingNotice(words) }
    if (asked.paper === 'minutes' && record) return { kind: 'letter', paper: meetingMinutes(words, record) }
    const sheet = asked.paper === 'catalogue' ? packCatalogue(words) : signInSheet(words)
    return { kind: 'form', sheet: coded(sheet, context.today, seal) }
  })()
  const draft = asked.paper === 'minutes' && !minutes
  const name = titleText(paper.kind === 'letter' ? paper.paper.title : paper.kind === 'form' ? paper.sheet.title : '')
  const issued = paper.kind === 'letter' && !draft
  const file = { paper, format: asked.format, name, draft }
  return ok(await paperFile(platform, file, issued ? 'issued' : { actor, context }))
}
