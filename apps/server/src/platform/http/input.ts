import type { Refusal } from '@quanheng/contract/errors'
import type { Route } from '@quanheng/contract/route'
import { isWellFormed } from '@quanheng/domain/kernel/normalise'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { fieldPlace } from '@quanheng/messages/field-place'
import type { Language } from '@quanheng/messages/language'
import { message } from '@quanheng/messages/messages'
import { z } from 'zod'
import type { Detail } from './refusal.ts'

interface Input {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

type Checked = Result<Input, Refusal & { readonly details: readonly Detail[] }>

/** Checks params, query and body against the contract; every fault is named with its place and a sentence. */
export const checkInput = (route: Route, input: Input, language: Language): Checked => {
  const bodySchema = 'body' in route && route.body instanceof z.ZodType ? route.body : undefined
  const parts = [
    ['params', route.params, input.params],
    ['query', route.query, input.query],
    ['body', bodySchema, input.body],
  ] as const
  const details: Detail[] = []
  const value: Record<string, unknown> = {}
  for (const [part, schema, given] of parts) {
    if (schema === undefined) continue
    const read = readAs(schema, given ?? {}, language)
    if (read.ok) value[part] = read.value
    else
      details.push(...read.error.map(({ path, message: said }) => ({ at: [part, ...path].join('.'), message: said })))
  }
  if (details.length === 0) return ok({ params: value.params, query: value.query, body: value.body })
  const where = details.map((detail) => detail.message).join('；')
  const refusal = refuse('platform.badInput', { at: details[0]?.at ?? '', params: { where } })
  return { ok: false, error: { ...refusal.error, details } }
}

/** No form that people fill in comes near it. */
const deepest = 60

const isReadable = (text: string): boolean => !text.includes('\u0000') && isWellFormed(text)

/** Where text stands that no database keeps and no signature covers (NUL, half a surrogate pair), or nesting without end. */
const unreadableAt = (value: unknown, path: readonly string[] = []): readonly string[] | null => {
  if (typeof value === 'string') return isReadable(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  if (path.length === deepest) return path
  for (const [key, entry] of Object.entries(value)) {
    const found = isReadable(key) ? unreadableAt(entry, [...path, key]) : path
    if (found !== null) return found
  }
  return null
}

export interface InputFault {
  readonly path: readonly string[]
  readonly message: string
}

/** Data against a shape of the contract; every fault is named with its place and a sentence. */
export const readAs = <T>(
  schema: z.ZodType<T>,
  given: unknown,
  language: Language,
): Result<T, readonly InputFault[]> => {
  const unreadable = unreadableAt(given)
  if (unreadable !== null) {
    const at = fieldPlace(language, unreadable)
    return fail([{ path: unreadable, message: message(language, 'input.unreadable', { at }) }])
  }
  const parsed = schema.safeParse(given)
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.map((issue) => worded(issue, given, language)))
}

const worded = (issue: z.core.$ZodIssue, given: unknown, language: Language): InputFault => {
  const path = issue.path.map(String)
  const { code, params } = faultOf(issue, valueAt(given, issue.path) === undefined)
  return { path, message: message(language, code, { ...params, at: fieldPlace(language, path) }) }
}

interface Fault {
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
}

const valueAt = (whole: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((value: unknown, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], whole)

const faultOf = (issue: z.core.$ZodIssue, absent: boolean): Fault => {
  switch (issue.code) {
    case 'invalid_type':
      return { code: absent ? 'input.required' : 'input.wrongType' }
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'input.tooLong' : 'input.tooBig',
        params: { max: String(issue.maximum) },
      }
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return { code: 'input.required' }
      return {
        code: issue.origin === 'string' ? 'input.tooShort' : 'input.tooSmall',
        params: { min: String(issue.minimum) },
      }
    case 'unrecognized_keys':
      return { code: 'input.unknownField', params: { names: issue.keys.join('、') } }
    case 'invalid_value':
      return { code: 'input.notAChoice' }
    default:
      return { code: 'input.wrongForm' }
  }
}
