import type { Clause } from './clause.ts'
import type { Placed } from './scan.ts'

/**
 * 按时办结率、满意率各占5分。按时办结率…；满意率…，均扣完为止: a heading before what is said of each. Undefined where the
 * names stand otherwise, or a fact decides over all of them.
 */
export function withEachMarks(clauses: readonly Placed[]): readonly Placed[] | undefined {
  const [own, ...rest] = clauses
  if (own?.clause.kind !== 'eachMarks' || rest.length === 0) return undefined
  const { names, points } = own.clause
  const last = rest.at(-1)
  const limit = last?.clause.kind === 'limitOfEach' ? { ...last, clause: ofOne(last.clause) } : undefined
  const said = limit ? rest.slice(0, -1) : rest
  if (said.some(({ clause }) => whole.has(clause.kind))) return undefined
  const starts = names.map((name) => said.findIndex(({ clause }) => nameOf(clause) === name))
  const heading = (name: string): Placed => ({
    ...own,
    clause: { kind: 'heading', name, marks: { kind: 'points', points } },
  })
  const end = limit ? [limit] : []
  if (starts[0] !== 0 || starts.some((at, i) => i > 0 && at <= (starts[i - 1] ?? 0))) return undefined
  return names.flatMap((name, i) => [heading(name), ...said.slice(starts[i], starts[i + 1]), ...end])
}

const whole: ReadonlySet<Clause['kind']> = new Set(['heading', 'gate', 'total', 'times', 'limitOfEach', 'eachMarks'])

const ofOne = ({ limit }: Extract<Clause, { readonly kind: 'limitOfEach' }>): Clause => ({
  kind: 'deductionLimit',
  limit,
})

/** The figure that a clause names. */
function nameOf(clause: Clause): string | undefined {
  if (clause.kind === 'award') {
    const { when } = clause
    if (when.kind === 'meets') return when.actual
    if (when.kind === 'gap') return when.name
    const measure = when.kind === 'band' || when.kind === 'reference' ? when.measure : undefined
    return measure?.kind === 'input' ? measure.name : undefined
  }
  const measure = 'measure' in clause ? clause.measure : undefined
  return measure?.kind === 'input' ? measure.name : undefined
}
