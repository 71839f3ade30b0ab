import type { PlanContent } from '@quanheng/domain/plan/model'
import { basisDefinition } from './basis-form.ts'
import { type Doc, type FileFault, type JsonSchema, oneOf } from './form.ts'
import { type Names, namesForm, tellingNames, withIds, withNames } from './names.ts'
import { planFields } from './plan-form.ts'
import { type Fields, needed, record, unless } from './record.ts'

/** A plan as a file: readable by an official, and the whole of what the database holds. */
export interface PlanFile {
  readonly content: PlanContent
  /** Names of units, sections and people by id; an id that has none stands in the file itself. */
  readonly names: Names
}

interface Written extends Omit<PlanContent, 'v'> {
  readonly format: '1'
  readonly names: Names
}

const fields: Fields<Written> = {
  format: needed('权衡方案', oneOf({ '1': '1' })),
  names: unless({}, '名册', namesForm),
  ...planFields,
}

export const planFileForm = record<Written>(fields)

/** Every fault of the document, each with its path; what the plan says is for `checkShape` and `checkPlan`. */
export function readPlanDoc(
  doc: Doc,
): { readonly ok: true; readonly value: PlanFile } | { readonly ok: false; readonly error: readonly FileFault[] } {
  const faults: FileFault[] = []
  const read = planFileForm.read(doc, [], (code, path, params) => {
    faults.push({ code, path, ...(params && { params }) })
    return undefined
  })
  if (!read || faults.length > 0) return { ok: false, error: faults }
  const { format: _, names, ...content } = read
  return { ok: true, value: { content: withIds({ v: 1, ...content }, names), names } }
}

/** `readPlanDoc` gives back the same content. Names that would not tell one id from another are left out. */
export function writePlanDoc({ content, names }: PlanFile): Doc {
  const telling = tellingNames(content, names)
  const { v: _, ...rest } = withNames(content, telling)
  return planFileForm.write({ format: '1', names: telling, ...rest })
}

/** JSON Schema (2020-12) of a plan file, for editors that complete and check while one types. */
export const planSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '权衡考评方案文件',
  ...planFileForm.schema,
  $defs: basisDefinition,
}
