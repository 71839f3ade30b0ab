import type { importPeopleLines } from '@quanheng/contract/people-proposal'
import type { TableFormat } from '@quanheng/contract/shapes'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { normaliseName } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { PeopleLine, PeopleLineKind } from '@quanheng/domain/people-proposal/model'
import { readPeopleLines } from '@quanheng/domain/people-proposal/read-lines'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { ReadRow } from '@quanheng/papers/xlsx/read-table'
import type { Reader } from '../../../platform/database/database.ts'
import type { CommandHandler } from '../../../platform/door/outcome.ts'
import type { TakenOut } from '../../../platform/jobs/list-file.ts'
import { tableFile } from '../../../platform/jobs/table-file.ts'
import { allFaults, type ReadUpload, rowsOf, type TableForm } from '../../organisation/index.ts'
import { actOnProposal } from '../act-on-proposal.ts'
import { linesShown } from '../show.ts'
import type { KeptProposal } from '../store.ts'
import { worldOf } from '../world.ts'
import { formFor, kindWords, postWords, yes } from './form.ts'

const sectionsOf = async (db: Reader, unitId: string) =>
  (
    await db
      .selectFrom('section')
      .select(['id', 'name', 'short_name', 'aliases'])
      .where('unit_id', '=', unitId)
      .where('state', '=', 'active')
      .orderBy('sort_code')
      .orderBy('id')
      .execute()
  ).map(({ id, name, short_name, aliases }) => ({ id, name, names: [name, short_name, ...aliases] }))

export const formOf = async (db: Reader, unitId: string): Promise<TableForm> =>
  formFor((await sectionsOf(db, unitId)).map(({ name }) => name))

export const template = async (db: Reader, unitId: string, on: string, format: TableFormat) => {
  const { title, columns, mark, example } = await formOf(db, unitId)
  return tableFile(title, { title, columns, rows: [], template: { ...mark, example }, on }, format, 'empty')
}

const kinds = new Map(Object.entries(kindWords).map(([kind, word]) => [word as string, kind as PeopleLineKind]))
const posts = new Map(Object.entries(postWords).map(([kind, word]) => [word as string, kind as PostKind]))

/** The lines of a table, each held against what is registered and against the lines that stand above it. */
const linesOf = async (db: Reader, { model }: KeptProposal, rows: readonly ReadRow[], newId: () => string) => {
  const before = model.content.lines.filter(({ id }) => model.standing.outcomes[id]?.outcome !== 'approved')
  const logins = rows.flatMap(({ cells }) => cells.login?.text ?? []).map(normaliseName)
  const world = await worldOf(db, model.unitId, [...before.map(({ login }) => login), ...logins])
  const words = {
    kindOf: (word: string) => kinds.get(word),
    postOf: (word: string) => posts.get(word),
    isYes: (word: string) => word === yes,
    sections: await sectionsOf(db, model.unitId),
    newId,
  }
  return readPeopleLines(rowsOf(rows), words, { world, before })
}

export const faultsIn = (db: Reader, one: KeptProposal, read: ReadUpload, newId: () => string) =>
  allFaults(read, async (rows) => (await linesOf(db, one, rows, newId)).faults)

/** All lines of the table, or none; the workbook was read before the transaction and is judged inside it. */
export const importLines: CommandHandler<typeof importPeopleLines, ReadUpload> = async (asked, read) => {
  let count = 0
  const done = await actOnProposal(asked, async (held) => {
    const { newId } = asked.context
    const faults = await faultsIn(asked.tx, held, read, newId)
    if ('faults' in read || faults.length > 0) {
      return refuse('organisation.tableFaults', { params: { count: String(faults.length) } })
    }
    const lines: readonly PeopleLine[] = (await linesOf(asked.tx, held, read.table.rows, newId)).values
    count = lines.length
    return ok({ kind: 'write', lines })
  })
  if (!done.ok) return done
  const { post, events, changes } = done.value
  return ok({ post, events, changes, reply: { count } })
}

const columns: readonly TableColumn[] = [
  { key: 'kind', header: '变动', width: 12, kind: 'text' },
  { key: 'login', header: '登录名', width: 20, kind: 'text' },
  { key: 'name', header: '姓名', width: 12, kind: 'text' },
  { key: 'phone', header: '电话', width: 18, kind: 'text' },
  { key: 'held', header: '原职务', width: 22, kind: 'text' },
  { key: 'post', header: '职务', width: 22, kind: 'text' },
  { key: 'title', header: '职务名称', width: 18, kind: 'text' },
  { key: 'acting', header: '主持工作', width: 10, kind: 'text' },
  { key: 'from', header: '开始日期', width: 12, kind: 'text' },
  { key: 'to', header: '截止日期', width: 12, kind: 'text' },
  { key: 'lastDay', header: '离任日期', width: 12, kind: 'text' },
  { key: 'outcome', header: '审核', width: 10, kind: 'text' },
  { key: 'reason', header: '退回理由', width: 30, kind: 'text' },
]

const inSection = (kind: PostKind, sectionName: string | null): string =>
  `${sectionName ?? ''}${label('zh-CN', 'post', kind)}`

/** 人员变动申报表 with what was decided; telephones masked. */
export const linesTable = async (db: Reader, { model }: KeptProposal, unitName: string): Promise<TakenOut> => ({
  title: `${unitName}人员变动申报表`,
  columns,
  rows: (await linesShown(db, model, [])).map((line) => ({
    kind: label('zh-CN', 'peopleLineKind', line.kind),
    login: line.login,
    name: line.name,
    phone: line.phone ?? undefined,
    held: line.held ? inSection(line.held.kind, line.held.sectionName) : undefined,
    post: line.post ? inSection(line.post.kind, line.post.sectionName) : undefined,
    title: line.post?.title ?? undefined,
    acting: line.post?.acting ? yes : undefined,
    from: line.post?.from,
    to: line.post?.to ?? undefined,
    lastDay: line.lastDay ?? undefined,
    outcome: line.outcome ? label('zh-CN', 'lineOutcome', line.outcome.outcome) : undefined,
    reason: line.outcome?.reason || line.cameBack || undefined,
  })),
})
