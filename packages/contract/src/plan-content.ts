import { postKinds } from '@quanheng/domain/ability/posts'
import {
  approvalStepKinds,
  milestonePosts,
  type PlanContent,
  recordTallies,
  stepKinds,
  whenFinalDiffers,
} from '@quanheng/domain/plan/model'
import { watermarks } from '@quanheng/domain/plan/settings'
import { z } from 'zod'
import { basis, storedRule } from './rule.ts'
import { digest, id, words } from './shapes.ts'

/** The form of a plan's content (plan/model.ts): half filled is legal, so texts may be empty; what it says is checked by the domain. */

const unitId = z.union([id, z.literal('')])
const key = z.string().min(1).max(100)
const optional = words.exactOptional()
const posts = z.array(z.enum(postKinds)).max(20)
const place = z.object({ unitId, sectionId: id.exactOptional() })

const setting = <T extends z.ZodType>(value: T) => z.object({ value, basis })
const window = z.union([z.object({ workingDays: z.int().min(0).max(366) }), z.literal('none')])

const objectionWindow = z.union([
  z.object({
    workingDays: z.int().min(0).max(366),
    answerDays: z.int().min(1).max(366).exactOptional(),
    decideDays: z.int().min(1).max(366).exactOptional(),
    decidedBy: z.enum(['group', 'delegate']).exactOptional(),
  }),
  z.literal('none'),
])
const days = z.int().min(0).max(366)

const gate = z.object({
  key,
  name: words,
  factSource: words,
  effect: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('nodeZero'), nodeKey: key }),
    z.object({ kind: z.literal('noBonus') }),
    z.object({ kind: z.literal('unranked') }),
    z.object({ kind: z.literal('gradeAtMost'), grade: words }),
    z.object({ kind: z.literal('gradeIs'), grade: words }),
  ]),
})

const settings = z.object({
  rounding: setting(
    z.object({
      mode: z.enum(['halfUp', 'gb8170']),
      places: z.int().min(0).max(10),
      stage: z.enum(['item', 'level', 'total']),
    }),
  ),
  ties: setting(z.enum(['sharedSkip', 'sharedDense'])),
  rankOn: setting(z.enum(['rounded', 'unrounded'])),
  missingItems: setting(z.enum(['raw', 'normalised'])),
  visibility: setting(z.enum(['ownAfterIssue', 'ownAfterReport', 'allAfterIssue'])),
  selfReview: setting(z.enum(['none', 'required'])),
  feedback: setting(window),
  thresholdsOn: setting(z.enum(['rounded', 'unrounded'])).exactOptional(),
  grades: setting(
    z.discriminatedUnion('by', [
      z.object({
        by: z.literal('lines'),
        lines: z.array(z.object({ name: words, from: words })).max(20),
      }),
      z.object({
        by: z.literal('quotas'),
        quotas: z.array(z.object({ name: words, percent: words, from: optional })).max(20),
        rest: words,
        places: z.enum(['floor', 'halfUp', 'ceil']),
        atLeastOne: z.boolean(),
        tieAtCut: z.enum(['includeAll', 'excludeAll', 'stop']).exactOptional(),
        barred: z.object({ base: z.enum(['counted', 'notCounted']), place: z.enum(['freed', 'kept']) }).exactOptional(),
        unused: z.enum(['passOn', 'lapse']).exactOptional(),
        failing: z.object({ name: words, below: words }).exactOptional(),
      }),
    ]),
  ).exactOptional(),
  credits: setting(
    z.union([
      z.object({
        bonusCap: words,
        deductionCap: words,
        proof: words,
        classes: z
          .array(z.object({ key, name: words, effect: z.enum(['bonus', 'deduction']), cap: words }))
          .max(50)
          .exactOptional(),
        bonusUse: z.enum(['total', 'tieBreak']).exactOptional(),
      }),
      z.literal('none'),
    ]),
  ).exactOptional(),
  veto: setting(
    z.union([
      z.object({ scope: words, effect: words, gates: z.array(gate).max(50).exactOptional() }),
      z.literal('none'),
    ]),
  ).exactOptional(),
  inspectionEntry: setting(z.union([z.object({ document: words, entry: words }), z.literal('none')])).exactOptional(),
  watermark: setting(z.enum(watermarks)).exactOptional(),
  lights: setting(z.object({ warnBefore: days, yellowAfter: days, redAfter: days, nextAfter: days })).exactOptional(),
  tieBreakers: setting(
    z
      .array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('node'), nodeKey: key }),
          z.object({ kind: z.literal('bonus') }),
          z.object({ kind: z.literal('fewerDeductions') }),
        ]),
      )
      .max(20),
  ).exactOptional(),
  publicNotice: setting(window).exactOptional(),
  objection: setting(objectionWindow).exactOptional(),
  targetAdjustment: setting(
    z.union([z.object({ lastDay: words, decidedBy: z.enum(['head', 'meeting']) }), z.literal('none')]),
  ).exactOptional(),
})

