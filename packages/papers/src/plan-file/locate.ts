import type { DocPath, Form } from './form.ts'

type AnyForm = Form<never>

/** `indicators[growth].scoring.rule.bands[2]` as steps: members and keys. */
const stepsOf = (at: string): readonly string[] => at.match(/\[[^\]]*\]|[^.[\]]+/g) ?? []

const identities = ['key', 'input', 'nodeKey', 'question'] as const

/** What `at` paths call a row: its key, what it is about, or leaf and unit. */
const isCalled = (row: unknown, name: string): boolean => {
  if (typeof row !== 'object' || row === null) return false
  const members = row as Readonly<Record<string, unknown>>
  return identities.some((identity) => members[identity] === name) || `${members.leafKey},${members.unitId}` === name
}

/**
 * Where in the file stands what a refusal or finding names in the data: as far down as the file follows the data. The form gives
 * the names that members have in the file, the value the position of a row in its list.
 */
export function docPathOf(form: AnyForm, value: unknown, at: string): DocPath {
  const path: (string | number)[] = []
  let [here, held]: [AnyForm | undefined, unknown] = [form, value]
  for (const step of stepsOf(at)) {
    if (step.startsWith('[')) {
      if (!Array.isArray(held)) break
      const name = step.slice(1, -1)
      const found = held.findIndex((row) => isCalled(row, name))
      const index = found < 0 && /^\d+$/.test(name) ? Number(name) : found
      if (index < 0 || index >= held.length) break
      path.push(index)
      held = held[index]
      here = here?.item
      continue
    }
    const part = here?.parts?.[step]
    if (!part) break
    path.push(part.label)
    here = part.form
    held = typeof held === 'object' && held !== null ? (held as Readonly<Record<string, unknown>>)[step] : undefined
  }
  return path
}
