import { label } from '@quanheng/messages/labels'
import { zhCNLabels } from '@quanheng/messages/zh-CN-labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile, type Narrowing } from '../../platform/jobs/list-file.ts'
import { type ActFilter, type AuditedAct, actStream, countActs, type Watched } from './audit.ts'
import type { ActWords } from './heads.ts'

type Row = AuditedAct

const columns: readonly TableColumn[] = [
  { key: 'at', header: '时间', width: 20, kind: 'text' },
  { key: 'day', header: '业务日期', width: 14, kind: 'date' },
  { key: 'label', header: '操作', width: 20, kind: 'text' },
  { key: 'person', header: '人员', width: 12, kind: 'text' },
  { key: 'post', header: '职务', width: 18, kind: 'text' },
  { key: 'unit', header: '单位', width: 26, kind: 'text' },
  { key: 'section', header: '科室', width: 18, kind: 'text' },
  { key: 'nouns', header: '对象', width: 24, kind: 'text' },
  { key: 'subjects', header: '对象数', width: 10, kind: 'quantity' },
  { key: 'leaf', header: '存证位置', width: 12, kind: 'text' },
  { key: 'address', header: '地址', width: 18, kind: 'text' },
]

const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

const nounWords: Readonly<Record<string, string>> = zhCNLabels.actNoun

const cells = (row: Row): Record<string, string | undefined> => ({
  at: moment.format(new Date(row.at)),
  day: row.day,
  label: row.label,
  person: row.person ?? undefined,
  post: row.post === null ? undefined : label('zh-CN', 'post', row.post),
  unit: row.unit ?? undefined,
  section: row.section ?? undefined,
  nouns: row.nouns.map((noun) => nounWords[noun] ?? noun).join('、'),
  subjects: String(row.subjects),
  leaf: row.leaf === null ? '待存证' : String(row.leaf),
  address: row.address ?? undefined,
})

const narrowing = async (db: Reader, filter: ActFilter, words: ActWords): Promise<Narrowing> => {
  const { unitId, action, tree } = filter
  const unit =
    unitId === undefined
      ? undefined
      : await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirst()
  return [
    ['起始日期', filter.from],
    ['截止日期', filter.to],
    ['人员', filter.q],
    ['操作', action && words(action).label],
    ['单位', unitId && (unit?.name ?? '无此单位')],
    ['存证', tree && (tree === 'in' ? '已存证' : '待存证')],
  ]
}

async function* rowsOf(acts: AsyncIterable<Row>) {
  for await (const row of acts) yield cells(row)
}

/** All acts that match, however many, read while they are sent. */
export const actFile = async (
  db: Reader,
  filter: ActFilter,
  watched: Watched,
  words: ActWords,
  asking: Asking,
): Promise<FileReply> => {
  const inSight = await countActs(db, {}, watched)
  const outside = watched === null ? 0 : (await countActs(db, {}, null)) - inSight
  const list = {
    title: '操作留痕',
    columns,
    rows: rowsOf(actStream(db, filter, watched, words)),
    narrowing: await narrowing(db, filter, words),
    inSight,
    ...(outside > 0 && { scope: `不在督查范围内的${outside}条` }),
  }
  return listFile(`操作留痕${asking.context.today}`, list, asking)
}
