import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import type { GateEffect, GradeArithmetic } from '@quanheng/domain/plan/year-arithmetic'
import type { Credit, ScoringInput, ScoringSettings, Veto } from '@quanheng/domain/scoring/model'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import { says } from '@quanheng/domain/scoring/year.fixture'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const program = fileURLToPath(new URL('year.py', import.meta.url))
const years = process.env.QUANHENG_LONG ? 20_000 : 400

const leaves = ['a1', 'a2', 'b1', 'b2'] as const
const flat = leaves.map((key) => ({ key, fullMark: '25' }))
const branched = [
  { key: 'a', fullMark: '50' },
  { key: 'b', fullMark: '50' },
  ...flat.map((leaf) => ({ ...leaf, parentKey: leaf.key.slice(0, 1) })),
]
const weighted = branched.map((node) =>
  node.key === 'a' ? { ...node, weight: '60' } : node.key === 'b' ? { ...node, weight: '40' } : node,
)
const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6'] as const
const groups = [
  { key: '一组', unitIds: unitIds.slice(0, 5) },
  { key: '二组', unitIds: unitIds.slice(5) },
]
const gates: readonly (readonly [string, GateEffect])[] = [
  ['不得分', { kind: 'nodeZero', nodeKey: 'a1' }],
  ['取消加分', { kind: 'noBonus' }],
  ['不排名', { kind: 'unranked' }],
  ['不得优秀', { kind: 'gradeAtMost', grade: '良好' }],
  ['定为一般', { kind: 'gradeIs', grade: '一般' }],
]

const lines: fc.Arbitrary<GradeArithmetic> = fc.constant({
  by: 'lines',
  lines: [
    { name: '优秀', from: '80' },
    { name: '良好', from: '50.5' },
    { name: '一般', from: '20' },
  ],
})
const quotas: fc.Arbitrary<GradeArithmetic> = fc
  .record({
    places: fc.constantFrom('floor' as const, 'halfUp' as const, 'ceil' as const),
    atLeastOne: fc.boolean(),
    tieAtCut: fc.constantFrom('includeAll' as const, 'excludeAll' as const, 'stop' as const, undefined),
    barred: fc.option(
      fc.record({
        base: fc.constantFrom('counted' as const, 'notCounted' as const),
        place: fc.constantFrom('freed' as const, 'kept' as const),
      }),
      { nil: undefined },
    ),
    unused: fc.constantFrom('passOn' as const, 'lapse' as const, undefined),
    failing: fc.constantFrom({ name: '较差', below: '10' }, undefined),
    from: fc.constantFrom('60', undefined),
  })
  .map(({ places, atLeastOne, from, ...more }) => ({
    by: 'quotas',
    quotas: [
      { name: '优秀', percent: '30', ...(from !== undefined && { from }) },
      { name: '良好', percent: '40' },
    ],
    rest: '一般',
    places,
    atLeastOne,
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)),
  }))

const settings: fc.Arbitrary<ScoringSettings> = fc
  .record({
    mode: fc.constantFrom('halfUp' as const, 'gb8170' as const),
    places: fc.constantFrom(0, 1, 2),
    stage: fc.constantFrom('item' as const, 'level' as const, 'total' as const),
    ties: fc.constantFrom('sharedSkip' as const, 'sharedDense' as const),
    rankOn: fc.constantFrom('rounded' as const, 'unrounded' as const),
    thresholdsOn: fc.constantFrom('rounded' as const, 'unrounded' as const),
    missingItems: fc.constantFrom('raw' as const, 'normalised' as const),
    bonusCap: fc.constantFrom('', '2'),
    bonusUse: fc.constantFrom('total' as const, 'tieBreak' as const),
    grades: fc.oneof(lines, quotas),
    breakers: fc.subarray([{ kind: 'bonus' }, { kind: 'fewerDeductions' }, { kind: 'node', nodeKey: 'b1' }] as const),
  })
  .map(({ mode, places, stage, bonusCap, bonusUse, breakers, ties, rankOn, thresholdsOn, missingItems, grades }) => ({
    rounding: says({ mode, places, stage }),
    ties: says(ties),
    rankOn: says(rankOn),
    thresholdsOn: says(thresholdsOn),
    missingItems: says(missingItems),
    tieBreakers: says([...breakers]),
    grades: says(grades),
    credits: says({
      bonusCap,
      deductionCap: '3',
      proof: '',
      bonusUse,
      classes: [
        { key: '表彰', name: '', effect: 'bonus', cap: '1.5' },
        { key: '通报', name: '', effect: 'deduction', cap: '' },
      ],
    }),
    veto: says({
      scope: '',
      effect: '',
      gates: gates.map(([key, effect]) => ({ key, name: key, factSource: '', effect })),
    }),
  }))

