import type { Refusal } from '@quanheng/contract/errors'
import { ok, type Result } from '@quanheng/domain/kernel/result'
import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { namedIds } from '@quanheng/domain/plan/named'
import { responsibilityFor } from '@quanheng/domain/plan/responsibility'
import { childrenOf } from '@quanheng/domain/plan/tree'
import type { Table, TableValues } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../../platform/database/database.ts'
import type { FileReply } from '../../../platform/door/outcome.ts'
import { type Asking, listFile } from '../../../platform/jobs/list-file.ts'
import { tableFile } from '../../../platform/jobs/table-file.ts'
import { namesOf } from '../check-context.ts'
import { seenContent } from '../show.ts'
import { indicatorColumns, leafPaths, pendingWord, taskColumns, taskTemplate } from './columns.ts'

type Names = Readonly<Record<string, string>>

const filled = (values: Readonly<Record<string, string | undefined>>): TableValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))

const taskRows = (content: PlanContent, names: Names): readonly TableValues[] => {
  const paths = leafPaths(content)
  return content.tasks
    .filter((task) => task.unitId !== '')
    .map(({ leafKey, unitId, task, target }) =>
      filled({
        unit: names[unitId],
        leaf: paths.get(leafKey),
        task,
        target: target?.kind === 'set' ? target.value : target && pendingWord,
        owner: target?.kind === 'pending' ? target.owner : undefined,
        remindOn: target?.kind === 'pending' ? target.remindOn : undefined,
      }),
    )
}

const taskTableOf = (content: PlanContent, names: Names): Table => ({
  title: '考核对象及任务分配表',
  columns: taskColumns(content),
  rows: taskRows(content, names),
  template: {
    ...taskTemplate,
    example: filled({
      unit: Object.values(names)[0],
      leaf: [...leafPaths(content).values()][0],
      task: '按要求完成年度任务',
      target: '10',
    }),
  },
})

const flatTree = (content: PlanContent, parent?: string, depth = 0): readonly (readonly [IndicatorNode, number])[] =>
  childrenOf(content, parent).flatMap((node) => [[node, depth] as const, ...flatTree(content, node.key, depth + 1)])

const indicatorRow = (content: PlanContent, names: Names, node: IndicatorNode, depth: number): TableValues => {
  const { scoring } = node
  const owner = responsibilityFor(content, node.key)
  return filled({
    name: `${'　'.repeat(depth)}${node.name}`,
    mark: node.fullMark,
    weight: node.weight,
    rule: scoring?.rule?.text ?? scoring?.sentence,
    standard: scoring?.completionStandard,
    evidence: scoring?.evidenceList
      .map((row, at) => `${at + 1}. ${row.name}${row.required ? '' : '（选交）'}`)
      .join('\n'),
    ...scoring?.card,
    lead: names[owner.ok ? owner.value.leadUnitId : (node.leadUnitId ?? '')],
    basis:
      node.basis.kind === 'clause' ? [node.basis.document, node.basis.article].filter(Boolean).join(' ') : undefined,
  })
}

const indicatorListOf = (content: PlanContent, names: Names) => ({
  title: '指标体系',
  columns: indicatorColumns(content),
  rows: flatTree(content).map(([node, depth]) => indicatorRow(content, names, node, depth)),
})

/** 考核对象及任务分配表 as this person sees it, to fill in and read back. */
export const taskFile = async (db: Reader, planId: string, asking: Asking): Promise<Result<FileReply, Refusal>> => {
  const content = await seenContent(db, asking.actor, planId)
  if (!content.ok) return content
  const table = taskTableOf(content.value, await namesOf(db, namedIds(content.value)))
  const { context, query } = asking
  return ok(
    await tableFile(`${content.value.year}${table.title}`, { ...table, on: context.today }, query.format, asking),
  )
}

/** 指标体系 as this person sees it. */
export const indicatorFile = async (
  db: Reader,
  planId: string,
  asking: Asking,
): Promise<Result<FileReply, Refusal>> => {
  const content = await seenContent(db, asking.actor, planId)
  if (!content.ok) return content
  const list = indicatorListOf(content.value, await namesOf(db, namedIds(content.value)))
  return ok(listFile(`${content.value.year}${list.title}`, list, asking))
}
