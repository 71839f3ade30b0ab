/** Figures of one kind of field: right, found but not there, there but not found. */
export interface Score {
  readonly right: number
  readonly invented: number
  readonly missed: number
}

export type Scores = Readonly<Record<string, Score>>

export interface Difference {
  readonly field: string
  readonly expected: string
  readonly found: string
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  value !== null && value !== undefined && typeof value === 'object' && !Array.isArray(value)

/** A printed value without its place. */
const bare = (value: Json | undefined): Json => {
  if (Array.isArray(value)) return value.map(bare)
  if (!isRecord(value)) return value ?? null
  if ('value' in value && 'at' in value) return bare(value.value)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bare(one)]))
}

/** As the seeds are compared: width, brackets, spaces and stops do not count. */
const norm = (value: Json | undefined): string =>
  Array.isArray(value)
    ? value.map(norm).join('|')
    : value === null || value === undefined
      ? ''
      : String(value)
          .normalize('NFKC')
          .replace(/[〔〕]/g, (sign) => (sign === '〔' ? '[' : ']'))
          .replace(/[\s,，。．.;；:：、()（）]/g, '')

/** Every expected part of a record is what was found; parts that are not asked for do not count. */
function agrees(expected: Json, found: Json | undefined): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return false
    return expected.every((one, at) => agrees(one, found[at]))
  }
  if (isRecord(expected))
    return isRecord(found) && Object.entries(expected).every(([key, one]) => agrees(one, found[key]))
  return norm(expected) === norm(found)
}

const shown = (value: Json | undefined): string => JSON.stringify(bare(value ?? null)).slice(0, 200)

/** The found record that shares most with an expected one, for the report only. */
const nearest = (expected: Json, found: readonly Json[]): Json | undefined =>
  isRecord(expected)
    ? found.find(
        (one) =>
          isRecord(one) &&
          Object.keys(expected).some((key) => norm(expected[key]) !== '' && norm(expected[key]) === norm(one[key])),
      )
    : undefined

/** Compares printed fields with the expected ones; only fields that the expectation names are counted. */
export function compare(
  expected: Readonly<Record<string, Json>>,
  printed: Readonly<Record<string, Json>>,
  mayFind?: readonly string[],
) {
  const scores: Record<string, Score> = {}
  const differences: Difference[] = []
  for (const [field, wanted] of Object.entries(expected)) {
    const got = bare(printed[field])
    if (field === 'findings')
      scores[field] = findings(wanted as readonly string[], got as readonly { code: string }[], mayFind, differences)
    else if (Array.isArray(wanted)) scores[field] = list(field, wanted, Array.isArray(got) ? got : [], differences)
    else {
      const right = norm(wanted) === norm(got)
      if (!right) differences.push({ field, expected: shown(wanted), found: shown(got) })
      const silent = wanted === null
      scores[field] = {
        right: right && !silent ? 1 : 0,
        invented: right || norm(got) === '' ? 0 : 1,
        missed: right || silent ? 0 : 1,
      }
    }
  }
  return { scores, differences }
}

function list(field: string, wanted: readonly Json[], got: readonly Json[], differences: Difference[]): Score {
  const left = [...got]
  let right = 0
  const missing: Json[] = []
  for (const one of wanted) {
    const at = left.findIndex((other) => agrees(one, other))
    if (at < 0) missing.push(one)
    else {
      left.splice(at, 1)
      right += 1
    }
  }
  for (const one of missing) differences.push({ field, expected: shown(one), found: shown(nearest(one, left)) })
  for (const one of left.filter((other) => !missing.some((expected) => nearest(expected, [other]))))
    differences.push({ field, expected: 'nothing', found: shown(one) })
  return { right, invented: left.length, missed: missing.length }
}

/** Of findings the planted ones are asked; what else may be reported is anything, or what `mayFind` names. */
function findings(
  wanted: readonly string[],
  got: readonly { readonly code: string }[],
  mayFind: readonly string[] | undefined,
  differences: Difference[],
): Score {
  const codes = new Set(got.map(({ code }) => code))
  const missing = wanted.filter((code) => !codes.has(code))
  for (const code of missing) differences.push({ field: 'findings', expected: code, found: [...codes].join(' ') })
  const invented = mayFind ? [...codes].filter((code) => !wanted.includes(code) && !mayFind.includes(code)) : []
  for (const code of invented) differences.push({ field: 'findings', expected: 'nothing', found: code })
  return { right: wanted.length - missing.length, invented: invented.length, missed: missing.length }
}
