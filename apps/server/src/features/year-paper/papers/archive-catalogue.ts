import { sayDay } from '@quanheng/papers/paper/dates'
import type { FormSheet } from '@quanheng/papers/sheet/model'

/** A kept document of the year. */
export interface Kept {
  readonly title: string
  readonly number: string | null
  /** Who answers for it. */
  readonly author: string
  /** `YYYY-MM-DD` */
  readonly on: string | null
  /** SHA-256 of the kept file; null where the platform keeps data, not a file. */
  readonly sha256: string | null
}

/** 归档目录: what the year leaves behind, by day, each with the first figures of its digest; pages are counted by hand. */
export const archiveCatalogue = (
  head: { readonly title: string; readonly year: number; readonly ownerName: string },
  kept: readonly Kept[],
): Omit<FormSheet, 'checkCode'> => ({
  title: `${head.year}年度绩效考评归档目录`,
  organ: head.ownerName,
  orientation: 'landscape',
  facts: [
    { label: '立档单位', value: head.ownerName },
    { label: '考评方案', value: head.title },
    { label: '归档年度', value: `${head.year}年` },
    { label: '件数', value: `${kept.length}件` },
  ],
  columns: [
    { header: '件号', width: 12, kind: 'text' },
    { header: '责任者', width: 40, kind: 'text' },
    { header: '文号', width: 42, kind: 'text' },
    { header: '题名', width: 64, kind: 'text' },
    { header: '日期', width: 34, kind: 'text' },
    { header: '页数', width: 12, kind: 'text' },
    { header: '文件校验', width: 40, kind: 'text' },
    { header: '备注', width: 12, kind: 'text' },
  ],
  rows: kept
    .toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9'))
    .map(({ title, number, author, on, sha256 }, at) => [
      String(at + 1),
      author,
      number ?? '—',
      title,
      on === null ? '—' : sayDay(on),
      '',
      sha256?.slice(0, 16) ?? '—',
      '',
    ]),
  signatures: [{ role: '整理人' }, { role: '检查人' }],
})
