import type { YearReview } from '@quanheng/domain/year-review/model'
import { label } from '@quanheng/messages/labels'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import { bodyBlocks } from '../circular/index.ts'
import type { EntryLine } from './entries.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const tableOf = (lines: readonly EntryLine[], isChange: boolean): Block => ({
  kind: 'table',
  columns: [
    { width: 12 },
    { width: 34, align: 'left' },
    { width: 30, align: 'left' },
    { width: isChange ? 45 : 80, align: 'left' },
    ...(isChange ? [{ width: 45, align: 'left' as const }] : []),
  ],
  header: [['序号', '单位', '指标', '内容', ...(isChange ? ['下年方案怎样改'] : [])]],
  rows: lines.map((line, at) => [
    String(at + 1),
    `${line.unitName}${line.sectionName}`,
    line.nodeName ?? '—',
    line.text,
    ...(isChange ? [line.wanted ?? '—'] : []),
  ]),
})

/** What was taken up, kind by kind: practices to spread first. */
const takenUp = (lines: readonly EntryLine[]): readonly Block[] =>
  (['practice', 'problem', 'opinion', 'change'] as const).flatMap((kind): readonly Block[] => {
    const found = lines.filter((line) => line.kind === kind && line.answer && line.answer.outcome !== 'declined')
    if (found.length === 0) return []
    return [
      { kind: 'heading', level: 1, text: label('zh-CN', 'reviewEntryKind', kind) },
      tableOf(found, kind === 'change'),
    ]
  })

/** 年度总结复盘报告 of the office to the leading group. */
export const reviewReport = (
  review: YearReview,
  { lines, group, on }: { readonly lines: readonly EntryLine[]; readonly group: string; readonly on: string },
): Letter => {
  const { content } = review
  const organ = `${group}办公室`
  const units = new Set(lines.map(({ unitName }) => unitName)).size
  const count = lines.filter(({ answer }) => answer && answer.outcome !== 'declined').length
  return {
    kind: '报告',
    letterhead: { organs: [organ], word: '文件' },
    title: `${content.title}报告`,
    addressees: [group],
    body: [
      ...bodyBlocks(content.summary),
      paragraph(`共收到${units}个单位的${lines.length}条意见，采纳和部分采纳${count}条，列后。`),
      ...takenUp(lines),
    ],
    signature: { organs: [organ], sealed: false, on },
    imprint: { organ, on },
  }
}
