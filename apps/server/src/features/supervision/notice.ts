import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Supervision } from '@quanheng/domain/supervision/model'
import { tickets } from '@quanheng/domain/supervision/ticket'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { groupOf } from '../meeting/index.ts'
import { namesOf } from '../scoring/index.ts'
import { ticketToday } from './late.ts'
import { visibleVisit } from './show-visit.ts'
import { itemKeeper, type KeptItem, supervisionKeeper } from './store.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

export const noticeTitle = (supervisionTitle: string): string => `关于整改${supervisionTitle}发现问题的通知`

/** 整改通知书: the findings that stand with what each asks for until when, as on the day of the notice; then how it is answered. */
const noticeLetter = (
  { content }: Supervision,
  items: readonly KeptItem[],
  given: { readonly organ: string; readonly unit: string; readonly visitedOn: string; readonly on: string },
): Letter => {
  const [first] = items
  const number = first?.model.demand.documentNumber ?? ''
  const asOf = items.map(({ model }) => ({ model, ticket: ticketToday(model, [], model.demand.noticedOn) }))
  const loudest = tickets.findLast((ticket) => asOf.some((one) => one.ticket === ticket)) ?? 'hint'
  return {
    kind: '通知',
    letterhead: { organs: [given.organ], word: '整改通知书' },
    ...(number !== '' && { number }),
    title: noticeTitle(content.title),
    addressees: [given.unit],
    body: [
      paragraph(
        `根据${content.basis}，${sayDay(given.visitedOn)}对你单位开展了${label('zh-CN', 'supervisionKind', content.kind)}。经听取你单位陈述，认定须整改的问题${items.length}个。现通知如下。`,
      ),
      { kind: 'heading', level: 1, text: '问题和整改要求' },
      {
        kind: 'table',
        columns: [
          { width: 8 },
          { width: 26, align: 'left' },
          { width: 44, align: 'left' },
          { width: 30, align: 'left' },
          { width: 36, align: 'left' },
          { width: 22 },
        ],
        header: [['序号', '内容', '事实', '依据', '整改要求', '时限和督办']],
        rows: asOf.map(({ model: { demand, steps, due }, ticket }, at) => {
          // As the notice said it: days given later stand in the register.
          const moved = steps.some(({ command }) => command === 'return' || command === 'extend')
          return [
            String(at + 1),
            `${demand.subject}\n（${label('zh-CN', 'seriousness', demand.seriousness)}${demand.times > 1 ? `，第${demand.times}次发现` : ''}）`,
            demand.fact,
            demand.basis,
            demand.words,
            `${due}${moved ? '（已延期）' : ''}\n${label('zh-CN', 'ticket', ticket)}`,
          ]
        }),
      },
      { kind: 'heading', level: 1, text: '办理要求' },
      paragraph(
        '请及时报送整改方案，写明措施、责任人和完成日期；完成后报送佐证材料，由考评办另派人员复查，整改到位的予以销号。',
      ),
      ...(content.ladder.follows[loudest] === '' ? [] : [paragraph(content.ladder.follows[loudest])]),
    ],
    signature: { organs: [given.organ], sealed: true, on: given.on },
    imprint: { organ: given.organ, on: given.on },
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
  const rows = await db
    .selectFrom('rectification')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('due')
    .orderBy('id')
    .execute()
  const items = await itemKeeper.complete(db, rows)
  const { notes, settled } = visit.model.standing
  if (items.length === 0 || !notes || !settled) return refuse('supervisionVisit.nothingUpheld')
  const names = await namesOf(db, { units: [visit.row.unit_id] })
  const unit = names.get(visit.row.unit_id) ?? ''
  const group = await groupOf(db, visit.row.from_unit_id)
  const organ = `${group?.name ?? '绩效考评领导小组'}办公室`
  const paper = noticeLetter(order.model, items, { organ, unit, visitedOn: notes.on, on: settled.on })
  return ok(
    await paperFile(platform, { paper: { kind: 'letter', paper }, format, name: `整改通知书（${unit}）` }, 'issued'),
  )
}