const scoring = z.object({
  rule: storedRule.exactOptional(),
  sentence: optional,
  bindings: z
    .array(
      z.discriminatedUnion('from', [
        z.object({ input: words, from: z.literal('element'), elementKey: key }),
        z.object({ input: words, from: z.literal('target') }),
        z.object({ input: words, from: z.literal('constant'), value: words }),
      ]),
    )
    .max(50),
  completionStandard: words,
  card: z.object({ formula: words, measure: words, unit: words, period: words, publisher: words, release: words }),
  evidenceList: z.array(z.object({ key, name: words, required: z.boolean() })).max(200),
  verificationStandard: optional,
  examples: z
    .array(z.object({ given: z.record(words, words), score: words, clause: words }))
    .max(200)
    .exactOptional(),
})

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section'), unitId, sectionId: unitId }),
  z.object({ kind: z.literal('provider'), unitId }),
  z.object({ kind: z.literal('appraisedUnit') }),
  z.object({ kind: z.literal('superior'), body: words, unitId, sectionId: id.exactOptional() }),
])

const shape = {
  v: z.literal(1),
  kind: z.enum(['appraisalPlan', 'indicatorPlan']),
  title: words,
  year: z.int(),
  ownerUnitId: id,
  document: z.object({
    number: optional,
    date: optional,
    addressees: z.array(words).max(500),
    text: z.string().max(500_000).exactOptional(),
  }),
  bases: z.array(
    z.object({
      key,
      title: words,
      documentNumber: optional,
      annex: z.int().min(1).max(1000).exactOptional(),
      file: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('present'), digest, name: words }),
        z.object({ kind: z.literal('missing'), owner: optional, remindOn: optional }),
      ]),
    }),
  ),
  unitGroups: z.array(
    z.object({ key, name: words, unitIds: z.array(id).max(5000), announced: z.int().min(0).exactOptional() }),
  ),
  indicators: z.array(
    z.object({
      key,
      parentKey: key.exactOptional(),
      name: words,
      fullMark: words,
      weight: optional,
      leadUnitId: unitId.exactOptional(),
      line: z.object({ planId: id, key }).exactOptional(),
      scoring: scoring.exactOptional(),
      awaits: key.exactOptional(),
      basis,
    }),
  ),
  tasks: z.array(
    z.object({
      leafKey: key,
      unitId,
      task: words,
      target: z
        .discriminatedUnion('kind', [
          z.object({ kind: z.literal('set'), value: words }),
          z.object({ kind: z.literal('pending'), owner: words, remindOn: words }),
        ])
        .exactOptional(),
      basis: basis.exactOptional(),
    }),
  ),
  dataElements: z.array(
    z.object({
      key,
      name: words,
      type: z.enum(['quantity', 'fact', 'count', 'checklist', 'judgement']),
      unit: words,
      period: words,
      source,
      cutoff: words,
      whenFinalDiffers: z.enum(whenFinalDiffers).exactOptional(),
      recordTally: z.enum(recordTallies).exactOptional(),
      due: words,
      entries: z
        .array(z.object({ key, name: words }))
        .max(100)
        .exactOptional(),
    }),
  ),
  responsibilities: z.array(
    z.object({
      nodeKey: key,
      leadUnitId: unitId,
      sectionId: id.exactOptional(),
      supporters: z
        .array(z.object({ unitId, sectionId: id.exactOptional(), duty: z.enum(['data', 'opinion', 'partScore']) }))
        .max(200),
      leaderInChargeId: id.exactOptional(),
      personResponsibleId: id.exactOptional(),
      handlerId: id.exactOptional(),
      liaisonId: id.exactOptional(),
      contactId: id.exactOptional(),
      phone: optional,
      mail: optional,
      basis,
    }),
  ),
  steps: z.array(
    z.object({
      key,
      kind: z.enum(stepKinds),
      name: words,
      due: words,
      cutoff: optional,
      needs: z.array(key).max(50),
      owner: place.exactOptional(),
      ownerAsPrinted: optional,
      basis,
    }),
  ),
  milestones: z
    .array(
      z.object({
        key,
        leafKey: key,
        name: words,
        due: words,
        completionStandard: words,
        expected: optional,
        unitIds: z.array(id).max(5000).exactOptional(),
        post: z.enum(milestonePosts),
        basis,
      }),
    )
    .exactOptional(),
  coordinating: z.object({ unitId: id, sectionId: id }).exactOptional(),
  recusals: z.array(z.object({ unitId, substitute: place, basis })),
  signatureMap: z.array(z.object({ role: z.enum(['handler', 'sectionHead', 'leaderInCharge']), posts })).max(10),
  approvalChain: z.array(z.object({ kind: z.enum(approvalStepKinds), name: words, posts })).max(30),
  settings,
}

export const planContent: z.ZodType<PlanContent> = z.object(shape)

/** Some of the parts of a content; those left out stay as they are. */
export type PlanParts = {
  readonly [K in keyof Omit<PlanContent, 'v' | 'kind' | 'ownerUnitId'>]?: PlanContent[K] | undefined
}

const { v: _v, kind: _kind, ownerUnitId: _owner, ...editable } = shape

/** 归口汇总科室 is taken away by `null`, since leaving it out means no change. */
export const planParts = z.object(editable).partial().extend({ coordinating: shape.coordinating.nullable().optional() })
