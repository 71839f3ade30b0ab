import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { normaliseContent } from '@quanheng/domain/plan/normalise-content'
import { checkShape } from '@quanheng/domain/plan/shape'
import { message } from '@quanheng/messages/messages'
import { readCsv } from '@quanheng/papers/csv/csv'
import { decodeText } from '@quanheng/papers/csv/decode'
import { type PlanFacts, readFactsDoc } from '@quanheng/papers/plan-file/facts-file'
import { readFactsSheet } from '@quanheng/papers/plan-file/facts-sheet'
import { type FactsTable, factsDocOf } from '@quanheng/papers/plan-file/facts-table'
import type { Doc, DocPath } from '@quanheng/papers/plan-file/form'
import { docPathOf } from '@quanheng/papers/plan-file/locate'
import { type PlanFile, planFileForm, readPlanDoc } from '@quanheng/papers/plan-file/plan-file'
import { readYaml } from '@quanheng/papers/yaml/yaml'
import { FilesRefused } from '../refused.ts'
import { type Language, languageTag } from '../texts/texts.ts'

type Message = Parameters<typeof message>

/** `plan.yaml:12: 缺“分值”。请补上。`; without a line where the whole file is meant. */
const faultLine = (
  file: string,
  where: number | string | undefined,
  [language, code, params]: readonly [Language, string, Message[2]?],
): string =>
  [basename(file), ...(where === undefined ? [] : [where])].join(':') +
  `: ${message(languageTag(language), code, params)}`

function refuse(
  file: string,
  language: Language,
  faults: readonly {
    readonly code: string
    readonly where?: number | string | undefined
    readonly params?: Message[2] | undefined
  }[],
): never {
  throw new FilesRefused(
    faults.map(({ code, where, params }) => faultLine(file, where, [language, code, params])).join('\n'),
  )
}

function bytesOf(file: string, language: Language): Buffer {
  try {
    return readFileSync(file)
  } catch {
    return refuse(file, language, [{ code: 'file.unreadable', params: { file } }])
  }
}

interface Placed {
  readonly doc: Doc
  readonly lineOf: (path: DocPath) => number
}

function yamlOf(file: string, language: Language): Placed {
  const read = readYaml(bytesOf(file, language).toString('utf8'))
  return read.ok
    ? read.value
    : refuse(
        file,
        language,
        read.error.map(({ line, ...rest }) => ({ ...rest, where: line })),
      )
}

/** A plan whose every value has a line. */
export interface PlacedPlan extends PlanFile {
  readonly lineOf: (at: string) => number
}

export function readPlan(file: string, language: Language): PlacedPlan {
  const { doc, lineOf } = yamlOf(file, language)
  const read = readPlanDoc(doc)
  if (!read.ok)
    return refuse(
      file,
      language,
      read.error.map(({ code, path, params }) => ({ code, where: lineOf(path), params })),
    )
  const content = normaliseContent(read.value.content)
  const line = (at: string): number => lineOf(docPathOf(planFileForm as never, content, at))
  const shape = checkShape(content)
  if (!shape.ok)
    return refuse(file, language, [
      { code: shape.error.code, where: line(shape.error.at ?? ''), params: shape.error.params },
    ])
  return { content, names: read.value.names, lineOf: line }
}

export async function readFacts(file: string, plan: PlanFile, language: Language): Promise<PlanFacts> {
  const { doc, lineOf } = await factsDoc(file, plan, language)
  const read = readFactsDoc(doc, plan)
  return read.ok
    ? read.value
    : refuse(
        file,
        language,
        read.error.map(({ code, path, params }) => ({ code, where: lineOf(path), params })),
      )
}

async function factsDoc(file: string, plan: PlanFile, language: Language): Promise<Placed> {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return yamlOf(file, language)
    case '.csv': {
      const decoded = decodeText(bytesOf(file, language))
      const rows = decoded.ok ? readCsv(decoded.value.text) : decoded
      const [header, ...rest] = rows.ok ? rows.value : refuse(file, language, [{ code: 'file.csv' }])
      return tabled({ header: header?.cells ?? [], rows: rest }, file, language)
    }
    case '.xlsx': {
      const table = await readFactsSheet(bytesOf(file, language), plan.content)
      return table.ok
        ? tabled(table.value, file, language)
        : refuse(
            file,
            language,
            table.error.map(({ code, cell, params }) => ({ code, where: cell, params })),
          )
    }
    default:
      return refuse(file, language, [{ code: 'file.kind', params: { file } }])
  }
}

function tabled(table: FactsTable, file: string, language: Language): Placed {
  const { twice, ...placed } = factsDocOf(table)
  if (twice.length === 0) return placed
  return refuse(
    file,
    language,
    twice.map(({ name, line }) => ({ code: 'file.twice', where: line, params: { name } })),
  )
}
