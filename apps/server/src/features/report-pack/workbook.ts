import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { PackLine } from '@quanheng/domain/report-pack/lines'
import type { Table, TableColumn, TemplateMark } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { dataColumns, dataForm, replyRows, rowValues } from '../collection/index.ts'
import type { AskedOf } from './asked.ts'

const packTemplate: TemplateMark = { name: 'report-pack', version: '1' }

const before = dataColumns.findIndex(({ key }) => key === 'value')

/** The collection's own columns with what is asked and the folders of its evidence. */
const columns: readonly TableColumn[] = [
  ...dataColumns.slice(0, before),
  { key: 'standard', header: '完成标准', width: 30, kind: 'text', maxLength: 5_000 },
  ...dataColumns.slice(before),
  {
    key: 'folders',
    header: '佐证材料文件夹',
    width: 24,
    kind: 'text',
    note: '由平台填写。把证明本行数据的材料放入这些编号的文件夹，各放什么见文件夹内的说明。',
  },
]

/** What the workbook of a pack is written, read and marked by. */
export const packForm = { columns, template: packTemplate, example: dataForm.example }

/** `01—03、07`: runs of numbers as people write them. */
const sayNumbers = (numbers: readonly string[]): string => {
  const runs: string[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && Number(run.at(-1)) + 1 === Number(number)) run.push(number)
    else runs.push([number])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}—${run.at(-1)}` : run.join('、'))).join('、')
}

const foldersOf = (lines: readonly PackLine[], leafKeys: readonly string[], unitId: string): string =>
  sayNumbers(lines.filter((line) => line.unitId === unitId && leafKeys.includes(line.leafKey)).map((one) => one.number))

/** One line a figure that waits for its report; blank where nothing was reported yet. */
export const packTable = async (db: Reader, actor: Actor, asked: AskedOf, today: string): Promise<Table> => {
  const { plan, data, lines } = asked
  const rows = (await replyRows(db, actor, data, today)).map((row) => {
    const keys = row.leaves.map(({ key }) => key)
    const standards = keys.map((key) => nodeByKey(plan.content, key)?.scoring?.completionStandard ?? '')
    return {
      ...rowValues(row, today),
      standard: [...new Set(standards.filter((text) => text !== ''))].join('；'),
      folders: foldersOf(lines, keys, row.unitId),
    }
  })
  return { title: '填报表', columns, rows, template: { ...packTemplate, example: dataForm.example }, on: today }
}
