import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { nameRun, type RunContent } from '../../packages/domain/src/result/run-content.ts'
import { figureAt } from '../../packages/domain/src/result/run-figures.ts'
import { checkPackage } from '../../packages/papers/src/package/check-package.ts'
import { openDocx, textOf } from '../../packages/papers/src/testing/open-docx.ts'
import { openXlsx } from '../../packages/papers/src/testing/open-xlsx.ts'
import { readZip } from '../../packages/papers/src/zip/read.ts'
import type { City } from '../support/city.ts'
import { openApproval } from './approval.ts'
import { fagai, type LeadUnit } from './lead-units.ts'
import { packageOf } from './submission.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** The standing locked version, as the platform's own interface gives it: here alone the pages are not asked. */
export const lockedVersion = async (city: City, { carrier, title }: LeadUnit) => {
  const { request } = await city.as(carrier)
  const { rows } = (await (await request.get('/api/results')).json()) as {
    rows: { title: string; result: { id: string; runDigest: string } | null }[]
  }
  const result = rows.find((row) => row.title === title)?.result
  if (!result) throw new Error(`${title} is not locked`)
  const run = (await (await request.get(`/api/results/${result.id}/scores.json`)).json()) as RunContent
  return { run, runDigest: result.runDigest }
}

const rowsOf = (table: string): string[][] =>
  [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
  )

const numbersIn = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? []

/** What the report prints, wherever it prints a number: by table and row, and in its sentences. */
const readReport = async (bytes: Uint8Array) => {
  const { document } = await openDocx(bytes)
  const table = /<w:tbl>.*?<\/w:tbl>/gs
  const [summary = [], ...leaves] = [...document.matchAll(table)].map(([xml]) => rowsOf(xml))
  const prose = document
    .replaceAll(table, '')
    .split('</w:p>')
    .map(textOf)
    .filter((text) => text !== '')
  return { summary, leaves, prose }
}

/** One row as paper and workbook have to print it, from the locked version. */
const printedRow = (run: RunContent, leafAt: number, row: number) => {
  const leaf = run.leaves[leafAt] as RunContent['leaves'][number]
  const at = (name: string) => figureAt(run, `leaves[${leafAt}].rows[${row}].${name}`)
  const deductions = leaf.deductions[row] ?? []
  return {
    leaf: leaf.name,
    unit: run.units.find(({ id }) => id === leaf.unitIds[row])?.name,
    target: at('target'),
    actual: at('actual'),
    fullMark: at('fullMark'),
    points: at('points'),
    lost: at('lost'),
    reasons: deductions.map(({ reason }, part) => `${reason}（${at(`deductions[${part}]`)}分）`).join('；'),
  }
}

const rowsIn = (run: RunContent) =>
  run.leaves.flatMap((leaf, leafAt) => leaf.unitIds.map((_, row) => printedRow(run, leafAt, row)))

/** Every table cell of the report that holds a figure, and every number in its sentences. */
const compareReport = async (run: RunContent, bytes: Uint8Array): Promise<void> => {
  const { summary, leaves, prose } = await readReport(bytes)
  expect(summary.slice(1).map((cells) => cells.slice(1))).toEqual(
    run.leaves.map((leaf, at) => [
      leaf.name,
      ...['fullMark', 'units', 'full', 'deducted', 'mean'].map((name) => figureAt(run, `leaves[${at}].${name}`)),
    ]),
  )
  const printed = leaves.flatMap((table) => table.slice(2).map((cells) => cells.slice(1, 8)))
  expect(printed).toEqual(
    rowsIn(run).map(({ unit, target, actual, fullMark, points, lost, reasons }) => [
      unit,
      target ?? '—',
      actual,
      fullMark,
      points,
      lost,
      reasons || '—',
    ]),
  )
  // What is left are years, dates, numbers of documents, captions, and the words of the notes: none of them is a figure.
  const sentences = prose
    .filter((text) => !/^(表\d|单位：|有关说明|高新区)/.test(text))
    .map((text) => text.replaceAll(/〔[^〕]+〕\d+号|20\d\d年(?:度|\d+月\d+日)?/g, ''))
  const counts = ['leaves', 'units', 'items', 'marks', 'full', 'deducted']
  expect(sentences.flatMap(numbersIn)).toEqual(counts.map((name) => figureAt(run, `count.${name}`)))
}

/** Every row of the workbook, cell by cell; text columns as text, figures exactly. */
const compareWorkbook = async (run: RunContent, bytes: Uint8Array): Promise<void> => {
  const book = await openXlsx(bytes)
  const figures = { E: 'target', F: 'actual', H: 'fullMark', I: 'points', J: 'lost' } as const
  const rows = rowsIn(run)
  for (const [at, row] of rows.entries()) {
    const cell = (column: string) => book.get(`${column}${at + 4}`) ?? ''
    expect([cell('C'), cell('D'), cell('K')]).toEqual([row.leaf, row.unit, row.reasons])
    for (const [column, name] of Object.entries(figures)) {
      const figure = row[name] ?? ''
      const found = cell(column)
      expect(Number.isFinite(Number(figure)) ? Number(found) : found, `${column}${at + 4} ${row.unit}`).toEqual(
        Number.isFinite(Number(figure)) ? Number(figure) : figure,
      )
    }
  }
  expect(book.has(`D${rows.length + 4}`), 'nothing below the last row').toBe(false)
}

/** The package is whole, names the locked version, and prints nothing that the locked version does not hold. */
export const comparePackage = async (city: City): Promise<void> => {
  const page = await openApproval(city, fagai.clerk, fagai)
  const bytes = await packageOf(city, fagai)
  const whole = await checkPackage(bytes)
  if (!whole.ok) throw new Error(JSON.stringify(whole.error))
  const { digest, manifest } = whole.value
  const shown = (await page.getByRole('main').textContent())?.replaceAll(/\s/g, '') ?? ''
  expect(shown).toContain(digest.slice(0, 16))
  for (const file of manifest.files) expect(shown).toContain(`${file.path}${file.sha256.slice(0, 16)}`)

  const { run, runDigest } = await lockedVersion(city, fagai)
  expect(manifest).toMatchObject({
    kind: 'submission',
    cites: { run: runDigest, plan: run.plan.digest, number: fagai.documentNumber },
  })
  const parts = new Map((await readZip(bytes)).map((part) => [part.path, part.bytes]))
  const part = (path: string) => parts.get(path) as Uint8Array
  const scores = JSON.parse(Buffer.from(part('scores.json')).toString('utf8')) as RunContent
  expect(scores).toEqual(run)
  expect(nameRun(scores, sha256).digest).toBe(runDigest)
  expect(rowsIn(run)).toHaveLength(71)
  await compareReport(run, part('评分报告.docx'))
  await compareWorkbook(run, part('scores.xlsx'))
  const letter = (await openDocx(part('报送公文.docx'))).text
  expect(letter).toContain(fagai.documentNumber)
  expect(letter).toContain(
    `${figureAt(run, 'count.leaves')}项指标的考核评分工作，涉及考核对象${figureAt(run, 'count.units')}个`,
  )
}
