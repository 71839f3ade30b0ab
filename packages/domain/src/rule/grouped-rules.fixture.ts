import fc from 'fast-check'
import type { Award, Rule } from './model.ts'
import { award, base, ceiling, change, decimal, measure, name, place, pole } from './rule-parts.fixture.ts'

/** Arbitrary rules that measure a unit against its group. */

export const groupRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record(
    { kind: fc.constant('toBest' as const), name, best: fc.constantFrom('max', 'min'), of: decimal },
    { requiredKeys: ['kind', 'name', 'best'] },
  ),
  fc.record(
    {
      kind: fc.constant('toBest' as const),
      name,
      best: fc.constantFrom('max', 'min'),
      of: decimal,
      through: fc.constantFrom('2', '3'),
      otherwise: fc.constantFrom<Award>({ kind: 'none' }, { kind: 'points', points: '1' }),
    },
    { requiredKeys: ['kind', 'name', 'best', 'through'] },
  ),
  fc.record({ kind: fc.constant('share' as const), name }),
  fc.record({
    kind: fc.constant('efficacy' as const),
    name,
    high: pole,
    low: pole,
    base: decimal,
    curve: fc.oneof(
      fc.constant({ kind: 'linear' as const }),
      fc.integer({ min: 1, max: 8 }).map((places) => ({ kind: 'exponential' as const, places })),
    ),
  }),
  fc.record(
    {
      kind: fc.constant('rankSteps' as const),
      name: fc.constantFrom('名次', '工业增速排名'),
      first: fc.oneof(fc.constant({ kind: 'full' as const }), base),
      each: base,
      least: decimal,
    },
    { requiredKeys: ['kind', 'name', 'first', 'each'] },
  ),
  fc.record(
    {
      kind: fc.constant('rankBands' as const),
      name: fc.constantFrom('名次', '全市排名'),
      bands: fc.array(
        fc
          .tuple(
            fc.constantFrom('first' as const, 'last' as const),
            place,
            place,
            fc.oneof(award, change('add'), change('deduct')),
          )
          .map(([end, a, b, earned]) => ({
            end,
            from: String(Math.min(a, b)),
            to: String(Math.max(a, b)),
            award: earned,
          })),
        { minLength: 1, maxLength: 4 },
      ),
      otherwise: award,
    },
    { requiredKeys: ['kind', 'name', 'bands'] },
  ),
  fc
    .record(
      {
        kind: fc.constant('diminishing' as const),
        measure,
        reference: fc.oneof(
          fc.constant({ group: 'mean' as const }),
          fc.record({ value: decimal, unit: fc.constant('%') }),
        ),
        width: fc.record({ value: decimal, unit: fc.constant('个百分点') }),
        first: decimal,
        step: decimal,
        ceiling,
      },
      { requiredKeys: ['kind', 'measure', 'reference', 'width', 'first', 'step'] },
    )
    .filter((r) => r.measure.kind === 'input' || !('input' in r.reference)),
)
