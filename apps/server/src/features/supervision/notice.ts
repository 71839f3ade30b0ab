import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Supervision } from '@quanheng/domain/supervision/model'
import { ticketOf, tickets } from '@quanheng/domain/supervision/ticket'
import { type SupervisionVisit, upheldOf } from '@quanheng/domain/supervision-visit/model'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import { markedLetter } from '../../platform/log/paper-mark.ts'
import type { Platform } from '../../platform/platform.ts'
import { groupOf } from '../meeting/index.ts'
import { namesOf } from '../scoring/index.ts'
import { visibleVisit } from './show-visit.ts'
import { supervisionKeeper } from './store.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

export const noticeTitle = (supervisionTitle: string): string => `关于整改${supervisionTitle}发现问题的通知`

/** What the unit said, as far as the notice may claim it. */
const heard = ({ standing: { statement } }: SupervisionVisit): string => {
  if (statement === undefined) return '你单位在规定期限内未作陈述'
  return statement.words === '' ? '你单位对督查情况无异议' : '经听取你单位陈述'
}

/** 整改通知书: the findings that stand with what each asks for until when, as on the day of the notice, whatever days were given later. */
export const noticeLetter = (
  { content }: Supervision,
  visit: SupervisionVisit,
  given: { readonly organ: string; readonly unit: string; readonly timesOf: (subject: string) => number },
): Letter => {
  const { notes, settled } = visit.standing
  const rows = upheldOf(visit).map(({ finding, words, due }) => {
    const times = given.timesOf(finding.subject)
    const { seriousness } = finding
    return { finding, words, due, times, ticket: ticketOf(content.ladder, { seriousness, times, workingDaysLate: 0 }) }
  })
  const loudest = tickets.findLast((ticket) => rows.some((one) => one.ticket === ticket)) ?? 'hint'
  const number = settled?.documentNumber ?? ''
  const day = settled && { on: settled.on }
  return {
    kind: '通知',
    letterhead: { organs: [given.organ], word: '整改通知书' },
    ...(number !== '' && { number }),
    title: noticeTitle(content.title),
    addressees: [given.unit],
    body: [
      paragraph(
        `根据${content.basis}，${sayDay(notes?.on)}对你单位开展了${label('zh-CN', 'supervisionKind', content.kind)}。${heard(visit)}，认定须整改的问题${rows.length}个。现通知如下。`,
      ),
      { kind: 'heading', level: 1, text: '问题和整改要求' },
      {
        kind: 'table',
        columns: [
          { width: 14 },
          { width: 28, align: 'left' },
          { width: 34, align: 'left' },
          { width: 26, align: 'left' },
          { width: 32, align: 'left' },
          { width: 36 },
        ],
        header: [['序号', '内容', '事实', '依据', '整改要求', '时限和督办']],
        rows: rows.map(({ finding, words, due, times, ticket }, at) => [
          String(at + 1),
          `${finding.subject}\n（${label('zh-CN', 'seriousness', finding.seriousness)}${times > 1 ? `，第${times}次发现` : ''}）`,
          finding.fact,
          finding.basis,
          words,
          `${sayDay(due)}\n${label('zh-CN', 'ticket', ticket)}`,
        ]),
      },
      { kind: 'heading', level: 1, text: '办理要求' },
      paragraph(
        '请及时报送整改方案，写明措施、责任人和完成日期；完成后报送佐证材料，由考评办另派人员复查，整改到位的予以销号。',
      ),
      ...(content.ladder.follows[loudest] === '' ? [] : [paragraph(content.ladder.follows[loudest])]),
    ],
    signature: { organs: [given.organ], sealed: true, ...day },
    imprint: { organ: given.organ, ...day },
  }
}

export const printedNotice = async (
  platform: Platform,
  { db, actor }: { readonly db: Reader; readonly actor: Actor },
  { visitId, format }: { readonly visitId: string; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const visit = await visibleVisit(db, actor, visitId)
  const order = visit && (await supervisionKeeper.find(db, visit.row.supervision_id))
  if (!visit || !order) return refuse('platform.notFound')
  const items = await db.selectFrom('rectification').select('demand').where('visit_id', '=', visitId).execute()
  if (items.length === 0) return refuse('supervisionVisit.nothingUpheld')
  const times = new Map(items.map(({ demand }) => [demand.subject, demand.times]))
  const names = await namesOf(db, { units: [visit.row.unit_id] })
  const unit = names.get(visit.row.unit_id) ?? ''
  const group = await groupOf(db, visit.row.from_unit_id)
  const organ = `${group?.name ?? '绩效考评领导小组'}办公室`
  const timesOf = (subject: string): number => times.get(subject) ?? 1
  const letter = noticeLetter(order.model, visit.model, { organ, unit, timesOf })
  const paper = await markedLetter(db, 'rectificationNotice', letter)
  return ok(
    await paperFile(platform, { paper: { kind: 'letter', paper }, format, name: `整改通知书（${unit}）` }, 'issued'),
  )
}
