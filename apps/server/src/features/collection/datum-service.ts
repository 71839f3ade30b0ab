import type * as contract from '@quanheng/contract/datum'
import type { Refusal } from '@quanheng/contract/errors'
import type { DatumCommand, Report } from '@quanheng/domain/datum/commands'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { fail, ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler, Outcome } from '../../platform/door/outcome.ts'
import { type ActHooks, actOnData, type OnReopen, type Step, type TallyRecords } from './act-on-datum.ts'
import { attachOriginal } from './original.ts'
import { uploadsOf } from './uploads.ts'

type Reply = { rows: { datumId: string; version: number }[] }

const run = async (
  asked: Asking,
  steps: readonly Step[],
  more: ActHooks & { readonly workbook?: string } = {},
): Promise<Result<Outcome<Reply>, Refusal>> => {
  const twice = steps.findIndex((step, index) => steps.findIndex((other) => other.datumId === step.datumId) !== index)
  if (twice >= 0) return refuse('datum.twice', { at: `body.rows.${twice}.datumId` })
  const done = await actOnData(asked, steps, more)
  if (!done.ok) return done
  const { post, events, changes, after } = done.value
  const from = more.workbook === undefined ? [] : [{ type: 'workbookRead', digest: more.workbook }]
  return ok({
    post,
    events: [...events, ...from],
    changes,
    reply: { rows: after.map(({ row }) => ({ datumId: row.id, version: row.version })) },
  })
}

interface Figure extends Omit<Report, 'evidenceIds' | 'reason' | 'lateReason'> {
  readonly reason?: string | undefined
  readonly lateReason?: string | undefined
}

const said = (text: string | undefined): string => normaliseText(text ?? '').trim()

const reportOf = (figure: Figure, evidenceIds: readonly string[]): Report => {
  const [reason, lateReason] = [said(figure.reason), said(figure.lateReason)]
  return {
    value: figure.value,
    release: figure.release,
    asOf: figure.asOf,
    evidenceIds,
    ...(reason !== '' && { reason }),
    ...(lateReason !== '' && { lateReason }),
  }
}

export const reportWith =
  (tallyRecords: TallyRecords | undefined): CommandHandler<typeof contract.reportData> =>
  async (asked) => {
    const { rows, workbook } = asked.body
    if (workbook !== undefined) {
      const sent = await uploadsOf(asked.tx, asked.actor.personId, [workbook])
      if (!sent.ok) return sent
    }
    const steps = rows.map(
      ({ datumId, version, ...figure }, index): Step => ({
        datumId,
        version,
        at: `body.rows.${index}`,
        command: { kind: 'report', citing: (evidenceIds) => ({ kind: 'report', ...reportOf(figure, evidenceIds) }) },
      }),
    )
    return run(asked, steps, { tallyRecords, ...(workbook !== undefined && { workbook }) })
  }

/** 代录: the original is attached in the same act, and the version names it. */
export const onBehalfWith =
  (tallyRecords: TallyRecords | undefined): CommandHandler<typeof contract.reportOnBehalf> =>
  async (asked) => {
    const { version, body, onBehalfReason, originalDigest, ...figure } = asked.body
    const { datumId } = asked.params
    const original = await attachOriginal(asked, datumId, originalDigest)
    if (!original.ok) return original
    const { evidence, change, event } = original.value
    const command: DatumCommand = {
      kind: 'reportOnBehalf',
      ...reportOf(figure, [evidence.id]),
      onBehalf: { body: normaliseName(body), reason: said(onBehalfReason), originalEvidenceId: evidence.id },
    }
    const done = await run(asked, [{ datumId, version, command, at: 'body' }], { tallyRecords })
    if (!done.ok) return done
    return ok({
      ...done.value,
      events: [event, ...done.value.events],
      changes: [change, ...done.value.changes],
    })
  }

export const withdraw: CommandHandler<typeof contract.withdrawDatum> = (asked) =>
  run(asked, [
    { datumId: asked.params.datumId, version: asked.body.version, command: { kind: 'withdraw' }, at: 'body' },
  ])

export const confirm: CommandHandler<typeof contract.confirmData> = (asked) =>
  run(
    asked,
    asked.body.rows.map(({ datumId, version, gapReason }, index) => ({
      datumId,
      version,
      at: `body.rows.${index}`,
      command: { kind: 'confirm', ...(said(gapReason) !== '' && { gapReason: said(gapReason) }) },
    })),
  )

/** Only a confirmed figure has a head to go back to. */
const noHead = (refusal: Refusal): Refusal =>
  refusal.code === 'datum.notNow' ? { ...refusal, code: 'datum.notConfirmed', at: 'body.to' } : refusal

export const sendBack: CommandHandler<typeof contract.returnDatum> = async (asked) => {
  const { version, reason, until, to } = asked.body
  const kind = to === 'head' ? 'returnToHead' : 'return'
  const command: DatumCommand = { kind, reason: said(reason), until }
  const done = await run(asked, [{ datumId: asked.params.datumId, version, command, at: 'body' }])
  return done.ok || to === 'reporter' ? done : fail(noHead(done.error))
}

export const close: CommandHandler<typeof contract.closeData> = (asked) =>
  run(
    asked,
    asked.body.rows.map((row, index) => ({ ...row, command: { kind: 'close' }, at: `body.rows.${index}` })),
  )

export const reopenWith =
  (onReopen: readonly OnReopen[]): CommandHandler<typeof contract.reopenDatum> =>
  (asked) => {
    const { version, reason } = asked.body
    const command: DatumCommand = { kind: 'reopen', reason: said(reason) }
    return run(asked, [{ datumId: asked.params.datumId, version, command, at: 'body' }], { onReopen })
  }

/** 后续发布: its paper is attached in the same act, and the release names it. */
export const publish: CommandHandler<typeof contract.publishRelease> = async (asked) => {
  const { version, release, value, asOf, reason, originalDigest } = asked.body
  const { datumId } = asked.params
  const original = await attachOriginal(asked, datumId, originalDigest, 'publish')
  if (!original.ok) return original
  const { evidence, change, event } = original.value
  const command: DatumCommand = {
    kind: 'publish',
    release,
    value,
    asOf,
    reason: said(reason),
    evidenceIds: [evidence.id],
  }
  const done = await run(asked, [{ datumId, version, command, at: 'body' }])
  if (!done.ok) return done
  return ok({ ...done.value, events: [event, ...done.value.events], changes: [change, ...done.value.changes] })
}

/** Where the plan says so, the later figure takes the place of the scored one: signatures that rest on it fall. */
export const confirmReleaseWith =
  (onReopen: readonly OnReopen[]): CommandHandler<typeof contract.confirmRelease> =>
  (asked) => {
    const { datumId } = asked.params
    const command: DatumCommand = { kind: 'confirmRelease' }
    return run(asked, [{ datumId, version: asked.body.version, command, at: 'body' }], { onReopen })
  }

export const withdrawRelease: CommandHandler<typeof contract.withdrawRelease> = (asked) =>
  run(asked, [
    { datumId: asked.params.datumId, version: asked.body.version, command: { kind: 'withdrawRelease' }, at: 'body' },
  ])
