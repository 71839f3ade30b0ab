import { postKinds } from '@quanheng/domain/ability/posts'
import {
  approvalStepKinds,
  milestonePosts,
  type PlanContent,
  recordTallies,
  stepKinds,
} from '@quanheng/domain/plan/model'
import fc from 'fast-check'
import { scoring } from './scoring.fixture.ts'
import { settings } from './settings.fixture.ts'
import { basis, count, figure, id, key, rows, words } from './values.fixture.ts'

const place = fc.record({ unitId: id, sectionId: id }, { requiredKeys: ['unitId'] })

const source = fc.oneof(
  fc.record({ kind: fc.constant('section' as const), unitId: id, sectionId: id }),
  fc.record({ kind: fc.constant('provider' as const), unitId: fc.oneof(id, words) }),
  fc.constant({ kind: 'appraisedUnit' } as const),
  fc.record(
    { kind: fc.constant('superior' as const), body: words, unitId: id, sectionId: id },
    { requiredKeys: ['kind', 'body', 'unitId'] },
  ),
)

const posts = rows(fc.constantFrom(...postKinds))

/** Any content whose members are there and of their types; whether it makes a plan is another matter. */
export const anyContent: fc.Arbitrary<PlanContent> = fc.record(
  {
    v: fc.constant(1 as const),
    kind: fc.constantFrom('appraisalPlan' as const, 'indicatorPlan' as const),
    title: words,
    year: count,
    ownerUnitId: id,
    document: fc.record(
      { number: words, date: words, addressees: rows(words), text: words },
      { requiredKeys: ['addressees'] },
    ),
    bases: rows(
      fc.record(
        {
          key,
          title: words,
          documentNumber: words,
          annex: count,
          file: fc.oneof(
            fc.record({ kind: fc.constant('present' as const), digest: words, name: words }),
            fc.record(
              { kind: fc.constant('missing' as const), owner: words, remindOn: words },
              { requiredKeys: ['kind'] },
            ),
          ),
        },
        { requiredKeys: ['key', 'title', 'file'] },
      ),
    ),
    unitGroups: rows(
      fc.record(
        { key, name: words, unitIds: rows(id), announced: count },
        { requiredKeys: ['key', 'name', 'unitIds'] },
      ),
    ),
    indicators: rows(
      fc.record(
        {
          key,
          parentKey: key,
          name: words,
          fullMark: figure,
          weight: figure,
          leadUnitId: id,
          line: fc.record({ planId: key, key }),
          scoring,
          awaits: key,
          basis,
        },
        { requiredKeys: ['key', 'name', 'fullMark', 'basis'] },
      ),
    ),
    tasks: rows(
      fc.record(
        {
          leafKey: key,
          unitId: id,
          task: words,
          target: fc.oneof(
            fc.record({ kind: fc.constant('set' as const), value: figure }),
            fc.record({ kind: fc.constant('pending' as const), owner: words, remindOn: words }),
          ),
          basis,
        },
        { requiredKeys: ['leafKey', 'unitId', 'task'] },
      ),
    ),
    dataElements: rows(
      fc.record(
        {
          key,
          name: words,
          type: fc.constantFrom(
            'quantity' as const,
            'fact' as const,
            'count' as const,
            'checklist' as const,
            'judgement' as const,
          ),
          unit: words,
          period: words,
          source,
          cutoff: words,
          due: words,
          whenFinalDiffers: fc.constantFrom('stands' as const, 'recompute' as const, 'nextYear' as const),
          recordTally: fc.constantFrom(...recordTallies),
          entries: rows(fc.record({ key, name: words })),
        },
        { requiredKeys: ['key', 'name', 'type', 'unit', 'period', 'source', 'cutoff', 'due'] },
      ),
    ),
    responsibilities: rows(
      fc.record(
        {
          nodeKey: key,
          leadUnitId: id,
          sectionId: id,
          supporters: rows(
            fc.record(
              {
                unitId: id,
                sectionId: id,
                duty: fc.constantFrom('data' as const, 'opinion' as const, 'partScore' as const),
              },
              { requiredKeys: ['unitId', 'duty'] },
            ),
          ),
          leaderInChargeId: id,
          personResponsibleId: id,
          handlerId: id,
          liaisonId: id,
          contactId: id,
          phone: words,
          mail: words,
          basis,
        },
        { requiredKeys: ['nodeKey', 'leadUnitId', 'supporters', 'basis'] },
      ),
    ),
    steps: rows(
      fc.record(
        {
          key,
          kind: fc.constantFrom(...stepKinds),
          name: words,
          due: words,
          cutoff: words,
          needs: rows(key),
          owner: place,
          ownerAsPrinted: words,
          basis,
        },
        { requiredKeys: ['key', 'kind', 'name', 'due', 'needs', 'basis'] },
      ),
    ),
    milestones: rows(
      fc.record(
        {
          key,
          leafKey: key,
          name: words,
          due: words,
          completionStandard: words,
          expected: words,
          unitIds: rows(id),
          post: fc.constantFrom(...milestonePosts),
          basis,
        },
        { requiredKeys: ['key', 'leafKey', 'name', 'due', 'completionStandard', 'post', 'basis'] },
      ),
    ),
    coordinating: fc.record({ unitId: id, sectionId: id }),
    recusals: rows(fc.record({ unitId: id, substitute: place, basis })),
    signatureMap: rows(
      fc.record({
        role: fc.constantFrom('handler' as const, 'sectionHead' as const, 'leaderInCharge' as const),
        posts,
      }),
    ),
    approvalChain: rows(fc.record({ kind: fc.constantFrom(...approvalStepKinds), name: words, posts })),
    settings,
  },
  {
    requiredKeys: [
      'v',
      'kind',
      'title',
      'year',
      'ownerUnitId',
      'document',
      'bases',
      'unitGroups',
      'indicators',
      'tasks',
      'dataElements',
      'responsibilities',
      'steps',
      'recusals',
      'signatureMap',
      'approvalChain',
      'settings',
    ],
  },
)

/** Names of the ids above; two ids may share one, and one may be called like an id. */
export const anyNames = fc.dictionary(id, fc.oneof(words, fc.constantFrom('市交通局', '市统计局', 'u1')), {
  maxKeys: 6,
  noNullPrototype: true,
})
