import { type Proof, proofs } from '../kernel/command-context.ts'
import type { Hash } from '../kernel/digest.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { drawAlgorithm, type PopulationUnit, populationDigest, riskDrawAlgorithm, type Stratum } from './draw.ts'
import { pick, seedOf } from './pick.ts'
import { mostRisk, withChances } from './risk-draw.ts'
import { commitmentDigest, committedSeed } from './seed-agreement.ts'

interface NamedUnit extends PopulationUnit {
  readonly name: string
}

/**
 * 抽样记录 as a file: the list, the seed and who gave its parts, and what was drawn. Whoever has it repeats the draw without us
 * (`verify/draw.py`), as often as they like.
 */
export interface DrawRecord {
  readonly v: 1
  readonly kind: 'quanheng.draw'
  readonly algorithm: string
  readonly plan: string
  readonly indicator: string
  readonly strata: readonly { readonly key: string; readonly units: readonly NamedUnit[] }[]
  readonly populationDigest: string
  readonly size: number
  readonly seedParts: readonly { readonly by: string; readonly value: string }[]
  readonly seed: string
  /** Of a seed agreed on before the list was fixed: the digest that each of the first parts was filed under. */
  readonly commitments?: readonly {
    readonly by: string
    readonly bound: string
    readonly digest: string
    readonly at: string
  }[]
  readonly picked: readonly { readonly stratum: string; readonly code: string }[]
  /** Instant, RFC 3339. */
  readonly at: string
  readonly drawnBy: string
  readonly witness: string
  /** When the witness signed, over which digest, and on what proof of identity; null while that is open. */
  readonly attested?: { readonly at: string; readonly digest: string; readonly proof?: Proof } | null
  /** A draw that was made void stays on record. */
  readonly cancelled: { readonly by: string; readonly at: string; readonly reason: string } | null
}

/** In the order in which they are looked for; both verifiers name the first alike. */
export const drawFaults = [
  /** No JSON, or not of this shape. */
  'draw.unreadable',
  /** Drawn in a way that this verifier does not know. */
  'draw.algorithm',
  /** The list is not the one that was fixed before the seed was known. */
  'draw.list',
  /** By its risks the list gives this unit another chance. [unit] */
  'draw.chance',
  /** What a party revealed is not what it had filed the digest of. [place] */
  'draw.commitment',
  /** The seed is not its parts joined by `|`, or of committed parts the SHA-256 of that. */
  'draw.seed',
  /** List and seed give other units, first at this place of the order. [place] */
  'draw.picks',
] as const
export type DrawFault = (typeof drawFaults)[number]

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hasTexts = (value: unknown, names: readonly string[]): value is Fields =>
  isObject(value) && names.every((name) => typeof value[name] === 'string' && !/\p{Surrogate}/u.test(value[name]))

const listOf = (value: unknown, holds: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(holds)

const isStratum = (value: unknown): boolean =>
  hasTexts(value, ['key']) && listOf(value.units, (unit) => hasTexts(unit, ['code', 'unitId', 'name']))

const texts = ['algorithm', 'plan', 'indicator', 'populationDigest', 'seed', 'at', 'drawnBy', 'witness']

const isAttested = (value: unknown): boolean =>
  value === null ||
  (hasTexts(value, ['at', 'digest']) && [undefined, ...proofs].includes(value.proof as Proof | undefined))

const isRecord = (value: unknown): boolean =>
  hasTexts(value, texts) &&
  value.v === 1 &&
  value.kind === 'quanheng.draw' &&
  Number.isSafeInteger(value.size) &&
  listOf(value.strata, isStratum) &&
  listOf(value.seedParts, (part) => hasTexts(part, ['by', 'value'])) &&
  (value.commitments === undefined || listOf(value.commitments, (one) => hasTexts(one, ['bound', 'digest']))) &&
  listOf(value.picked, (one) => hasTexts(one, ['stratum', 'code'])) &&
  isAttested(value.attested ?? null) &&
  (value.cancelled === null || hasTexts(value.cancelled, ['by', 'at', 'reason']))

const read = (text: string): DrawRecord | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? (value as unknown as DrawRecord) : undefined
  } catch {
    return undefined
  }
}

