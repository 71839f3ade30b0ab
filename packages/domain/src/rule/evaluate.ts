import { type Exact, sub, sum, zero } from '../kernel/exact.ts'
import type { Facts, RuleInput } from './facts.ts'
import { givenOf } from './given.ts'
import { withGroupRates } from './group-rates.ts'
import { inputsOf } from './inputs.ts'
import { ask, type Computation, type Computed, type Given } from './method.ts'
import { methodOf } from './methods.ts'
import type { Rule, StoredRule } from './model.ts'
import type { Outcome, Reading, RuleErrorCode, Scored } from './outcome.ts'
import { choicesOf, lineOf, type QuestionCode } from './questions.ts'
import { settled, show } from './trace.ts'

/**
 * What a rule makes of the facts. Questions that the sentence leaves open are asked only where these facts raise them; one without
 * an answer is tried every way. If all ways agree that is the score, otherwise the outcome is `ambiguous` and lists them.
 * Pure and total: bad facts give `error` or `missing`, never an exception and never a zero.
 */
export function evaluate({ rule, answers }: Pick<StoredRule, 'rule' | 'answers'>, facts: Facts): Outcome {
  const inputs = inputsOf(rule)
  const checked = givenOf(inputs, facts)
  if (checked.kind === 'missing') return { status: 'missing', needs: checked.needs }
  if (checked.kind === 'error') return { status: 'error', code: checked.code, at: checked.at }
  const answered = new Map(answers.map(({ question, choice }) => [question, choice]))
  const run =
    checked.kind === 'notConcerned'
      ? () => notConcerned(checked.fullMark)
      : () => compute(rule, inputs, facts, checked.given)
  return agree(explore(run, answered), checked.kind === 'given' ? checked.given.fullMark : checked.fullMark)
}

interface Explored {
  readonly assumed: readonly (readonly [QuestionCode, string])[]
  readonly computed: Computed
}

/** Runs a computation once for every combination of choices that it asks for and nobody has answered, the usual ones first. */
function explore(
  run: () => Computation,
  answered: ReadonlyMap<string, string>,
  assumed: Explored['assumed'] = [],
): readonly Explored[] {
  const chosen = new Map(assumed)
  const computation = run()
  for (let step = computation.next(); ; ) {
    if (step.done) return [{ assumed, computed: step.value }]
    const question = step.value
    const choices = choicesOf(question)
    const choice = [answered.get(question), chosen.get(question)].find((c) => c !== undefined && choices.includes(c))
    if (choice === undefined) return choices.flatMap((each) => explore(run, answered, [...assumed, [question, each]]))
    step = computation.next(choice)
  }
}

function agree(ways: readonly Explored[], fullMark: Exact): Outcome {
  const results = ways.map(({ assumed, computed }) => ({ assumed, result: resultOf(computed, fullMark) }))
  const failed = results.find(({ result }) => result.status === 'error')?.result
  if (failed) return failed
  const readings = results.flatMap(({ assumed, result }): readonly (Reading & { readonly scored: Scored })[] =>
    result.status === 'scored'
      ? [
          {
            answers: assumed.map(([question, choice]) => ({ question, choice })),
            points: result.points,
            fullMark: result.fullMark,
            scored: result,
          },
        ]
      : [],
  )
  const [usual] = readings
  if (usual && readings.every((r) => r.points === usual.points && r.fullMark === usual.fullMark)) return usual.scored
  return { status: 'ambiguous', readings: readings.map(({ scored: _, ...reading }) => reading) }
}

type Result = Scored | { readonly status: 'error'; readonly code: RuleErrorCode; readonly at: string }

function resultOf(computed: Computed, itemMark: Exact): Result {
  if (computed.kind === 'error') return { status: 'error', code: computed.code, at: computed.at }
  const fullMark = computed.kind === 'excluded' ? zero : itemMark
  const losses = computed.kind === 'excluded' ? [] : computed.losses
  const points = sub(fullMark, sum(losses.map((loss) => loss.points)))
  return {
    status: 'scored',
    points: show(points),
    fullMark: show(fullMark),
    trace: {
      ...computed.node,
      fullMark: show(fullMark),
      losses: losses.map((loss) => ({ ...loss, points: show(loss.points) })),
    },
  }
}

function* compute(rule: Rule, inputs: readonly RuleInput[], facts: Facts, given: Given): Computation {
  const all = yield* withGroupRates(inputs, facts, given)
  if (typeof all === 'string') return { kind: 'error', code: 'rule.groupEmpty', at: all }
  return yield* methodOf(rule).compute(rule, all)
}

/** 不涉及, whatever the method. */
function* notConcerned(fullMark: Exact): Computation {
  const choice = yield* ask('notConcerned')
  return settled({ fullMark }, choice, lineOf('notConcerned', choice) ?? '', 'loss.notConcerned')
}
