import { label } from '@quanheng/messages/labels'
import type { TableColumn, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../platform/jobs/list-file.ts'
import { listPeople, listUnits, type PeopleFilter } from './store.ts'

/** More than any city has; a wider export comes by narrower filters. */
const most = 20_000
const whole = { page: 1, size: most }

const unitColumns: readonly TableColumn[] = [
  { key: 'number', header: '序号', width: 8, kind: 'quantity' },
  { key: 'name', header: '单位全称', width: 36, kind: 'text' },
  { key: 'shortName', header: '简称', width: 18, kind: 'text' },
  { key: 'aliases', header: '别名', width: 30, kind: 'text' },
  { key: 'sections', header: '科室', width: 50, kind: 'text' },
  { key: 'posts', header: '任职数', width: 10, kind: 'quantity' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
]

export const unitsFile = async (
  db: Reader,
  filter: { readonly q?: string | undefined; readonly state?: 'active' | 'closed' | undefined },
  asking: Asking,
): Promise<FileReply> => {
  const { rows } = await listUnits(db, { ...filter, ...whole })
  const { total } = await listUnits(db, { page: 1, size: 1 })
  const sections = await db
    .selectFrom('section')
    .select(['unit_id', 'name'])
    .orderBy('sort_code')
    .orderBy('id')
    .execute()
  const byUnit = Map.groupBy(sections, (section) => section.unit_id)
  const list = {
    title: '单位',
    columns: unitColumns,
    narrowing: [
      ['名称', filter.q],
      ['状态', filter.state && label('zh-CN', 'nounState', filter.state)],
    ] as const,
    inSight: total,
    rows: rows.map((row, at) => ({
      number: String(at + 1),
      name: row.name,
      shortName: row.shortName,
      aliases: row.aliases.join('、'),
      sections: (byUnit.get(row.id) ?? []).map((section) => section.name).join('、'),
      posts: String(row.posts),
      state: label('zh-CN', 'nounState', row.state),
    })),
  }
  return listFile(`单位${asking.context.today}`, list, asking)
}

const peopleColumns: readonly TableColumn[] = [
  { key: 'name', header: '姓名', width: 14, kind: 'text' },
  { key: 'login', header: '登录名', width: 22, kind: 'text' },
  { key: 'phone', header: '电话', width: 18, kind: 'text' },
  { key: 'mail', header: '邮箱', width: 28, kind: 'text' },
  { key: 'unit', header: '单位', width: 32, kind: 'text' },
  { key: 'section', header: '科室', width: 22, kind: 'text' },
  { key: 'post', header: '职务', width: 20, kind: 'text' },
  { key: 'title', header: '职务名称', width: 18, kind: 'text' },
  { key: 'from', header: '开始日期', width: 14, kind: 'date' },
  { key: 'to', header: '截止日期', width: 14, kind: 'date' },
  { key: 'state', header: '状态', width: 10, kind: 'text' },
]

/** One line for each post; people without one have a line of their own. */
export const peopleFile = async (
  db: Reader,
  filter: Omit<PeopleFilter, 'page' | 'size'>,
  asking: Asking,
): Promise<FileReply> => {
  const { rows, total } = await listPeople(db, { ...filter, ...whole })
  const all = await listPeople(db, { page: 1, size: 1 })
  const unit =
    filter.unitId === undefined
      ? undefined
      : await db.selectFrom('unit').select('name').where('id', '=', filter.unitId).executeTakeFirst()
  const missing = all.total - total
  const list = {
    title: '人员任职',
    columns: peopleColumns,
    narrowing: [
      ['姓名或登录名', filter.q],
      ['单位', unit?.name],
      ['职务', filter.kind && label('zh-CN', 'post', filter.kind)],
      ['状态', filter.state && label('zh-CN', 'nounState', filter.state)],
    ] as const,
    ...(missing > 0 && { scope: `不符合筛选条件的${missing}人` }),
    rows: rows.flatMap((person): TableValues[] => {
      const own = {
        name: person.name,
        login: person.login,
        phone: person.phone ?? undefined,
        mail: person.mail ?? undefined,
        state: label('zh-CN', 'nounState', person.state),
      }
      if (person.posts.length === 0) return [own]
      return person.posts.map((post) => ({
        ...own,
        unit: post.unitName,
        section: post.sectionName ?? undefined,
        post: label('zh-CN', 'post', post.kind),
        title: post.title ?? undefined,
        from: post.from,
        to: post.to ?? undefined,
      }))
    }),
  }
  return listFile(`人员任职${asking.context.today}`, list, asking)
}