/** Ties and empty units are common on purpose. */
const outcomes = fc
  .array(
    fc.record({
      leafKey: fc.constantFrom(...leaves),
      unitId: fc.constantFrom(...unitIds),
      points: fc.constantFrom('25', '20', '12.345', '50/3', '0', '6.25'),
      fullMark: fc.constantFrom('25', '20'),
    }),
    { maxLength: 40 },
  )
  .map((all) => [...new Map(all.map((one) => [`${one.leafKey} ${one.unitId}`, one])).values()])

const credit: fc.Arbitrary<Credit> = fc
  .record({
    key: fc.uuid(),
    unitId: fc.constantFrom(...unitIds),
    effect: fc.constantFrom('bonus' as const, 'deduction' as const),
    points: fc.constantFrom('0.5', '1', '1/3', '2'),
    inClass: fc.boolean(),
    matter: fc.constantFrom('m1', 'm2', undefined),
  })
  .map(({ inClass, matter, effect, ...more }) => ({
    ...more,
    effect,
    ...(inClass && { classKey: effect === 'bonus' ? '表彰' : '通报' }),
    ...(matter !== undefined && { matter }),
  }))
const veto: fc.Arbitrary<Veto> = fc.record({
  gateKey: fc.constantFrom(...gates.map(([key]) => key)),
  unitId: fc.constantFrom(...unitIds),
})

const year = fc.record({
  indicators: fc.constantFrom<ScoringInput['indicators']>(flat, branched, weighted),
  settings,
  outcomes,
  credits: fc.uniqueArray(credit, { maxLength: 6, selector: ({ key }) => key }),
  vetoes: fc.array(veto, { maxLength: 3 }),
})

const python = ['/usr/bin/python3', '/usr/local/bin/python3'].find((place) => existsSync(place))

const sampled = fc.sample(year, { numRuns: years, seed: Number(process.env.QUANHENG_SEED ?? '20250120') })

test.runIf(python)(`totals, ranks and grades of ${years} years are the same in Python`, { timeout: 900_000 }, () => {
  const asked = sampled.map(({ indicators, settings: own, outcomes: given, credits, vetoes }) =>
    JSON.stringify({
      content: { indicators, unitGroups: groups, settings: own },
      outcomes: given.map(({ leafKey, unitId, points, fullMark }) => [leafKey, unitId, points, fullMark]),
      entries: [...credits.map((one) => ({ credit: one })), ...vetoes.map((one) => ({ veto: one }))],
    }),
  )
  const { stdout, stderr } = spawnSync(python ?? '', [program], {
    input: `${asked.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  const told = stdout.trimEnd().split('\n')
  expect([stderr, told.length]).toEqual(['', years])
  const kinds = new Set<string>()
  for (const [at, { outcomes: given, ...one }] of sampled.entries()) {
    const made = scorePlan({
      ...one,
      groups,
      outcomes: given.map(({ points, fullMark, ...item }) => ({
        ...item,
        outcome: { status: 'scored', points, fullMark },
      })),
    })
    expect(told[at], asked[at]).toBe(canonicalJson(made))
    for (const { by } of made.grades?.proposals ?? []) kinds.add(by)
    for (const { reason } of made.grades?.stops ?? []) kinds.add(reason)
  }
  // Every way to a grade was met, so that none is compared in name only.
  expect([...kinds].toSorted()).toEqual([
    'barredUnsaid',
    'failing',
    'gate',
    'line',
    'quota',
    'rest',
    'stop',
    'tieAtCut',
    'unranked',
    'unusedUnsaid',
  ])
})
