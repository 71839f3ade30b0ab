import { min, sub } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { notice } from '../findings.ts'
import { ask, type Method } from '../method.ts'
import type { Award, LevelsRule } from '../model.ts'
import { sayAward } from '../phrases.ts'
import type { Clause, When } from '../reading/clause.ts'
import { areStates, readStates } from '../reading/states.ts'
import { scored, show } from '../trace.ts'

/** Which level was given. */
export const levelInput = '评定等次'

const keyOf = (index: number): string => String(index + 1)
const other = '其余'

/** M26, M31, M25: the award of the level that was given. */
export const levelsMethod: Method<'levels'> = {
  kind: 'levels',
  inputs: (rule) => [
    {
      name: levelInput,
      kind: 'checklist',
      role: 'actual',
      part: 'level',
      single: true,
      entries: [...rule.levels.map(({ name }) => name), ...(closed(rule) ? [] : [other])].map((name, i) => ({
        key: keyOf(i),
        name,
      })),
    },
  ],
  open: (rule) => (rule.otherwise || closed(rule) || changesOnly(rule) ? [] : ['unlisted']),

  *compute(rule, given) {
    const [key] = given.ticked(levelInput)
    const at = rule.levels.findIndex((_, i) => keyOf(i) === key)
    const level = rule.levels[at]
    const said = level?.award ?? rule.otherwise ?? (changesOnly(rule) ? full : undefined)
    const points =
      said === undefined && (yield* ask('unlisted')) === 'lowest'
        ? rule.levels.map(({ award }) => awarded(award, given.fullMark)).reduce(min)
        : awarded(said ?? none, given.fullMark)
    const clause = level ? sayEach(rule)(level) : levelsMethod.say(rule)
    return scored(given, [{ code: 'loss.level', clause, points: sub(given.fullMark, points) }], {
      code: 'levels',
      clause,
      inputs: [{ name: levelInput, value: level?.name ?? other }],
      arithmetic: `${level?.name ?? other} → ${show(points)}`,
    })
  },

  say: ({ levels, otherwise }) =>
    [...levels.map(sayEach({ levels, otherwise })), ...(otherwise ? [`其余等次${sayAward(otherwise)}`] : [])].join(
      '，',
    ),

  begins: ['award', 'levels'],
  read(clauses) {
    const states = readStates(clauses)
    if (states) return states
    const levels: LevelsRule['levels'][number][] = []
    let used = 0
    for (const { clause } of clauses) {
      const said = clause.kind === 'levels' ? clause.levels : used > 0 ? lastPlace(clause) : undefined
      if (said === undefined || said.some(({ name }) => levels.some((one) => one.name === name))) break
      levels.push(...said)
      used += 1
    }
    if (used === 0) return undefined
    const last = clauses[used]?.clause
    const otherwise = last?.kind === 'award' && isRest(last.when) ? last.award : undefined
    return {
      rule: { kind: 'levels', levels, ...(otherwise && { otherwise }) },
      used: used + (otherwise ? 1 : 0),
    }
  },

  lint: ({ levels }) =>
    levels.length === 1 && levels[0]?.award.kind !== 'deduct' && levels[0]?.award.kind !== 'add'
      ? [notice('rule.tiersGap', 'levels')]
      : [],
}

/** 其余, 未获奖, 未评上: none of these levels. */
const isRest = (when: When): boolean =>
  when.kind === 'else' ||
  (when.kind === 'fact' &&
    /^未(?:获[奖评得]?|获得|评[上为定]|受(?:到)?表彰|入围|上榜|参评)(?:奖项?|等次|表彰|荣誉|奖励)?$/u.test(when.name))

/** 末位不得分 behind 第一方阵得10分，第二方阵得8分: one more level of the scale. */
function lastPlace(clause: Clause): LevelsRule['levels'] | undefined {
  const [band, more] = clause.kind === 'rank' && !clause.named ? clause.bands : []
  if (band?.end !== 'last' || band.from !== '1' || band.to !== '1' || more) return undefined
  return [{ name: '末位', award: band.award }]
}

const full: Award = { kind: 'full' }
const none: Award = { kind: 'none' }

const changesOnly = ({ levels }: LevelsRule) =>
  levels.every(({ award }) => award.kind === 'add' || award.kind === 'deduct')

/** A scale that says what its last level earns as nothing leaves no other level. */
const closed = ({ levels, otherwise }: LevelsRule) =>
  otherwise === undefined && levels.some(({ award }) => award.kind === 'none')

interface SaidLevels {
  readonly levels: LevelsRule['levels']
  readonly otherwise?: Award | undefined
}

/** 按时报送的得2分 is said as it is, 评为优秀的得10分 as what was given. */
const sayEach = ({ levels, otherwise }: SaidLevels): ((level: LevelsRule['levels'][number]) => string) => {
  const given = otherwise === undefined && areStates(levels) ? '' : '评为'
  return ({ name, award }) => `${given}${name}的${sayAward(award)}`
}
