import { Readable } from 'node:stream'
import type { TableFormat } from '@quanheng/contract/shapes'
import { csvPieces } from '@quanheng/papers/csv/write-csv'
import type { List, Remark, Written } from '@quanheng/papers/list/model'
import { streamList } from '@quanheng/papers/list/stream-list'
import { minuteOf } from '../door/context.ts'
import type { FileReply } from '../door/outcome.ts'
import { exportMark, markedName, type Taking } from './export-mark.ts'
import { csvTypes, xlsxType } from './table-file.ts'

/** Who takes a list out, when, and how. */
export interface Asking extends Taking {
  readonly query: { readonly format: TableFormat }
}

/** What narrowed the list, in the words of its page; without a value it did not. */
export type Narrowing = readonly (readonly [name: string, value: string | null | undefined])[]

export interface TakenOut extends Pick<List, 'title' | 'columns' | 'rows'> {
  readonly narrowing?: Narrowing
  /** Rows that this person sees without narrowing, to say how many the narrowing left out. */
  readonly inSight?: number
  /** Whose rows are not there at all, and why. */
  readonly scope?: string
  /** When the figures stood so, where that is not now: a frozen run. */
  readonly dataAt?: Date
}

const leftOut = ({ inSight, scope }: TakenOut, { rows, full, cut }: Written): string => {
  const narrowed = inSight === undefined || full ? 0 : Math.max(0, inSight - rows)
  const parts = [
    ...(narrowed > 0 ? [`不符合筛选条件的${narrowed}行`] : []),
    ...(full ? ['超出 Excel 行数上限（1048576行）的其余各行，请缩小范围分批导出，或导出 CSV'] : []),
    ...(cut > 0 ? [`${cut}个单元格超过32767个字符的部分（以“…”结尾）`] : []),
    ...(scope === undefined ? [] : [scope]),
  ]
  return parts.length === 0 ? '无' : parts.join('；')
}

const remarks = (list: TakenOut, { actor, context }: Asking) => {
  const unit = actor.posts[0]?.unitName
  const narrowing = (list.narrowing ?? []).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return (written: Written): readonly Remark[] => [
    { label: '名称', text: list.title },
    { label: '数据时间', text: minuteOf(list.dataAt ?? context.now) },
    { label: '导出时间', text: minuteOf(context.now) },
    { label: '导出人', text: unit === undefined ? actor.name : `${actor.name}（${unit}）` },
    { label: '筛选条件', text: narrowing.map(([name, value]) => `${name}：${value}`).join('\n') || '无' },
    { label: '行数', text: `${written.rows}行` },
    { label: '未列出', text: leftOut(list, written) },
  ]
}

/** A list to send while its rows are read; `name` has no ending. As a workbook it says on 说明 what it holds and what it leaves out. */
export const listFile = (name: string, list: TakenOut, asking: Asking): FileReply => {
  const { format } = asking.query
  const { title, columns, rows } = list
  if (format !== 'xlsx') {
    const content = Readable.from(csvPieces({ columns }, rows, format), { objectMode: false })
    return { name: `${markedName(name, asking)}.csv`, mediaType: csvTypes[format], content }
  }
  const watermark = exportMark(asking)
  const said = {
    title,
    columns,
    rows,
    on: asking.context.today,
    remarks: remarks(list, asking),
    ...(watermark !== undefined && { watermark }),
  }
  return { name: `${name}.xlsx`, mediaType: xlsxType, content: streamList(said) }
}
