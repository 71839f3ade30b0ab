import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Objection } from '@quanheng/domain/objection/model'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import { sentence } from '@quanheng/papers/paper/text'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { type Context, dayOf } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { letterheadFor } from '../approval/index.ts'
import { namesOf } from '../scoring/index.ts'
import type { ObjectionHooks } from './hooks.ts'
import { isOfOffice, visibleObjection } from './scope.ts'
import { sayFound } from './words.ts'

interface InWords {
  readonly objection: Objection
  readonly unitName: string
  readonly scorerName: string
  readonly planTitle: string
  readonly organs: readonly string[]
  readonly on: string
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })

const refused = ({ objection }: InWords): readonly Block[] => [
  heading('不予受理的理由'),
  paragraph(sentence(objection.steps.findLast(({ command }) => command === 'decline')?.words ?? '')),
]

/** What was found, who found it again, what was decided, and what holds until a corrected result is issued. */
const decided = ({ objection, scorerName }: InWords): readonly Block[] => {
  const { score, standing } = objection
  const { answer, rescoring, decision } = standing
  if (!answer || !rescoring || !decision) return []
  const { found } = decision
  return [
    heading('查明的事实'),
    paragraph(sentence(answer.facts)),
    heading('复核意见'),
    paragraph(`${scorerName}答复：${sayFound(answer.found)}。${sentence(answer.reason)}`),
    paragraph(
      `该单位另一名未参与原评分签字的人员于${sayDay(rescoring.on)}复核：${sayFound(rescoring.found)}。${sentence(rescoring.reason)}`,
    ),
    heading('决定'),
    paragraph(
      `${sayDay(decision.decidedOn)}，${decision.body}${decision.number ? `（${decision.number}）` : ''}决定：${sentence(decision.words)}`,
    ),
    paragraph(
      found.outcome === 'kept'
        ? `该项得分维持${score.points}分（满分${score.fullMark}分）不变。`
        : `该项得分由${score.points}分更正为${found.to}分（满分${score.fullMark}分）。更正后的考评结果另行印发；印发前，原公布的结果继续有效。`,
    ),
  ]
}

/** 异议复核答复: a 函 of the office to the unit that objected. */
const objectionReply = (given: InWords): Letter => {
  const { objection, unitName, planTitle, organs, on } = given
  const { score, standing, content, state } = objection
  const { receipt, letter } = standing
  const sent = objection.steps.find(({ command }) => command === 'send')
  const sentOn = letter?.receivedOn ?? (sent ? dayOf(new Date(sent.at)) : on)
  const number = receipt ? `（${receipt.documentNumber}）` : ''
  return {
    kind: '函',
    letterhead: { organs },
    title: `关于${unitName}“${score.leafName}”得分异议复核的答复`,
    addressees: [unitName],
    body: [
      paragraph(
        `你单位${sayDay(sentOn)}对《${planTitle}》“${score.leafName}”得分${score.points}分（满分${score.fullMark}分）提出的异议${number}收悉。现答复如下：`,
      ),
      heading('异议理由'),
      paragraph(sentence(content.reason)),
      ...(state === 'declined' ? refused(given) : decided(given)),
      paragraph('专此函复。'),
    ],
    signature: { organs, sealed: true, on },
    imprint: { organ: organs.at(-1) ?? '', on },
  }
}

/** To the unit once it is decided or refused; before that a marked draft, to the office alone, from the second scoring on. */
export const printed = async (
  platform: Platform,
  { db, actor, context }: { readonly db: Reader; readonly actor: Actor; readonly context: Context },
  asked: { readonly objectionId: string; readonly format: PaperFormat },
  { groupName }: ObjectionHooks,
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleObjection(db, actor, asked.objectionId)
  if (!one) return refuse('platform.notFound')
  const { model: objection, row } = one
  const isFinal = ['kept', 'corrected', 'declined'].includes(objection.state)
  const isDraft = objection.state === 'toConfirm' && isOfOffice(actor, one)
  if (!isFinal && !isDraft) return refuse('objection.notNow')
  const names = await namesOf(db, { units: [row.unit_id, row.scorer_unit_id, row.office_unit_id] })
  const plan = await db.selectFrom('plan').select('title').where('id', '=', row.plan_id).executeTakeFirstOrThrow()
  const head = await letterheadFor(db, row.office_unit_id, '函')
  const last = objection.steps.at(-1)
  const paper = objectionReply({
    objection,
    unitName: names.get(row.unit_id) ?? '',
    scorerName: names.get(row.scorer_unit_id) ?? '',
    planTitle: plan.title,
    organs: head?.organs ?? [`${await groupName(db, row.office_unit_id)}办公室`],
    on: last && isFinal ? dayOf(new Date(last.at)) : context.today,
  })
  return ok(
    await paperFile(
      platform,
      {
        paper: { kind: 'letter', paper },
        format: asked.format,
        name: `异议复核答复 ${names.get(row.unit_id) ?? ''} ${row.leaf_name}`,
        draft: !isFinal,
      },
      isFinal ? 'issued' : { actor, context },
    ),
  )
}
