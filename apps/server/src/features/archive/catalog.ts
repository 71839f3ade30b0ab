import type { Retention } from '@quanheng/domain/archive/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { hex, utf8 } from '@quanheng/domain/kernel/digest'
import type { PlanLine } from '@quanheng/papers/archive/model'
import { sha256 } from '../../platform/log/means.ts'
import type { PaperEntry } from './collect-files.ts'

/** One paper (件) of the package. */
export interface Entry {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly title: string
  readonly number: string
  readonly organ: string
  readonly date: string
  readonly kind: string
  readonly retention: string
}

const terms = { permanent: '永久', '30': '30年', '10': '10年' } as const

export interface Catalogued {
  readonly year: number
  readonly organ: string
  readonly retention: Retention
  readonly papers: readonly PaperEntry[]
  readonly plans: readonly {
    readonly line: PlanLine
    readonly path: string
    /** As the package holds it, to be read. */
    readonly text: string
    readonly title: string
    readonly organ: string
    readonly number: string
    readonly date: string
  }[]
}

/** Plans as they were issued, then the papers, in the order in which they are numbered. */
export const entriesOf = ({ papers, plans, retention }: Catalogued): readonly Entry[] => [
  ...plans.map(({ path, text, title, organ, number, date }) => ({
    path,
    size: utf8(text).length,
    sha256: hex(sha256(utf8(text))),
    title,
    number,
    organ,
    date,
    kind: '通知',
    retention: terms[retention.plan],
  })),
  ...papers.map(({ path, size, sha256: digest, title, documentNumber, organ, date, genre }) => ({
    path,
    size,
    sha256: digest,
    title,
    number: documentNumber,
    organ,
    date,
    kind: genre,
    retention: terms[retention.paper],
  })),
]

/** Names of elements after DA/T 46-2009 (文书类电子文件元数据方案). */
export const metadataJson = (catalogued: Catalogued): string =>
  `${canonicalJson({
    聚合层次: '卷',
    立档单位名称: catalogued.organ,
    年度: String(catalogued.year),
    文件: entriesOf(catalogued).map((entry, at) => ({
      件号: String(at + 1),
      题名: entry.title,
      文件编号: entry.number,
      责任者: entry.organ,
      日期: entry.date,
      文种: entry.kind,
      保管期限: entry.retention,
      密级: '内部',
      计算机文件名: entry.path,
    })),
  })}\n`

const cell = (text: string): string => {
  const inert = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return `"${inert.replaceAll('"', '""')}"`
}

/** Rows for table programs, with a mark at the beginning so that they read them as UTF-8. */
export const csv = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** 归档文件目录. */
export const catalogCsv = (catalogued: Catalogued): string => {
  const head = ['件号', '题名', '文件编号', '责任者', '日期', '文种', '保管期限', '文件']
  const rows = entriesOf(catalogued).map((entry, at) => [
    String(at + 1),
    entry.title,
    entry.number,
    entry.organ,
    entry.date,
    entry.kind,
    entry.retention,
    entry.path,
  ])
  return csv(head, rows)
}
