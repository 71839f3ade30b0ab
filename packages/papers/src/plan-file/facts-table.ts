import type { Doc, DocPath } from './form.ts'

/** A table of figures: a column 单位, then one for each data element, headed by its key or name. */
export interface FactsTable {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** A table of figures as the facts file it stands for, and the line of each of its values. */
export interface TabledFacts {
  readonly doc: Doc
  readonly lineOf: (path: DocPath) => number
  /** Units and columns that stand there more than once, each with the line of the second. */
  readonly twice: readonly { readonly name: string; readonly line: number }[]
}

export function factsDocOf({ header, rows }: FactsTable): TabledFacts {
  const names = header.map(withoutUnit)
  const lines = new Map(rows.map(({ line, cells }) => [cells[0] ?? '', line]))
  const figures = names
    .slice(1)
    .map(
      (name, at) => [name, Object.fromEntries(rows.map(({ cells }) => [cells[0] ?? '', cells[at + 1] ?? '']))] as const,
    )
  const seen = new Set<string>()
  const again = (name: string): boolean => seen.size === seen.add(name).size
  return {
    doc: { 权衡数据: '1', 数据: Object.fromEntries(figures) },
    lineOf: (path) => lines.get(String(path[2] ?? '')) ?? 1,
    twice: [
      ...names.flatMap((name) => (again(`column ${name}`) ? [{ name, line: 1 }] : [])),
      ...rows.flatMap(({ line, cells: [name = ''] }) => (again(`unit ${name}`) ? [{ name, line }] : [])),
    ],
  }
}

/** `公路投资（亿元）` is headed so on paper; the plan calls it 公路投资. */
const withoutUnit = (name: string): string => name.replace(/[（(][^（）()]*[）)]$/u, '')
