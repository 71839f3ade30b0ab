import type { Route } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { Reader } from '../../platform/database/database.ts'
import { logActs } from '../../platform/log/log-acts.ts'

/** Words of the routes whose acts are told: the 操作留痕 label, and a line of English. */
export type ActWords = (action: string) => { readonly label: string; readonly summary: string }

/** Acts without a route: of the loader of a rehearsal, of whoever works at the machine, of the platform itself. */
const unserved = [
  ['rehearsal.begin', { label: '启用演练环境', summary: 'Begin a rehearsal' }],
  ['rehearsal.openAccounts', { label: '开通演练账号', summary: 'Open the rehearsal accounts' }],
  ['backup.make', { label: '备份', summary: 'Write a backup of all rows and files' }],
  ['backup.restore', { label: '从备份恢复', summary: 'Restore this system from a backup' }],
  [
    'archive.import',
    { label: '导入归档包', summary: 'Fill this system with the archive package of a year, to be read only' },
  ],
  ['milestone.tellLights', { label: '节点亮灯提醒', summary: 'Tell whoever the lights of milestones have reached' }],
  ['file.check', { label: '核对存档文件', summary: 'Check the stored files' }],
  ['file.quarantine', { label: '隔离带毒文件', summary: 'Lock an infected file away' }],
] as const

/** Acts of the log itself. */
const wordsOfLog = [
  [logActs.trail, { label: '封存访问记录', summary: 'Seal the access trail' }],
  [logActs.sound, { label: '留痕全面核对：一致', summary: 'Check the whole log: sound' }],
  [logActs.clock, { label: '时钟跳变', summary: 'The clock of the platform was set' }],
  [logActs.program, { label: '程序变更', summary: 'Another program runs than before' }],
  [logActs.placeSilent, { label: '另存处没有收到存证点', summary: 'A second place has had no checkpoint for a day' }],
  [logActs.placeRemoved, { label: '启动时去掉了另存处', summary: 'A second place was left out at a start' }],
  [logActs.places, { label: '存证点另存处', summary: 'The second places that the platform begins with' }],
  [logActs.unsound, { label: '留痕全面核对：发现不一致', summary: 'Check the whole log: something was changed' }],
] as const

/** What a route does, without what its summary goes on to say for programmers. */
const firstClause = (summary: string): string => summary.split(/[:;.,](?:\s|$)/, 1)[0] ?? summary

/** An act of an older release may name a route that is no longer there: it shows by its id. */
export const actWords = (routes: readonly Route[]): ActWords => {
  const words = new Map<string, ReturnType<ActWords>>([
    ...unserved,
    ...wordsOfLog,
    ...routes.flatMap((route) =>
      route.kind === 'command' ? [[route.id, { label: route.act, summary: firstClause(route.summary) }] as const] : [],
    ),
  ])
  return (action) => words.get(action) ?? { label: action, summary: action }
}

/** Acts with who, under which post, and the place of their leaf in the tree. */
export const actHeads = (db: Reader) =>
  db
    .selectFrom('act')
    .leftJoin('person', 'person.id', 'act.person_id')
    .leftJoin('post', 'post.id', 'act.post_id')
    .leftJoin('unit', 'unit.id', 'post.unit_id')
    .leftJoin('section', 'section.id', 'post.section_id')
    .leftJoin('tree_entry', 'tree_entry.act_id', 'act.id')

export const headColumns = [
  'act.id',
  'act.at',
  'act.business_date',
  'act.action',
  'person.name as person',
  'post.kind as post',
  'unit.name as unit',
  'section.name as section',
  'tree_entry.position as leaf',
] as const

interface HeadRow {
  readonly id: string
  readonly at: Date
  readonly business_date: string
  readonly action: string
  readonly person: string | null
  readonly post: PostKind | null
  readonly unit: string | null
  readonly section: string | null
  readonly leaf: number | null
}

export const headOf = (row: HeadRow, words: ActWords) => ({
  id: row.id,
  at: row.at.toISOString(),
  day: row.business_date,
  action: row.action,
  ...words(row.action),
  person: row.person,
  post: row.post,
  unit: row.unit,
  section: row.section,
  leaf: row.leaf,
})
