import type { PlanSettings } from '@quanheng/domain/plan/settings'
import fc from 'fast-check'
import { basis, count, figure, key, rows, words } from './values.fixture.ts'

const setting = <T>(value: fc.Arbitrary<T>) => fc.record({ value, basis })
const window = fc.oneof(fc.record({ workingDays: count }), fc.constant('none' as const))
const exactness = setting(fc.constantFrom('rounded' as const, 'unrounded' as const))

const grades = fc.oneof(
  fc.record({ by: fc.constant('lines' as const), lines: rows(fc.record({ name: words, from: figure })) }),
  fc.record(
    {
      by: fc.constant('quotas' as const),
      quotas: rows(fc.record({ name: words, percent: figure, from: figure }, { requiredKeys: ['name', 'percent'] })),
      rest: words,
      places: fc.constantFrom('floor' as const, 'halfUp' as const, 'ceil' as const),
      atLeastOne: fc.boolean(),
      tieAtCut: fc.constantFrom('includeAll' as const, 'excludeAll' as const, 'stop' as const),
      barred: fc.record({
        base: fc.constantFrom('counted' as const, 'notCounted' as const),
        place: fc.constantFrom('freed' as const, 'kept' as const),
      }),
      unused: fc.constantFrom('passOn' as const, 'lapse' as const),
      failing: fc.record({ name: words, below: figure }),
    },
    { requiredKeys: ['by', 'quotas', 'rest', 'places', 'atLeastOne'] },
  ),
)

const gateEffect = fc.oneof(
  fc.record({ kind: fc.constant('nodeZero' as const), nodeKey: key }),
  fc.constantFrom({ kind: 'noBonus' } as const, { kind: 'unranked' } as const),
  fc.record({ kind: fc.constantFrom('gradeAtMost' as const, 'gradeIs' as const), grade: words }),
)

const credits = fc.record(
  {
    bonusCap: figure,
    deductionCap: figure,
    proof: words,
    classes: rows(
      fc.record({ key, name: words, effect: fc.constantFrom('bonus' as const, 'deduction' as const), cap: figure }),
    ),
    bonusUse: fc.constantFrom('total' as const, 'tieBreak' as const),
  },
  { requiredKeys: ['bonusCap', 'deductionCap', 'proof'] },
)

/** Settings of any plan. */
export const settings: fc.Arbitrary<PlanSettings> = fc.record(
  {
    rounding: setting(
      fc.record({
        mode: fc.constantFrom('halfUp' as const, 'gb8170' as const),
        places: count,
        stage: fc.constantFrom('item' as const, 'level' as const, 'total' as const),
      }),
    ),
    ties: setting(fc.constantFrom('sharedSkip' as const, 'sharedDense' as const)),
    rankOn: exactness,
    missingItems: setting(fc.constantFrom('raw' as const, 'normalised' as const)),
    visibility: setting(fc.constantFrom('ownAfterIssue' as const, 'ownAfterReport' as const, 'allAfterIssue' as const)),
    selfReview: setting(fc.constantFrom('none' as const, 'required' as const)),
    feedback: setting(window),
    thresholdsOn: exactness,
    grades: setting(grades),
    credits: setting(fc.oneof(credits, fc.constant('none' as const))),
    veto: setting(
      fc.oneof(
        fc.record(
          {
            scope: words,
            effect: words,
            gates: rows(fc.record({ key, name: words, factSource: words, effect: gateEffect })),
          },
          { requiredKeys: ['scope', 'effect'] },
        ),
        fc.constant('none' as const),
      ),
    ),
    tieBreakers: setting(
      rows(
        fc.oneof(
          fc.record({ kind: fc.constant('node' as const), nodeKey: key }),
          fc.constantFrom({ kind: 'bonus' } as const, { kind: 'fewerDeductions' } as const),
        ),
      ),
    ),
    publicNotice: setting(window),
    objection: setting(
      fc.oneof(
        fc.record(
          {
            workingDays: count,
            answerDays: count,
            decideDays: count,
            decidedBy: fc.constantFrom('group' as const, 'delegate' as const),
          },
          { requiredKeys: ['workingDays'] },
        ),
        fc.constant('none' as const),
      ),
    ),
    inspectionEntry: setting(fc.oneof(fc.record({ document: words, entry: words }), fc.constant('none' as const))),
    lights: setting(fc.record({ warnBefore: count, yellowAfter: count, redAfter: count, nextAfter: count })),
    watermark: setting(fc.constantFrom('none' as const, 'nameUnitTime' as const)),
    targetAdjustment: setting(
      fc.oneof(
        fc.record({ lastDay: words, decidedBy: fc.constantFrom('head' as const, 'meeting' as const) }),
        fc.constant('none' as const),
      ),
    ),
  },
  { requiredKeys: ['rounding', 'ties', 'rankOn', 'missingItems', 'visibility', 'selfReview', 'feedback'] },
)
