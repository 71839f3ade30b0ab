import { type Circular, circularWord, type Letterhead } from '@quanheng/domain/circular/model'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import type { FormSheet } from '@quanheng/papers/sheet/model'
import { minuteOf } from '../../platform/door/context.ts'
import { type Receipt, sayReceiver } from './receipts.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Prose as typed, one paragraph a line; `一、` and what follows in order are headings, which the composer numbers itself. */
export const bodyBlocks = (text: string): readonly Block[] => {
  let next = 0
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): Block => {
      const numeral = numerals[next]
      const heading = numeral !== undefined && line.startsWith(`${numeral}、`) && [...line].length <= 30
      if (!heading || /[。；：，]$/u.test(line)) return { kind: 'paragraph', text: line }
      next += 1
      return { kind: 'heading', level: 1, text: line.slice(numeral.length + 1) }
    })
}

/** The sentence that names what is passed on, from whom. */
const passedOn = ({ topic, source, kind }: Circular['content']): readonly Block[] => {
  if (source === '') return []
  const text =
    topic === 'instruction'
      ? `现将${source}精神传达如下。`
      : `现将${source}有关要求${kind === 'notice' ? '通知' : '通报'}如下。`
  return [{ kind: 'paragraph', text }]
}

/** 通知、通报 as a red-headed paper under its number; 简报 under 第N期. Before it is issued the line of the number stays free. */
export const circularLetter = (
  { content, standing }: Circular,
  letterhead: Letterhead,
  addressees: readonly string[],
): Letter => {
  const { issued } = standing
  const head = issued?.letterhead ?? letterhead
  const on = issued?.on
  const briefing = content.kind === 'briefing'
  return {
    kind: circularWord[content.kind],
    letterhead: { organs: [head.organ], ...(head.word !== '' && { word: head.word }) },
    ...(issued?.documentNumber !== undefined && { number: issued.documentNumber }),
    ...(briefing && { issue: issued?.issue ?? 0 }),
    title: content.title,
    addressees: briefing ? [] : addressees,
    body: [...passedOn(content), ...bodyBlocks(content.body)],
    ...(content.files.length > 0 && {
      attachments: content.files.map(({ name }) => ({ name: name.replace(/\.[^.]+$/u, '') })),
    }),
    signature: { organs: [head.organ], sealed: !briefing, ...(on && { on }) },
    imprint: {
      organ: head.organ,
      ...(briefing && addressees.length > 0 && { copies: addressees }),
      ...(on && { on }),
    },
  }
}

/** 签收单: every receiver with room to sign; what was signed on screen is printed. */
export const receiptSheet = (
  { content, standing }: Circular,
  receipts: readonly Receipt[],
  organ: string,
): Omit<FormSheet, 'checkCode'> => ({
  title: '信息通报签收单',
  orientation: 'portrait',
  organ,
  facts: [
    { label: '标题', value: content.title },
    {
      label: '文号',
      value:
        standing.issued?.documentNumber ??
        (standing.issued?.issue === undefined ? '—' : `第${standing.issued.issue}期`),
    },
    { label: '印发日期', value: standing.issued ? sayDay(standing.issued.on) : '—' },
    { label: '签收时限', value: content.signBy === '' ? '—' : sayDay(content.signBy) },
  ],
  columns: [
    { header: '序号', width: 14, kind: 'text' },
    { header: '接收单位、岗位', width: 60, kind: 'text' },
    { header: '签收人', width: 36, kind: 'text' },
    { header: '签收时间', width: 40, kind: 'text' },
    { header: '备注', width: 26, kind: 'text' },
  ],
  rows: receipts.map((receipt, at) => [
    String(at + 1),
    sayReceiver(receipt),
    receipt.scanDigest === undefined ? (receipt.signedBy ?? '') : '',
    receipt.signedAt === undefined ? '' : sayDay(minuteOf(new Date(receipt.signedAt)).slice(0, 10)),
    receipt.signedAt === undefined ? '' : receipt.scanDigest === undefined ? '平台签收' : '见纸质签收单',
  ]),
  notes: ['手写签收的，由起草部门凭扫描件登记。'],
  signatures: [],
})
