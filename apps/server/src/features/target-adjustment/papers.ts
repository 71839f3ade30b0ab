import type { TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

export interface ReplyInWords {
  readonly adjustment: TargetAdjustment
  /** From and to. */
  readonly words: string
  readonly unit: string
  readonly planTitle: string
  readonly letterhead: Letter['letterhead']
  /** Marks that give way: name, from, to. */
  readonly marks: readonly { readonly name: string; readonly before: string; readonly after: string }[]
  /** Items whose scores have to be signed again. */
  readonly again: readonly string[]
}

const decided = ({ adjustment, letterhead }: ReplyInWords): string => {
  const { decision } = adjustment.standing
  const organ = letterhead.organs[0] ?? ''
  const by = decision?.meeting === undefined ? '领导小组组长审定' : `${decision.meeting}审定`
  return `经${by}，${decision?.agreed ? '同意' : '不同意'}你单位的申请。现由${organ}批复如下。`
}

const agreedBody = ({ adjustment, words, planTitle, marks, again }: ReplyInWords): readonly Block[] => {
  const { reply } = adjustment.standing
  const from = reply ? sayDay(reply.effectiveOn) : '　　年　月　日'
  return [
    { kind: 'heading', level: 1, text: '调整内容' },
    paragraph(`${words}。自${from}起执行。`),
    ...(marks.length > 0
      ? [
          paragraph('满分不变，有关指标分值相应调整如下。'),
          {
            kind: 'table' as const,
            columns: [{ width: 14 }, { width: 90, align: 'left' as const }, { width: 26 }, { width: 26 }],
            header: [['序号', '指标', '原分值', '调整后分值']],
            rows: marks.map(({ name, before, after }, at) => [String(at + 1), name, before, after]),
          },
        ]
      : []),
    { kind: 'heading', level: 1, text: '有关要求' },
    paragraph(`本批复作为修订《${planTitle}》的依据，方案修订印发后按新版本执行。`),
    ...(again.length > 0 ? [paragraph(`下列已签字的评分须按修订后的方案重新评分签字：${again.join('、')}。`)] : []),
  ]
}

const refusedBody = ({ adjustment, words }: ReplyInWords): readonly Block[] => [
  paragraph(`关于${words}的申请，不予调整，仍按原方案执行。`),
  paragraph(`理由：${adjustment.standing.decision?.words ?? ''}`),
]

/** 指标调整批复 to the unit that asked; before it has its number a draft. */
export const adjustmentReply = (given: ReplyInWords): Letter => {
  const { adjustment, unit, letterhead } = given
  const { content, standing } = adjustment
  const { reply, decision } = standing
  const organ = letterhead.organs[0] ?? ''
  const on = reply?.on
  return {
    kind: '批复',
    letterhead,
    ...(reply && { number: reply.documentNumber }),
    title: `关于${unit}“${content.was.leafName}”指标调整的批复`,
    addressees: [unit],
    body: [
      paragraph(
        `你单位${standing.sentOn === undefined ? '' : sayDay(standing.sentOn)}报来的指标调整申请收悉。依据：${content.basisDocument}。${decided(given)}`,
      ),
      ...(decision?.agreed ? agreedBody(given) : refusedBody(given)),
    ],
    signature: { organs: [organ], sealed: true, ...(on !== undefined && { on }) },
    imprint: { organ, ...(on !== undefined && { on }) },
  }
}