/** The list as it was digested: names are beside it, risk and chance are part of it in a draw by risk. */
const bare = ({ strata, algorithm }: DrawRecord): readonly Stratum[] =>
  strata.map(({ key, units }) => ({
    key,
    units: units.map(({ code, unitId, risk, chance }) =>
      algorithm === drawAlgorithm || risk === undefined || chance === undefined
        ? { code, unitId }
        : { code, unitId, risk, chance },
    ),
  }))

const isWeighed = ({ strata }: DrawRecord): boolean =>
  strata.every(({ units }) =>
    units.every(
      ({ risk, chance }) =>
        typeof chance === 'string' &&
        !/\p{Surrogate}/u.test(chance) &&
        Number.isSafeInteger(risk) &&
        Number(risk) >= 1 &&
        Number(risk) <= mostRisk,
    ),
  )

/** The first unit, in the order listed, whose chance is not what risks and size give. */
const falseChance = (strata: readonly Stratum[], size: number, hash: Hash): string | undefined => {
  const expected = withChances(strata, size, hash).flatMap(({ units }) => units)
  const given = strata.flatMap(({ units }) => units)
  return given.find(({ chance }, at) => chance !== expected[at]?.chance)?.code
}

/** Place, from 1, of the first revealed value that does not match; also where the public number is missing. */
const falseReveal = ({ commitments, seedParts }: DrawRecord, hash: Hash): number | undefined => {
  if (commitments === undefined) return undefined
  const wrong = commitments.findIndex(
    ({ bound, digest }, at) => commitmentDigest(bound, seedParts[at]?.value ?? '', hash) !== digest,
  )
  if (wrong >= 0) return wrong + 1
  return seedParts.length === commitments.length + 1 ? undefined : commitments.length + 1
}

/** No two strata of one name, no two units of one code in a stratum: else the order would not be fixed. */
const isOrderable = (strata: readonly Stratum[]): boolean =>
  [strata.map(({ key }) => key), ...strata.map(({ units }) => units.map(({ code }) => code))].every(
    (names) => new Set(names).size === names.length,
  )

/** Whether the units drawn are those that list and seed give (draw.ts). `hash` is SHA-256. */
export const checkDrawRecord = (text: string, hash: Hash): Result<DrawRecord, DomainError<DrawFault>> => {
  const record = read(text)
  if (record === undefined) return refuse('draw.unreadable')
  const byRisk = record.algorithm === riskDrawAlgorithm
  if (!byRisk && record.algorithm !== drawAlgorithm) return refuse('draw.algorithm')
  if (byRisk && !isWeighed(record)) return refuse('draw.unreadable')
  const strata = bare(record)
  if (!isOrderable(strata) || populationDigest(strata, hash) !== record.populationDigest) return refuse('draw.list')
  const { size, picked } = record
  const total = strata.reduce((sum, { units }) => sum + units.length, 0)
  const code = byRisk && size >= 0 && size <= total ? falseChance(strata, size, hash) : undefined
  if (code !== undefined) return refuse('draw.chance', { params: { unit: code } })
  const place = falseReveal(record, hash)
  if (place !== undefined) return refuse('draw.commitment', { params: { place: String(place) } })
  const joined = record.commitments ? committedSeed(record.seedParts, hash) : seedOf(record.seedParts)
  if (joined !== record.seed) return refuse('draw.seed')
  const expected = size < 0 || size > total ? [] : pick({ strata, size }, record.seed, hash)
  const same = (at: number) => expected[at]?.code === picked[at]?.code && expected[at]?.stratum === picked[at]?.stratum
  const longest = Math.max(expected.length, picked.length)
  const wrong = expected.length === size ? Array.from({ length: longest }, (_, at) => at).find((at) => !same(at)) : 0
  return wrong === undefined ? ok(record) : refuse('draw.picks', { params: { place: String(wrong + 1) } })
}
